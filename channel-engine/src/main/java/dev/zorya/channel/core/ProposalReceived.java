package dev.zorya.channel.core;

import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.port.Question;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The policy is being asked. Not durable: after a crash the peer proposes again. */
public record ProposalReceived(Dossier dossier, ChannelProposal proposal) implements ChannelState {
    @Override
    public Phase phase() {
        return Phase.INIT_ACTING;
    }

    @Override
    public Transition decided(Env env, Question question, Decision decision, Bytes nonceShare, Instant now) {
        return switch (decision) {
            case Decision.Accept accept ->
                switch (proposal) {
                    case ChannelProposal.Ledger ledger -> ledger(env, ledger, nonceShare, now);
                    case ChannelProposal.Sub sub -> sub(env, nonceShare, now);
                    case ChannelProposal.Virtual virtual -> decline(Reasons.UNSUPPORTED);
                };
            case Decision.Decline decline -> decline(decline.reason());
        };
    }

    private Transition ledger(Env env, ChannelProposal.Ledger ledger, Bytes nonceShare, Instant now) {
        List<Participant> parts = List.of(ledger.participant(), env.self());
        Params params = Opening.params(proposal.base(), parts, nonceShare, true);
        var accept = new ProposalAnswer.LedgerAccept(dossier.key(), nonceShare, env.self());
        return Opening.sign(env, dossier, proposal.base(), params, accept, now);
    }

    /** The person may have thought for long: what was enough for it then may be spent now. */
    private Transition sub(Env env, Bytes nonceShare, Instant now) {
        Optional<Live> parent = env.family().around();
        if (parent.isEmpty()) {
            return decline(Reasons.PARENT_CLOSED);
        }
        Optional<String> refusal = SubOpening.funds(parent.get(), proposal.base());
        if (refusal.isPresent()) {
            return decline(refusal.get());
        }
        Params params =
                Opening.params(proposal.base(), parent.get().terms().params().parts(), nonceShare, false);
        var accept = new ProposalAnswer.SubAccept(dossier.key(), nonceShare);
        return Opening.sign(env, dossier, proposal.base(), params, accept, now);
    }

    @Override
    public Transition neighbours(Env env, Instant now) {
        return env.family().isParentOver() ? decline(Reasons.PARENT_CLOSED) : Transition.stay(this);
    }

    /** A question that nobody answers must not hold a place for ever (THREATS.md 20). */
    @Override
    public Transition timedOut(Env env, Timer timer, Instant now) {
        return switch (timer) {
            case ANSWER -> decline(Reasons.UNDECIDED);
            case UPDATE, TURN, LEDGER -> Transition.stay(this);
        };
    }

    private Transition decline(String reason) {
        return Transition.to(new Ended(dossier, proposal.base().initialBalances(), reason))
                .send(new ProposalAnswer.Reject(dossier.key(), reason))
                .done();
    }
}
