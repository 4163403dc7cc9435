package dev.zorya.identity;

/** A contact text that must not become a contact. The message is one sentence for the person. */
public final class ContactRefused extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why; one for each check of ARIES.md 5 that a card can fail. */
    public enum Reason {
        /** Not complete, changed on its way, or not a contact text at all. */
        DAMAGED("This contact text is not complete or was changed on its way."),
        EXPIRED("This contact card is past its date."),
        /** One of the two clocks is wrong. */
        NOT_YET_VALID("This contact card is dated in the future."),
        OTHER_NETWORK("This contact is on another network."),
        /** The Perun address does not vouch for the DID. */
        WRONG_BINDING("This contact card does not prove that the address in it belongs to its owner."),
        OWN_CARD("This is your own contact card."),
        /** A rollback to an old endpoint or key. */
        OLDER("You already have a newer card of this contact."),
        /** The contact is pinned with another address or wire key (safety rule 6). */
        OTHER_KEYS("This card names a contact that you know, but with other keys.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Reason reason;
    private final String details;

    ContactRefused(Reason reason, String details) {
        super(reason.sentence);
        this.reason = reason;
        this.details = details;
    }

    public Reason reason() {
        return reason;
    }

    /** What exactly did not hold; for bug reports. */
    public String details() {
        return details;
    }
}
