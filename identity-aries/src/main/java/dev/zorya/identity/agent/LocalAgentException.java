package dev.zorya.identity.agent;

/** A local agent could not be made or started; the message says where it stopped, for bug reports. */
public final class LocalAgentException extends Exception {
    private static final long serialVersionUID = 1L;

    public enum Reason {
        /** No Python 3.12 or newer that runs. */
        NO_PYTHON,
        /** The packages could not be fetched or put in place. */
        NOT_INSTALLED,
        /** It did not become ready in time. */
        NOT_STARTED
    }

    private final Reason reason;

    LocalAgentException(Reason reason, String details) {
        super(details);
        this.reason = reason;
    }

    LocalAgentException(Reason reason, Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
