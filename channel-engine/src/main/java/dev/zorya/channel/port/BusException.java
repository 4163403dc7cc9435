package dev.zorya.channel.port;

/** A message could not be handed to a connection. The message names the cause and what to do about it. */
public final class BusException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why; decides what the person is told. */
    public enum Reason {
        /** No address is known for the peer. */
        UNKNOWN_PEER,
        /** Nobody answered at the address in time. */
        OFFLINE,
        /** Somebody answered who is not the pinned contact (safety rule 6). */
        WRONG_KEY,
        /** The connection broke, or did not take the bytes in time. */
        LOST,
        /** The transport is shut down. */
        CLOSED
    }

    private final Reason reason;

    public BusException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public BusException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
