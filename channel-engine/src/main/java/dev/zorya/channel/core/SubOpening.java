package dev.zorya.channel.core;

import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.ProposalBase;
import dev.zorya.channel.port.Question;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a sub-channel begins inside a channel in use (OFFCHAIN.md 7.4). */
final class SubOpening {
    /** Channels of a tree that are not over: a registration of all of them has to fit into a block (THREATS.md 16). */
    static final int MAX_MEMBERS = 16;

    /** Channels from the ledger channel down to the innermost one. */
    static final int MAX_DEPTH = 8;

    private SubOpening() {}

    /**
     * What speaks against a sub-channel, whoever proposes it.
     *
     * @param proposer index of who proposes
     * @param members channels of the tree that are not over
     * @param depth channels from the ledger channel down to {@code parent}
     */
    static Optional<String> refusal(
            Env env, ChannelState parent, int proposer, ProposalBase base, int members, int depth) {
        Optional<Live> live = parent.inUse();
        if (live.isEmpty() || live.get().wish() == Live.Wish.CLOSE) {
            return Optional.of("the channel is not open");
        }
        if (proposer != 0) {
            return Optional.of("only the side that opened a channel can open sub-channels in it");
        }
        if (members >= MAX_MEMBERS || depth >= MAX_DEPTH) {
            return Optional.of("more than " + MAX_MEMBERS + " channels, or more than " + MAX_DEPTH
                    + " inside each other, could not be settled together");
        }
        return Opening.limits(env, base).or(() -> funds(live.get(), base));
    }

    static Optional<String> funds(Live parent, ProposalBase base) {
        var balances = base.initialBalances().balances();
        if (!base.initialBalances().assets().equals(parent.state().allocation().assets())) {
            return Optional.of("a sub-channel has the assets of its parent");
        }
        if (!base.fundingAgreement().equals(balances)) {
            return Optional.of("a sub-channel is funded from the balances of its parent");
        }
        return parent.state().balances().covers(balances)
                ? Optional.empty()
                : Optional.of("the balances of the channel do not suffice");
    }

    static Transition propose(Env env, Live parent, ProposalBase base, Instant now) {
        ChannelProposal.Sub proposal =
                new ChannelProposal.Sub(base, parent.terms().id());
        ProposalSent next = new ProposalSent(
                dossier(parent, base, now),
                proposal,
                parent.terms().part(parent.dossier().peerIndex()));
        return Transition.to(next)
                .persist(List.of(), Journal.line(now, "PROPOSED", 0, "parent=" + proposal.parent()))
                .send(proposal)
                .schedule(Timer.ANSWER, env.limits().proposalAnswer())
                .done();
    }

    static Transition proposed(Env env, Live parent, ChannelProposal.Sub proposal, Instant now) {
        return Transition.to(new ProposalReceived(dossier(parent, proposal.base(), now), proposal))
                .ask(new Question.Open(parent.dossier().peer(), proposal))
                .schedule(Timer.ANSWER, Opening.patience(env, proposal.base()))
                .done();
    }

    private static Dossier dossier(Live parent, ProposalBase base, Instant now) {
        Dossier above = parent.dossier();
        return new Dossier(
                base.proposalId(),
                above.peer(),
                above.extensions(),
                above.ownIndex(),
                now,
                parent.terms().id());
    }
}
