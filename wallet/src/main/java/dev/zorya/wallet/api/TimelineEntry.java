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
        /** We close without the other side. */
        CLOSING_ALONE,
        /** A balance is on the chain, and it is right. */
        REGISTERED,
        /** The other side put an old balance on the chain. */
        OLD_BALANCE,
        /** The other side put a balance on the chain that we do not have. */
        UNKNOWN_BALANCE,
        /** The chain took our newer balance instead of an old one. */
        ANSWERED,
        /** An app went on before the chain. */
        PROGRESSED,
        CONCLUDED,
        WITHDRAWN,
        DECLINED,
        PROBLEM
    }
}
