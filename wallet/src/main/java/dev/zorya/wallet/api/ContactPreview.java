package dev.zorya.wallet.api;

/**
 * What a pasted contact text says after all checks, before it is kept.
 *
 * @param text the text itself, to add the contact with
 * @param address empty if the text is the bare address of another Perun program, as go-perun's users have it
 * @param comparisonCode empty in that case, too
 * @param known a contact with this DID exists already and would be updated
 */
public record ContactPreview(
        String text,
        String did,
        String claimedName,
        String address,
        String endpoint,
        String comparisonCode,
        boolean known) {}
