package dev.zorya.wallet.api;

/**
 * What a pasted contact text says after all checks, before it is kept.
 *
 * @param kind what was pasted; says which of the other fields can be empty
 * @param text the text itself, to add the contact with
 * @param address empty if the text is the bare address of another Perun program, as go-perun's users have it
 * @param comparisonCode empty in that case, too
 * @param known a contact with this DID exists already and would be updated
 */
public record ContactPreview(
        Kind kind,
        String text,
        String did,
        String claimedName,
        String address,
        String endpoint,
        String comparisonCode,
        boolean known) {
    public enum Kind {
        /** A contact card that proves itself. */
        CARD,
        /** The bare address of a Perun program that has no cards. */
        BARE_ADDRESS,
        /** An invitation of a Zorya; it shows its card when it is used, so there is no address yet. */
        INVITATION,
        /** An out-of-band invitation of an Aries agent; there is only a name that it calls itself. */
        AGENT_INVITATION
    }
}
