package dev.zorya.identity;

/** The key of the wallet DID cannot be used now because the agent that keeps it does not help. The embedded identity never fails so. */
public final class IdentityUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    public enum Reason {
        /** The agent does not answer; it may later. */
        UNREACHABLE,
        /** It answers, but not to this key. */
        KEY_REFUSED,
        /** It has not got what this wallet needs. */
        TOO_OLD,
        /** It answers and says no. */
        REFUSED
    }

    private final Reason reason;

    public IdentityUnavailable(Reason reason, String details, Throwable cause) {
        super(details, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
