package dev.zorya.ethereum.anvil;

import java.io.IOException;

/** The practice chain cannot be started or does not answer. The message says what a person can do. */
public final class AnvilException extends IOException {
    /** What went wrong. */
    public enum Reason {
        /** There is no anvil program on this machine. */
        MISSING,
        /** The program ended, or said nothing, before it answered. */
        NOT_STARTED,
        /** A saved practice chain exists but cannot be read. */
        STATE_UNREADABLE,
        /** The process runs, or has just died, but a request failed. */
        NOT_ANSWERING,
        /** The node answered a request with an error. */
        REFUSED
    }

    private static final long serialVersionUID = 1;

    private final Reason reason;

    AnvilException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    AnvilException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
