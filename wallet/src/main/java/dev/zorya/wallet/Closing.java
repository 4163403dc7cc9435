package dev.zorya.wallet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes several things although one of them fails. */
final class Closing {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private Closing() {}

    /** In this order. */
    static void all(AutoCloseable... parts) {
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("a part of the wallet did not close in good order", e);
            }
        }
    }
}
