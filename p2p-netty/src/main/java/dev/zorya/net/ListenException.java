package dev.zorya.net;

/** The wallet cannot be reached by others, because it cannot listen. The message says why and what to do. */
public final class ListenException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why; decides what the person is told. */
    public enum Reason {
        /** Another program has the port. */
        PORT_TAKEN,
        /** The operating system does not let this user have the port. */
        NOT_ALLOWED,
        /** The host is not an address of this computer. */
        NO_SUCH_ADDRESS,
        /** Without TLS only loopback addresses are allowed. */
        NOT_PROTECTED
    }

    private final Reason reason;

    ListenException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
