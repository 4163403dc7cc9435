package dev.zorya.channel.port;

/** The store did not take or give the data. What was durable before still is. */
public final class StoreException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why; decides what the person is told. */
    public enum Reason {
        DISK_FULL,
        READ_ONLY,
        CORRUPT,
        /** Written by a newer program. */
        NEWER_VERSION,
        /** Another instance holds the wallet. */
        IN_USE,
        IO,
        CLOSED
    }

    private final Reason reason;

    public StoreException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public StoreException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
