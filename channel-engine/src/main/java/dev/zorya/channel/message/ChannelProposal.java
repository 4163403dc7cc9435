package dev.zorya.channel.message;

import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.WireIdentity;
import java.util.List;

/** A request to open a channel, by kind of channel. */
public sealed interface ChannelProposal extends Message {
    ProposalBase base();

    /**
     * To open a channel on a ledger.
     *
     * @param peers the wire identities of all parties, the proposer first
     */
    record Ledger(ProposalBase base, Participant participant, List<WireIdentity> peers) implements ChannelProposal {
        public Ledger {
            peers = List.copyOf(peers);
        }

        @Override
        public int type() {
            return 4;
        }
    }

    record Sub(ProposalBase base, ChannelId parent) implements ChannelProposal {
        @Override
        public int type() {
            return 6;
        }
    }

    /**
     * To open a channel between two parties through an intermediary.
     *
     * @param indexMaps for each party, where each virtual participant stands in that party's parent channel
     */
    record Virtual(
            ProposalBase base,
            Participant proposer,
            List<WireIdentity> peers,
            List<ChannelId> parents,
            List<List<Integer>> indexMaps)
            implements ChannelProposal {
        public Virtual {
            peers = List.copyOf(peers);
            parents = List.copyOf(parents);
            indexMaps = indexMaps.stream().map(List::copyOf).toList();
        }

        @Override
        public int type() {
            return 8;
        }
    }
}
