package dev.zorya.wallet.mail;

import dev.zorya.channel.value.WireIdentity;
import dev.zorya.identity.letter.Letter;

/** Takes letters of those who are no contacts, perhaps not yet. On a thread of its own for each letter; may block. */
public interface Door {
    /**
     * A letter for us whose signature and dates hold. Nothing says that the DID belongs to the sender of the connection.
     *
     * @param sender has proven on its connection that it is this wire identity
     */
    void came(WireIdentity sender, Letter letter);

    /** On the network thread. */
    void connection(WireIdentity peer, boolean up);
}
