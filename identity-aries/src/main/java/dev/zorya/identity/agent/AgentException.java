package dev.zorya.identity.agent;

import dev.zorya.identity.IdentityUnavailable;

/** The agent did not do what it was asked; the message is for bug reports. */
public final class AgentException extends Exception {
    private static final long serialVersionUID = 1L;

    private final IdentityUnavailable.Reason reason;

    AgentException(IdentityUnavailable.Reason reason, String details) {
        super(details);
        this.reason = reason;
    }

    public AgentException(IdentityUnavailable.Reason reason, Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
        this.reason = reason;
    }

    public IdentityUnavailable.Reason reason() {
        return reason;
    }

    /** For callers that only want a signature. */
    public IdentityUnavailable asUnavailable() {
        return new IdentityUnavailable(reason, String.valueOf(getMessage()), this);
    }
}
