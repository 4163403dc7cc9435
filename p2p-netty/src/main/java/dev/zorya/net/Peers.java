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

    /**
     * A contact without a pin has proven its wire identity on a connection that we dialled. From then on {@link #find} should say
     * that this is its TLS key: whoever comes between later is noticed (safety rule 6).
     *
     * @param key what stood at its address
     */
    default void shown(WireIdentity identity, Fingerprint key) {}
}
