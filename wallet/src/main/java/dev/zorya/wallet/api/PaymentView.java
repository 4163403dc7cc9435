package dev.zorya.wallet.api;

import java.time.Instant;

/**
 * One row of activity.
 *
 * @param id names the payment in both books
 * @param version of the channel that carries it
 */
public record PaymentView(
        String id,
        String channelKey,
        String contactDid,
        boolean incoming,
        Status status,
        Amount amount,
        String memo,
        long version,
        Instant at) {
    /** UI.md 7; "failed" is not a status of money. */
    public enum Status {
        PENDING,
        DONE,
        CANCELLED
    }
}
