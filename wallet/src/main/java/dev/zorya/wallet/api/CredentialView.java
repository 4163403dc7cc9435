package dev.zorya.wallet.api;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A credential as a person sees it.
 *
 * @param id within this wallet
 * @param type such as {@code PerunPeerVoucher}
 * @param issuerDid who signed it
 * @param issuerName the name of the contact with that DID, or what the issuer calls itself, see {@code issuerIsContact}
 * @param issuerIsContact the issuer is a verified contact; otherwise the name is only a claim
 * @param subjectDid whom it is about
 * @param claims by name, in order; texts cleaned of control characters
 * @param expires null if it does not
 */
public record CredentialView(
        String id,
        String type,
        String issuerDid,
        String issuerName,
        boolean issuerIsContact,
        String subjectDid,
        Map<String, String> claims,
        Instant issued,
        @Nullable Instant expires,
        Standing standing) {
    public enum Standing {
        VALID,
        EXPIRED,
        /** The issuer has withdrawn it. */
        REVOKED
    }
}
