package dev.zorya.storage;

import dev.zorya.channel.value.Bytes;
import java.time.Instant;

/**
 * An attempt of two wallets to become contacts. What is not known yet is empty.
 *
 * @param id of this attempt
 * @param did of the other wallet
 * @param name as this person will call the contact
 * @param token in the role INVITES the SHA-256 of what makes the invitation usable once; in the role USES_INVITATION the token itself
 * @param ownNonce what the other side has to answer
 * @param theirNonce what the other side wants to see answered
 * @param wire encoded wire address of the other side
 * @param endpoint host:port of the other side
 * @param tls SHA-256 of the TLS key that the other side must show
 * @param card contact card of the other side
 * @param problem why the step is REFUSED: a code, and what else there is to say after a blank
 */
public record Meeting(
        String id,
        Role role,
        Step step,
        String did,
        String name,
        Bytes token,
        String ownNonce,
        String theirNonce,
        Bytes wire,
        String endpoint,
        Bytes tls,
        String card,
        Instant since,
        Instant expires,
        String problem) {
    /** How this wallet takes part. */
    public enum Role {
        /** Gave an invitation to somebody. */
        INVITES,
        /** Was given one. */
        USES_INVITATION
    }

    public enum Step {
        /** For the other side to come. */
        WAITS,
        /** The first letter is on its way and has to be answered. */
        GREETS,
        /** The other side is proven to us; we have to be proven to it. */
        PROVES,
        REFUSED,
        DONE
    }

    public Meeting at(Step next) {
        return stepped(next, "");
    }

    public Meeting refused(String why) {
        return stepped(Step.REFUSED, why);
    }

    private Meeting stepped(Step next, String why) {
        return new Meeting(
                id, role, next, did, name, token, ownNonce, theirNonce, wire, endpoint, tls, card, since, expires, why);
    }

    public Meeting named(String other) {
        return new Meeting(
                id,
                role,
                step,
                did,
                other,
                token,
                ownNonce,
                theirNonce,
                wire,
                endpoint,
                tls,
                card,
                since,
                expires,
                problem);
    }

    public Meeting nonces(String own, String their) {
        return new Meeting(
                id, role, step, did, name, token, own, their, wire, endpoint, tls, card, since, expires, problem);
    }

    /** The other side has shown its card. */
    public Meeting shown(String otherDid, Bytes otherWire, String otherCard) {
        return new Meeting(
                id,
                role,
                step,
                otherDid,
                name,
                token,
                ownNonce,
                theirNonce,
                otherWire,
                endpoint,
                tls,
                otherCard,
                since,
                expires,
                problem);
    }
}
