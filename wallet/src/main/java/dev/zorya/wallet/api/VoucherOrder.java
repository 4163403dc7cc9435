package dev.zorya.wallet.api;

import java.time.Duration;

/**
 * A {@code PerunPeerVoucher} to issue: this person vouches for a contact.
 *
 * @param did of the contact
 * @param statement in this person's words, at most 200 characters; the holder can show it to others
 * @param lifetime at most two years
 */
public record VoucherOrder(String did, String statement, Duration lifetime) {}
