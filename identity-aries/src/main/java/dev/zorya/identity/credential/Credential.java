package dev.zorya.identity.credential;

import dev.zorya.identity.Labels;
import java.time.Duration;
import java.time.Instant;

/**
 * What one DID says about another: the claims of a W3C verifiable credential in their JWT form ({@code jti} = id, {@code iss} =
 * issuer, {@code sub} = credentialSubject.id, {@code iat} = validFrom, {@code exp} = validUntil).
 *
 * @param id chosen by the issuer, unique among its credentials; whoever knows it may ask whether it still holds
 * @param type such as {@link #VOUCHER}
 * @param statement in the issuer's words, cleaned, at most {@link #STATEMENT} code points
 * @param issued to the second
 * @param expires to the second
 */
public record Credential(
        String id, String type, String issuer, String subject, String statement, Instant issued, Instant expires) {
    /** Somebody vouches for a contact. */
    public static final String VOUCHER = "PerunPeerVoucher";

    public static final int STATEMENT = 200;
    public static final Duration LONGEST = Duration.ofDays(731);

    public Credential {
        statement = Labels.clean(statement, STATEMENT);
    }

    public boolean expired(Instant now) {
        return !expires.isAfter(now);
    }
}
