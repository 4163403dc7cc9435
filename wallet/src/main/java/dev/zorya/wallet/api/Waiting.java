package dev.zorya.wallet.api;

import java.time.Instant;
import java.util.List;

/** Something from others that waits for this person's consent. Closing it means: ask later. */
public sealed interface Waiting {
    String id();

    /** Who asks. */
    String did();

    Instant since();

    /** Nobody is asked after this. */
    Instant expires();

    /**
     * Somebody without an invitation of ours wants to be a contact.
     *
     * @param claimedName unverified
     * @param comparisonCode to compare with them
     */
    record Introduction(
            String id,
            String did,
            String claimedName,
            String address,
            String endpoint,
            String comparisonCode,
            Instant since,
            Instant expires)
            implements Waiting {}

    /** A contact offers a credential about us. */
    record Offer(String id, String did, CredentialView credential, Instant since, Instant expires) implements Waiting {}

    /**
     * A contact wants to see a credential of ours.
     *
     * @param type of the credential
     * @param issuerDid by whom it has to be, or empty
     * @param reason in their words, cleaned
     * @param matching ours that fit; a credential is always shown whole
     */
    record ProofRequest(
            String id,
            String did,
            String type,
            String issuerDid,
            String reason,
            List<CredentialView> matching,
            Instant since,
            Instant expires)
            implements Waiting {}
}
