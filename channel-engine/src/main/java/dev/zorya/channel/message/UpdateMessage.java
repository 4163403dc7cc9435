package dev.zorya.channel.message;

import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import java.util.List;

/** Messages about a new version of an existing channel (OFFCHAIN.md 7.3, 7.5, 7.6). */
public sealed interface UpdateMessage extends Message {
    ChannelId channelId();

    long version();

    /**
     * A new version, signed by its proposer.
     *
     * @param actor index of the participant who proposes the update
     */
    record Update(State state, int actor, Signature signature) implements UpdateMessage {
        @Override
        public int type() {
            return 11;
        }

        @Override
        public ChannelId channelId() {
            return state.id();
        }

        @Override
        public long version() {
            return state.version();
        }
    }

    /** An update of the parent that locks funds for a virtual channel, with that channel's signed initial state. */
    record VirtualFunding(Update update, Params params, Transaction initial, List<Integer> indexMap)
            implements UpdateMessage {
        public VirtualFunding {
            indexMap = List.copyOf(indexMap);
        }

        @Override
        public int type() {
            return 12;
        }

        @Override
        public ChannelId channelId() {
            return update.channelId();
        }

        @Override
        public long version() {
            return update.version();
        }
    }

    /** An update of the parent that takes back what a virtual channel held, with that channel's signed final state. */
    record VirtualSettlement(Update update, Params params, Transaction last) implements UpdateMessage {
        @Override
        public int type() {
            return 13;
        }

        @Override
        public ChannelId channelId() {
            return update.channelId();
        }

        @Override
        public long version() {
            return update.version();
        }
    }

    /** Also carries the signature of version 0 while a channel opens. */
    record Accept(ChannelId channelId, long version, Signature signature) implements UpdateMessage {
        @Override
        public int type() {
            return 14;
        }
    }

    record Reject(ChannelId channelId, long version, String reason) implements UpdateMessage {
        @Override
        public int type() {
            return 15;
        }
    }
}
