package dev.zorya.net;

import java.time.Duration;

/** How long to wait before dialling a kept peer again. */
final class Backoff {
    private static final int MAX_DOUBLINGS = 30;

    private Backoff() {}

    /**
     * Doubles from {@code first} with each failure up to {@code last}; the upper half is random, so that wallets which
     * lost the same peer at once do not come back at once.
     *
     * @param failures since the last connection that held; 0 for the first wait
     * @param random at least 0, below 1
     */
    static Duration wait(Duration first, Duration last, int failures, double random) {
        double doubled = first.toNanos() * Math.pow(2, Math.min(failures, MAX_DOUBLINGS));
        double capped = Math.min(doubled, (double) last.toNanos());
        return Duration.ofNanos((long) (capped * (1 + random) / 2));
    }
}
