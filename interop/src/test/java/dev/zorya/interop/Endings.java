package dev.zorya.interop;

import org.jspecify.annotations.Nullable;

/** Closes what a class began, as far as it came. */
final class Endings {
    private Endings() {}

    /** In this order; null is what never began. */
    static void of(@Nullable AutoCloseable... parts) throws Exception {
        for (AutoCloseable part : parts) {
            if (part != null) {
                part.close();
            }
        }
    }
}
