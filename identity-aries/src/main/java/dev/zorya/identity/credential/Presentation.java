package dev.zorya.identity.credential;

import dev.zorya.identity.Claims;
import dev.zorya.identity.CompactJws;
import dev.zorya.identity.ContactRefused;
import dev.zorya.identity.Identity;
import dev.zorya.identity.IdentityUnavailable;
import dev.zorya.identity.credential.CredentialRefused.Reason;
import java.time.Instant;

/**
 * A credential as its subject shows it to one verifier on one occasion. The signature over challenge and audience is what a thief of
 * the credential cannot make (THREATS.md 54, 55).
 */
public final class Presentation {
    private static final String TYPE = "perun-presentation+jwt";
    private static final int FIELDS = 5;
    private static final int MAX_TEXT = 20_000;

    private Presentation() {}

    /**
     * What the verifier asked for.
     *
     * @param holder DID of the contact that was asked
     * @param audience DID of the verifier
     * @param challenge random, used once: the caller forgets it with the first answer
     * @param issuer DID that has to have signed it, or empty for anybody
     */
    public record Demand(String holder, String audience, String challenge, String type, String issuer) {}

    public static String sign(
            SignedCredential credential, String audience, String challenge, Identity holder, Instant now)
            throws IdentityUnavailable {
        return holder.sign(TYPE, Claims.write(json -> {
            json.writeStringProperty("iss", holder.did());
            json.writeStringProperty("aud", audience);
            json.writeStringProperty("nonce", challenge);
            json.writeNumberProperty("iat", now.getEpochSecond());
            json.writeStringProperty("credential", credential.text());
        }));
    }

    /** Every check that the text and the demand allow. Whether the issuer has withdrawn it only the issuer knows. */
    public static SignedCredential read(String text, Demand demand, Instant now) throws CredentialRefused {
        if (text.length() > MAX_TEXT) {
            throw new CredentialRefused(Reason.DAMAGED);
        }
        SignedCredential shown;
        try {
            CompactJws signed = CompactJws.verified(text, TYPE);
            Claims claims = signed.claims();
            require(claims.size() == FIELDS && claims.text("iss").equals(signed.signer()), Reason.DAMAGED);
            require(signed.signer().equals(demand.holder()), Reason.OTHER_HOLDER);
            require(claims.text("aud").equals(demand.audience()), Reason.OTHER_AUDIENCE);
            require(claims.text("nonce").equals(demand.challenge()), Reason.OTHER_CHALLENGE);
            shown = SignedCredential.read(claims.text("credential"));
        } catch (ContactRefused e) {
            throw new CredentialRefused(Reason.DAMAGED);
        }
        Credential credential = shown.credential();
        require(credential.subject().equals(demand.holder()), Reason.OTHER_HOLDER);
        require(credential.type().equals(demand.type()), Reason.OTHER_TYPE);
        require(demand.issuer().isEmpty() || credential.issuer().equals(demand.issuer()), Reason.OTHER_ISSUER);
        shown.require(demand.holder(), now);
        return shown;
    }

    private static void require(boolean holds, Reason otherwise) throws CredentialRefused {
        if (!holds) {
            throw new CredentialRefused(otherwise);
        }
    }
}
