package dev.zorya.channel.engine;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.Dossier;
import dev.zorya.channel.core.Input;
import dev.zorya.channel.value.ProposalId;
import java.util.Optional;

/** One channel of a tree: whose mailbox it is, and which member of it. The member may not exist yet, or any more. */
record Seat(Channel channel, ProposalId member) {
    void put(Input input) {
        channel.put(member, input);
    }

    Waiters waiters() {
        return channel.waiters(member);
    }

    /** Peer and kind are the same for the whole tree. */
    Dossier dossier() {
        return channel.tree().rootState().dossier();
    }

    Optional<ChannelSnapshot> snapshot() {
        return Optional.ofNullable(channel.tree().members().get(member)).map(ChannelSnapshot::of);
    }
}
