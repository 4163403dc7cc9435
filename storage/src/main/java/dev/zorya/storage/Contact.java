package dev.zorya.storage;

import dev.zorya.channel.value.Bytes;
import java.time.Instant;
import java.util.Set;

/**
 * Someone this person knows. What is pinned is never replaced without the person (DESIGN.md 3, rule 6).
 *
 * @param id the contact's wallet DID
 * @param name given by this person
 * @param claimedName what the contact calls itself
 * @param card the contact card as it was received, to check and show again
 * @param cardSequence of the card; a lower one is older
 * @param perunAddress on the ledger, as text
 * @param wireIdentity encoded, as it stands in the card
 * @param endpoint host:port
 * @param tlsFingerprint SHA-256 of the certificate's key, or empty if the card names none
 * @param expires of the card
 * @param codeCompared the person has compared the code with the contact in another way
 */
public record Contact(
        String id,
        String name,
        String claimedName,
        String card,
        long cardSequence,
        String perunAddress,
        Bytes wireIdentity,
        String endpoint,
        Bytes tlsFingerprint,
        Instant expires,
        Instant added,
        Set<Pin> pins,
        boolean codeCompared) {
    public Contact {
        pins = Set.copyOf(pins);
    }

    /** What must be the same at the next meeting. */
    public enum Pin {
        DID,
        PERUN_ADDRESS,
        WIRE_KEY,
        TLS_KEY
    }
}
