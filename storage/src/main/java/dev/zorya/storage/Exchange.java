package dev.zorya.storage;

import java.time.Instant;

/**
 * One step of an exchange with a contact, in which something is awaited.
 *
 * @param thread chosen by whoever began, unique together with step and contact
 * @param other DID of the contact
 * @param body what the step has to remember
 */
public record Exchange(Step step, String other, String thread, String body, Instant since, Instant expires) {
    public enum Step {
        /** We have offered a credential. */
        OFFERED,
        /** They offer one, and the person has not answered. */
        OFFER,
        /** The person wants it; it has not come yet. */
        ACCEPTED,
        /** We have issued what they accepted; kept to send it again if they ask again. */
        ISSUED,
        /** We have asked for a proof. */
        ASKED,
        /** They ask for one, and the person has not answered. */
        QUESTION,
        /** The person has answered; they may not have got it yet. */
        ANSWERED
    }

    public Exchange next(Step step, String body, Instant expires) {
        return new Exchange(step, other, thread, body, since, expires);
    }
}
