package dev.zorya.identity.credential;

import dev.zorya.identity.Claims;
import dev.zorya.identity.CompactJws;
import dev.zorya.identity.ContactRefused;
import dev.zorya.identity.Identity;
import dev.zorya.identity.IdentityUnavailable;
import dev.zorya.identity.credential.CredentialRefused.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A credential whose signature is by the DID that it names as its issuer.
 *
 * @param text a compact JWS; what is kept, and shown to others
 */
public record SignedCredential(Credential credential, String text) {
    private static final String TYPE = "perun-credential+jwt";
    private static final int FIELDS = 7;
    private static final int MAX_TEXT = 8_000;
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9:._-]{1,100}");

    /** The year 9999: later dates have no text form. */
    private static final long LAST_DATE = 253_402_300_799L;

    /** The identity has to be the issuer. */
    public static SignedCredential sign(Credential credential, Identity issuer) throws IdentityUnavailable {
        if (!credential.issuer().equals(issuer.did())) {
            throw new IllegalArgumentException("only the issuer signs");
        }
        String claims = Claims.write(json -> {
            json.writeStringProperty("iss", credential.issuer());
            json.writeStringProperty("sub", credential.subject());
            json.writeStringProperty("jti", credential.id());
            json.writeNumberProperty("iat", credential.issued().getEpochSecond());
            json.writeNumberProperty("exp", credential.expires().getEpochSecond());
            json.writeStringProperty("type", credential.type());
            json.writeStringProperty("statement", credential.statement());
        });
        return new SignedCredential(credential, issuer.sign(TYPE, claims));
    }

    /**
     * Reads strictly: exactly our claims, signed by their issuer. Whether it holds now and for whom is another question.
     *
     * @throws CredentialRefused DAMAGED
     */
    public static SignedCredential read(String text) throws CredentialRefused {
        if (text.length() > MAX_TEXT) {
            throw new CredentialRefused(Reason.DAMAGED);
        }
        try {
            CompactJws signed = CompactJws.verified(text, TYPE);
            Claims claims = signed.claims();
            Credential credential = new Credential(
                    claims.text("jti"),
                    claims.text("type"),
                    claims.text("iss"),
                    claims.text("sub"),
                    claims.text("statement"),
                    date(claims, "iat"),
                    date(claims, "exp"));
            if (claims.size() != FIELDS
                    || !credential.issuer().equals(signed.signer())
                    || !ID.matcher(credential.id()).matches()
                    || !Credential.isType(credential.type())
                    || !credential.statement().equals(claims.text("statement"))) {
                throw new CredentialRefused(Reason.DAMAGED);
            }
            return new SignedCredential(credential, text);
        } catch (ContactRefused e) {
            throw new CredentialRefused(Reason.DAMAGED);
        }
    }

    private static Instant date(Claims claims, String name) throws ContactRefused, CredentialRefused {
        long seconds = claims.number(name);
        if (seconds > LAST_DATE) {
            throw new CredentialRefused(Reason.DAMAGED);
        }
        return Instant.ofEpochSecond(seconds);
    }

    /** Refuses one that is about somebody else or does not hold at this time. */
    public void require(String subject, Instant now) throws CredentialRefused {
        if (!credential.subject().equals(subject)) {
            throw new CredentialRefused(Reason.OTHER_SUBJECT);
        }
        if (credential.issued().isAfter(now.plus(CLOCK_SKEW))) {
            throw new CredentialRefused(Reason.NOT_YET_VALID);
        }
        if (credential.expired(now)) {
            throw new CredentialRefused(Reason.EXPIRED);
        }
        if (credential.expires().isAfter(credential.issued().plus(Credential.LONGEST))) {
            throw new CredentialRefused(Reason.DAMAGED);
        }
    }
}
