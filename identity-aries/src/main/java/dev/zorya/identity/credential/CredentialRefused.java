package dev.zorya.identity.credential;

/** A credential or a presentation that must not count. The message is one sentence for the person. */
public final class CredentialRefused extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why; one for each check that can fail (ARIES.md 5). */
    public enum Reason {
        DAMAGED("It is not complete or was changed on its way."),
        EXPIRED("It is past its date."),
        /** One of the two clocks is wrong. */
        NOT_YET_VALID("It is dated in the future."),
        OTHER_TYPE("It is of another type."),
        /** The same type by somebody else is another credential. */
        OTHER_ISSUER("Somebody else has issued it."),
        OTHER_SUBJECT("It is about somebody else."),
        /** A stolen one: it is good, but whoever shows it is not the one that it is about. */
        OTHER_HOLDER("It is shown by somebody whom it is not about."),
        OTHER_AUDIENCE("It was shown to somebody else."),
        OTHER_CHALLENGE("It was shown on another occasion."),
        /** Not what was offered before. */
        OTHER_CLAIMS("It says something else than what was offered."),
        WITHDRAWN("Its issuer has withdrawn it.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Reason reason;

    public CredentialRefused(Reason reason) {
        super(reason.sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
