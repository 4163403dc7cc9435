package dev.zorya.identity.agent;

/** A proof that must not count, although the agent may call it verified. The message is one sentence for the person. */
public final class PresentationRefused extends Exception {
    private static final long serialVersionUID = 1L;

    /** One for each check of ARIES.md 5. */
    public enum Reason {
        /** Nobody asked for it, or the question was answered before. */
        NOT_ASKED("It answers a question that was not asked, or a second time."),
        OTHER_CONNECTION("It came from somebody else than the one who was asked."),
        /** The agent does not say {@code "verified": "true"}, or says so about something else. */
        NOT_VERIFIED("Its signatures do not hold."),
        OLD_CHALLENGE("It was made for another question."),
        MALFORMED("It is not in the form that was asked for."),
        NOT_ONE_CREDENTIAL("It does not consist of exactly one credential."),
        OTHER_TYPE("It is a credential of another type."),
        /** The stolen card: whoever presents it is not the one it is about. */
        OTHER_HOLDER("The credential belongs to another DID."),
        OTHER_ISSUER("The credential was signed by somebody else."),
        EXPIRED("The credential is past its date."),
        NOT_YET_VALID("The credential is dated in the future."),
        /** The card in it fails one of its own checks; see the cause. */
        CARD_REFUSED("The contact card in it does not hold.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Reason reason;

    PresentationRefused(Reason reason, String details) {
        super(reason.sentence, new IllegalArgumentException(details));
        this.reason = reason;
    }

    PresentationRefused(Reason reason, Exception cause) {
        super(String.valueOf(cause.getMessage()), cause);
        this.reason = reason;
    }

    /** The wallet has a reason of its own not to take this card. */
    public static PresentationRefused byWallet(Exception cause) {
        return new PresentationRefused(Reason.CARD_REFUSED, cause);
    }

    public Reason reason() {
        return reason;
    }
}
