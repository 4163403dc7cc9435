package dev.zorya.channel.core;

import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.port.Question;
import dev.zorya.channel.value.Bytes;
import java.time.Instant;

/** The policy is being asked. Not durable: after a crash the peer proposes again. */
public record ProposalReceived(Dossier dossier, ChannelProposal.Ledger proposal) implements ChannelState {
    @Override
    public Phase phase() {
        return Phase.INIT_ACTING;
    }

    @Override
    public Transition decided(Env env, Question question, Decision decision, Bytes nonceShare, Instant now) {
        return switch (decision) {
            case Decision.Accept accept ->
                Opening.sign(
                        env,
                        dossier,
                        proposal,
                        new ProposalAnswer.LedgerAccept(dossier.key(), nonceShare, env.self()),
                        now);
            case Decision.Decline decline -> decline(decline.reason());
        };
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
