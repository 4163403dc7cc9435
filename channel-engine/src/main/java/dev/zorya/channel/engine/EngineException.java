package dev.zorya.channel.engine;

/** Why something that was asked of the engine did not happen, or is not certain yet. */
public final class EngineException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Decides what the person is told. Unless said otherwise, nothing was signed and nothing changes. */
    public enum Reason {
        UNKNOWN_CHANNEL,
        NOT_OPEN,
        AMOUNT,
        INSUFFICIENT,
        BUSY,
        /** The channel comes from a copy that may be old; it waits for the peer (safety rule 10). */
        STALE,
        /** The peer said no. A payment stays pending until the peer signs a version without it. */
        REJECTED,
        /** A payment that the peer did not take can never take effect any more. */
        CANCELLED,
        /** Signed and sent; the peer has not answered. Stays pending and is sent again by itself. */
        UNANSWERED,
        PEER_OFFLINE,
        /** Somebody else answers at the peer's address. */
        WRONG_KEY,
        /** The ledger could not settle such a channel, or our own limits forbid it. */
        REFUSED,
        LEDGER,
        STORE,
        CLOSED
    }

    private final Reason reason;

    public EngineException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public EngineException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
