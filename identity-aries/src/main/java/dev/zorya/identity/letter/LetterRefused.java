package dev.zorya.identity.letter;

/** A letter that must not be read on. For logs: no person waits for a letter that nobody was promised. */
public final class LetterRefused extends Exception {
    private static final long serialVersionUID = 1L;

    public enum Reason {
        /** Not complete, changed on its way, signed by another key than it says, or no letter at all. */
        DAMAGED,
        /** Somebody else's letter, forwarded. */
        OTHER_RECIPIENT,
        EXPIRED,
        /** One of the two clocks is wrong. */
        NOT_YET_VALID
    }

    private final Reason reason;

    public LetterRefused(Reason reason, String details) {
        super(reason + ": " + details);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
