package dev.zorya.channel.port;

import dev.zorya.channel.value.Bytes;
import java.math.BigInteger;
import java.time.Instant;

/**
 * One payment in the book of this wallet. One that goes out is written again under the same id until it is done; one that comes
 * in is done when it comes.
 *
 * @param id 16 bytes, chosen by the payer, the same in both books; a payer who uses one again does not touch earlier lines
 * @param asset index of the asset in the channel
 * @param amount smallest unit, above zero
 * @param version the version of the channel that carries it, unsigned
 * @param request id of the payment request it answers, or empty
 */
public record BookEntry(
        Bytes id,
        Direction direction,
        Status status,
        int asset,
        BigInteger amount,
        String memo,
        long version,
        Bytes request,
        Instant at) {
    /** Seen from this wallet. */
    public enum Direction {
        OUT,
        IN
    }

    /** There is no "failed": it would hide whether money can still move (UI.md 7). */
    public enum Status {
        /** Signed by us, not yet by the peer: treat as spent (safety rule 2). */
        PENDING,
        /** Fully signed and durable. */
        DONE,
        /** A higher version without it is fully signed: it can never take effect. */
        CANCELLED
    }
}
