package dev.zorya.storage;

import java.time.Duration;

/** What came of a passphrase. */
public sealed interface Unlock {
    /** @param secret to be closed by the caller */
    record Opened(Secret secret) implements Unlock {}

    /**
     * The passphrase is not the one, or someone has changed the file on purpose; the two cannot be told apart.
     *
     * @param pause before the next attempt counts, may be zero
     */
    record WrongPassphrase(Duration pause) implements Unlock {}

    /** Not even tried: wait first (threat 66). */
    record TooSoon(Duration pause) implements Unlock {}
}
