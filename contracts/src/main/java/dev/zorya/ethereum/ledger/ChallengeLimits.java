package dev.zorya.ethereum.ledger;

import java.time.Duration;

/** How long the other side of a channel may have to answer in a dispute (safety rule 7). Both ends are allowed. */
public record ChallengeLimits(Duration shortest, Duration longest) {
    private static final Duration MONTH = Duration.ofDays(30);

    /** Where money is real. */
    public static final ChallengeLimits REAL = new ChallengeLimits(Duration.ofMinutes(10), MONTH);

    /** Where a person wants to see the end of a dispute. */
    public static final ChallengeLimits PRACTICE = new ChallengeLimits(Duration.ofSeconds(10), MONTH);

    /** Where a program wants to. */
    public static final ChallengeLimits TEST = new ChallengeLimits(Duration.ofSeconds(1), MONTH);

    /** @param seconds unsigned */
    boolean allow(long seconds) {
        return Long.compareUnsigned(seconds, shortest.toSeconds()) >= 0
                && Long.compareUnsigned(seconds, longest.toSeconds()) <= 0;
    }
}
