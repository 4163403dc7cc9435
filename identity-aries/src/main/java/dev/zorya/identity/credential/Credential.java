package dev.zorya.identity.credential;

import dev.zorya.identity.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

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

    private static final Pattern TYPE = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");

    public static final int STATEMENT = 200;
    public static final Duration LONGEST = Duration.ofDays(731);

    public Credential {
        statement = Labels.clean(statement, STATEMENT);
    }

    /** Whether credentials can be of a type with this name. */
    public static boolean isType(String name) {
        return TYPE.matcher(name).matches();
    }

    public boolean expired(Instant now) {
        return !expires.isAfter(now);
    }
}
