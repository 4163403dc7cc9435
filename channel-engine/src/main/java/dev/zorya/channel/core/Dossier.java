package dev.zorya.channel.core;

import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.WireIdentity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a channel from its first moment on.
 *
 * @param key names the channel in this wallet, also before it has an id
 * @param extensions the peer announced that it understands our own messages (DESIGN.md 4)
 * @param ownIndex 0 for the proposer, 1 for the responder
 * @param parent the channel that a sub-channel lives in; null for a ledger channel
 */
public record Dossier(
        ProposalId key,
        WireIdentity peer,
        boolean extensions,
        int ownIndex,
        Instant created,
        @Nullable ChannelId parent) {
    /** Of a ledger channel. */
    public Dossier(ProposalId key, WireIdentity peer, boolean extensions, int ownIndex, Instant created) {
        this(key, peer, extensions, ownIndex, created, null);
    }

    int peerIndex() {
        return 1 - ownIndex;
    }

    boolean isSub() {
        return parent != null;
    }
}
