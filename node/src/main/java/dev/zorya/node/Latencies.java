package dev.zorya.node;

import java.util.Arrays;
import java.util.Locale;

/** Durations of many equal things, and how long they took together. @param nanos sorted ascending */
public record Latencies(long[] nanos, double seconds) {
    public Latencies {
        nanos = nanos.clone();
        Arrays.sort(nanos);
    }

    public double perSecond() {
        return nanos.length / seconds;
    }

    /** @param share between 0 and 1 */
    public double millis(double share) {
        return nanos.length == 0 ? 0 : nanos[(int) Math.min(nanos.length - 1, share * nanos.length)] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d payments in %.1f s: %,.0f payments/s, p50 %.2f ms, p99 %.2f ms",
                nanos.length,
                seconds,
                perSecond(),
                millis(0.5),
                millis(0.99));
    }
}
