package dev.zorya.wallet.mail;

import dev.zorya.channel.value.WireIdentity;
import java.util.Optional;

/** The contacts as the post needs them. Answers from memory. */
public interface Correspondents {
    /** DID of the contact that is reached there. */
    Optional<String> did(WireIdentity wire);

    /** Where the contact with this DID is reached, if its program takes letters (DESIGN.md 4). */
    Optional<WireIdentity> wire(String did);

    /** For sentences. */
    String name(String did);
}
