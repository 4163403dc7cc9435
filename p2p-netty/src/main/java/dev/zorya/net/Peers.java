package dev.zorya.net;

import dev.zorya.channel.value.WireIdentity;
import java.util.Optional;

/**
 * The wallet's contacts as the transport needs them. Asked on each dial and each accepted connection, so a new contact
 * card counts at once. Called on the network thread and from senders: answers from memory, never blocks.
 */
public interface Peers {
    /** What is known of a contact; empty for somebody who is none. */
    Optional<KnownPeer> find(WireIdentity identity);
}
