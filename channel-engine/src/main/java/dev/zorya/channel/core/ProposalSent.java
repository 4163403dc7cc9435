package dev.zorya.channel.core;

import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.value.Participant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Our proposal is out; nothing is signed. @param expected who may accept */
public record ProposalSent(Dossier dossier, ChannelProposal.Ledger proposal, Participant expected)
        implements ChannelState {
    @Override
    public Phase phase() {
        return Phase.INIT_ACTING;
    }

    @Override
    public Transition answered(Env env, ProposalAnswer answer, Instant now) {
        return switch (answer) {
            case ProposalAnswer.LedgerAccept accept ->
                accept.participant().equals(expected)
                        ? Opening.sign(env, dossier, proposal, accept, now)
                        : end(now, "somebody else than the contact accepted");
            case ProposalAnswer.Reject reject -> end(now, Reasons.clean(reject.reason()));
            case ProposalAnswer.SubAccept other -> Transition.stay(this);
            case ProposalAnswer.VirtualAccept other -> Transition.stay(this);
        };
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
