package dev.zorya.storage;

import java.time.Instant;

/** Instants as the database keeps them: nanoseconds since 1970, up to the year 2262; what lies outside becomes the limit. */
final class Times {
    private static final long NANOS = 1_000_000_000L;

    private Times() {}

    static long nanos(Instant instant) {
        try {
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS), instant.getNano());
        } catch (ArithmeticException outside) {
            return instant.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }
}
