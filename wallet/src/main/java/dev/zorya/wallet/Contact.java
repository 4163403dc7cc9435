package dev.zorya.wallet;

import dev.zorya.channel.value.WireIdentity;
import java.time.Instant;

/**
 * Somebody whom this person has added, with everything that is pinned (safety rule 6).
 *
 * @param name given by this person
 * @param text what was pasted
 * @param from what it said, and what was learned since
 */
record Contact(String name, String text, Introduction from, Instant added, boolean codeCompared) {
    String did() {
        return from.did();
    }

    WireIdentity wire() {
        return from.wire();
    }

    boolean expired(Instant now) {
        return from.expires().filter(end -> !end.isAfter(now)).isPresent();
    }

    Contact named(String other) {
        return new Contact(other, text, from, added, codeCompared);
    }

    Contact compared() {
        return new Contact(name, text, from, added, true);
    }

    /** A code that was compared stood for the DID. */
    Contact renewed(String newText, ByCard by) {
        return new Contact(name, newText, by, added, codeCompared && by.did().equals(did()));
    }

    Contact knownBy(Introduction other) {
        return new Contact(name, text, other, added, codeCompared);
    }
}
