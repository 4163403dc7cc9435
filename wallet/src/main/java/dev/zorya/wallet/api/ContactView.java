package dev.zorya.wallet.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param did the contact's wallet DID, its identity in this wallet
 * @param name given by this person, never by the contact
 * @param claimedName what the contact calls itself, unverified
 * @param address 0x and 40 hexadecimal digits, EIP-55; empty for a contact added by its bare address until the first channel
 * @param endpoint host:port
 * @param comparisonCode 4 + 4 letters and digits, the same on both sides (UI.md 6); empty for a contact added by its bare address,
 *     whose program shows none
 * @param expires of the contact card, or null where there is none
 */
public record ContactView(
        String did,
        String name,
        String claimedName,
        String address,
        String endpoint,
        String comparisonCode,
        Badge badge,
        boolean online,
        Instant added,
        @Nullable Instant expires) {
    /** The words of UI.md 7. */
    public enum Badge {
        UNVERIFIED,
        CONNECTING,
        KEY_PROVEN,
        CREDENTIAL_VERIFIED,
        CODE_COMPARED,
        CARD_EXPIRED,
        CREDENTIAL_REVOKED,
        WRONG_KEY,
        BLOCKED,
        PRACTICE
    }
}
