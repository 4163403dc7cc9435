package dev.zorya.wallet.api;

import java.time.Instant;

/**
 * How the copies of a wallet are, for the health strip.
 *
 * @param newest when the newest was made; the epoch without one
 */
public record CopyHealth(State state, Instant newest) {
    /** Of a wallet that was opened this moment or has none yet. */
    public static final CopyHealth NONE = new CopyHealth(State.NONE, Instant.EPOCH);

    /** UI.md 7. */
    public enum State {
        NONE,
        /** The newest has everything. */
        CURRENT,
        /** Something has changed since the newest. */
        BEHIND,
        /** The last attempt went wrong; it is tried again. */
        FAILED
    }
}
