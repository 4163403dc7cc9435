package dev.zorya.identity.letter;

import dev.zorya.channel.message.Extension;
import dev.zorya.identity.Claims;
import dev.zorya.identity.CompactJws;
import dev.zorya.identity.ContactRefused;
import dev.zorya.identity.Identity;
import dev.zorya.identity.IdentityUnavailable;
import dev.zorya.identity.letter.LetterRefused.Reason;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What one wallet says to another.
 *
 * @param from DID of the sender
 * @param to DID of the recipient
 * @param id random, never used again
 * @param kind which part of the other wallet it is for, such as {@code credential/offer}
 * @param body JSON object
 * @param issued to the second
 * @param expires to the second; at most {@link #LIFETIME} later
 */
public record Letter(String from, String to, String id, String kind, String body, Instant issued, Instant expires) {
    /** The longest time in which a letter can arrive, and so for which its id has to be remembered. */
    public static final Duration LIFETIME = Duration.ofDays(14);

    /** The longest body, in UTF-8 bytes; whatever it says, it then fits {@link Extension#MAX_LETTER}. */
    public static final int MAX_BODY = 48 << 10;

    private static final String TYPE = "zorya-letter+jwt";
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{16,64}");
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9/-]{0,63}");

    public Letter {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not the id of a letter");
        }
        requireFits(kind, body);
    }

    /** @throws IllegalArgumentException if no letter can be of this kind or have this body */
    public static void requireFits(String kind, String body) {
        if (!KIND.matcher(kind).matches() || body.getBytes(StandardCharsets.UTF_8).length > MAX_BODY) {
            throw new IllegalArgumentException("no letter can have this kind, or a body of this length");
        }
    }

    /** As a JWS of {@code identity}, which has to be {@link #from}. */
    public String sign(Identity identity) throws IdentityUnavailable {
        return identity.sign(TYPE, Claims.write(json -> {
            json.writeStringProperty("iss", from);
            json.writeStringProperty("aud", to);
            json.writeStringProperty("jti", id);
            json.writeNumberProperty("iat", issued.getEpochSecond());
            json.writeNumberProperty("exp", expires.getEpochSecond());
            json.writeStringProperty("kind", kind);
            json.writeStringProperty("body", body);
        }));
    }

    /**
     * Reads a letter and makes the checks of ARIES.md 5 that the letter alone allows. Whether {@link #from} is who the connection proved,
     * and whether {@link #id} was used before, is for the caller to check.
     *
     * @param own the DIDs of this wallet
     * @param now to judge the dates by
     * @throws LetterRefused if anything does not hold
     */
    public static Letter read(String text, Predicate<String> own, Instant now) throws LetterRefused {
        if (text.length() > Extension.MAX_LETTER) {
            throw new LetterRefused(Reason.DAMAGED, "longer than a letter can be");
        }
        Letter letter = verified(text);
        if (!own.test(letter.to)) {
            throw new LetterRefused(Reason.OTHER_RECIPIENT, "for " + letter.to);
        }
        if (letter.issued.isAfter(now.plus(CLOCK_SKEW))) {
            throw new LetterRefused(Reason.NOT_YET_VALID, "issued " + letter.issued);
        }
        if (!letter.expires.isAfter(now)) {
            throw new LetterRefused(Reason.EXPIRED, "expired " + letter.expires);
        }
        if (letter.expires.isAfter(letter.issued.plus(LIFETIME))) {
            throw new LetterRefused(Reason.DAMAGED, "valid for too long");
        }
        return letter;
    }

    private static Letter verified(String text) throws LetterRefused {
        try {
            CompactJws signed = CompactJws.verified(text, TYPE);
            Claims claims = signed.claims();
            if (!signed.signer().equals(claims.text("iss"))) {
                throw new LetterRefused(Reason.DAMAGED, "kid and iss differ");
            }
            return new Letter(
                    signed.signer(),
                    claims.text("aud"),
                    claims.text("jti"),
                    claims.text("kind"),
                    claims.text("body"),
                    Instant.ofEpochSecond(claims.number("iat")),
                    Instant.ofEpochSecond(claims.number("exp")));
        } catch (ContactRefused | IllegalArgumentException | DateTimeException e) {
            throw new LetterRefused(
                    Reason.DAMAGED, e instanceof ContactRefused refused ? refused.details() : "fields of a letter");
        }
    }
}
