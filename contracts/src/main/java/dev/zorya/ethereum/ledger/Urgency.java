package dev.zorya.ethereum.ledger;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/** How long a transaction may take to get into a block. */
sealed interface Urgency {
    /** Waiting costs nothing but time. */
    record None() implements Urgency {}

    /**
     * After the deadline the transaction is worth nothing.
     *
     * @param deadline block time by which it must be in a block
     * @param whole from the event that it answers to the deadline
     * @param stake what of the account's own coin would be at risk, wei
     */
    record Deadline(Instant deadline, Duration whole, BigInteger stake) implements Urgency {
        private static final long MOST = 64;

        /**
         * How many times in a row half of the time that was left has gone by: 1, 2, 4 … 64. It depends on the time alone, so it
         * is the same after a restart and never goes down.
         */
        long pressure(Instant now) {
            long left = Math.max(1, Duration.between(now, deadline).toSeconds());
            long pressure = 1;
            while (pressure < MOST && whole.toSeconds() / left >= 2 * pressure) {
                pressure *= 2;
            }
            return pressure;
        }
    }
}
