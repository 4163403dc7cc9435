package dev.zorya.channel.core;

import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Our proposal is out; nothing is signed.
 *
 * @param expected who may accept; null for whoever the peer says it is
 */
public record ProposalSent(
        Dossier dossier, ChannelProposal proposal, @Nullable Participant expected) implements ChannelState {
    @Override
    public Phase phase() {
        return Phase.INIT_ACTING;
    }

    @Override
    public Transition answered(Env env, ProposalAnswer answer, Instant now) {
        return switch (answer) {
            case ProposalAnswer.LedgerAccept accept -> ledger(env, accept, now);
            case ProposalAnswer.SubAccept accept -> sub(env, accept, now);
            case ProposalAnswer.VirtualAccept other -> Transition.stay(this);
            case ProposalAnswer.Reject reject -> end(now, Reasons.clean(reject.reason()));
        };
    }

    private Transition ledger(Env env, ProposalAnswer.LedgerAccept accept, Instant now) {
        if (dossier.isSub()) {
            return Transition.stay(this);
        }
        Optional<String> refusal = expected == null
                ? Opening.participant(env, accept.participant())
                : accept.participant().equals(expected)
                        ? Optional.empty()
                        : Optional.of("somebody else than the contact accepted");
        if (refusal.isPresent()) {
            return end(now, refusal.get());
        }
        List<Participant> parts = List.of(env.self(), accept.participant());
        Params params = Opening.params(proposal.base(), parts, accept.nonceShare(), true);
        return Opening.sign(env, dossier, proposal.base(), params, accept, now);
    }

    private Transition sub(Env env, ProposalAnswer.SubAccept accept, Instant now) {
        return dossier.isSub()
                ? env.family()
                        .around()
                        .map(parent -> Opening.params(
                                proposal.base(), parent.terms().params().parts(), accept.nonceShare(), false))
                        .map(params -> Opening.sign(env, dossier, proposal.base(), params, accept, now))
                        .orElseGet(() -> end(now, Reasons.PARENT_CLOSED))
                : Transition.stay(this);
    }

    @Override
    public Transition neighbours(Env env, Instant now) {
        return env.family().isParentOver() ? end(now, Reasons.PARENT_CLOSED) : Transition.stay(this);
    }

    @Override
    public Transition undelivered(Message message, String reason, Instant now) {
        return message.equals(proposal) ? end(now, reason) : Transition.stay(this);
    }

    @Override
    public Transition timedOut(Env env, Timer timer, Instant now) {
        return switch (timer) {
            case ANSWER -> end(now, "no answer");
            case UPDATE, TURN, LEDGER -> Transition.stay(this);
        };
    }

    /** A go-perun peer would ask its person twice, so only our own get the proposal again. */
    @Override
    public Transition connected(Env env, Instant now) {
        return dossier.extensions() ? Transition.to(this).send(proposal).done() : Transition.stay(this);
    }

    /** It does not live longer because we were away. */
    @Override
    public Transition resume(Env env, Instant now) {
        Duration left =
                Duration.between(now, dossier.created().plus(env.limits().proposalAnswer()));
        return left.isPositive()
                ? Transition.to(this)
                        .then(connected(env, now).effects())
                        .schedule(Timer.ANSWER, left)
                        .done()
                : end(now, "no answer");
    }

    private Transition end(Instant now, String reason) {
        return Transition.to(new Ended(dossier, proposal.base().initialBalances(), reason))
                .persist(List.of(), Opening.ended(now, reason))
                .done();
    }
}
