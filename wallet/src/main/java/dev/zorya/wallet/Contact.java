package dev.zorya.wallet;

import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.identity.CardClaims;
import java.time.Instant;

/**
 * Somebody whose card was accepted, with everything that is pinned (safety rule 6).
 *
 * @param name given by this person
 * @param text the card as it was pasted
 * @param card the claims in it
 */
record Contact(String name, String text, CardClaims card, Instant added, boolean codeCompared) {
    String did() {
        return card.did();
    }

    WireIdentity wire() {
        return WireIdentity.single(card.wireAddress());
    }

    Participant participant() {
        return Participant.ethereum(card.perunAddress());
    }

    boolean extensions() {
        return card.capabilities().contains(CardClaims.EXTENSIONS);
    }

    boolean expired(Instant now) {
        return !card.expires().isAfter(now);
    }

    Contact named(String other) {
        return new Contact(other, text, card, added, codeCompared);
    }

    Contact compared() {
        return new Contact(name, text, card, added, true);
    }
}
