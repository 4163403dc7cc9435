package dev.zorya.channel.core;

import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.value.Bytes;
import java.time.Instant;

/** The policy is being asked. Not durable: after a crash the peer proposes again. */
public record ProposalReceived(Dossier dossier, ChannelProposal.Ledger proposal) implements ChannelState {
    @Override
    public Phase phase() {
        return Phase.INIT_ACTING;
    }

    @Override
    public Transition decided(Env env, Decision decision, Bytes nonceShare, Instant now) {
        return switch (decision) {
            case Decision.Accept accept ->
                Opening.sign(
                        env,
                        dossier,
                        proposal,
                        new ProposalAnswer.LedgerAccept(dossier.key(), nonceShare, env.self()),
                        now);
            case Decision.Decline decline ->
                Transition.to(new Ended(dossier, proposal.base().initialBalances(), decline.reason()))
                        .send(new ProposalAnswer.Reject(dossier.key(), decline.reason()))
                        .done();
        };
    }
}
