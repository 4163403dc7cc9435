package dev.zorya.wallet.api;

import java.time.Instant;

/**
 * @param sentence what happened
 * @param details version, block, transaction: the second line
 * @param transaction hash in hexadecimal with 0x, or empty
 */
public record TimelineEntry(Instant at, Kind kind, String sentence, String details, String transaction) {
    /** Decides the icon. */
    public enum Kind {
        PROPOSED,
        DEPOSITED,
        OPENED,
        PAID,
        RECEIVED,
        PENDING,
        CANCELLED,
        CLOSING,
        CONCLUDED,
        WITHDRAWN,
        DECLINED,
        PROBLEM
    }
}
