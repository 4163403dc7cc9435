package dev.zorya.identity.agent;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A credential as one wallet issues it to another: JSON-LD with one inline vocabulary, so that nothing has to be fetched (ARIES.md 3).
 *
 * @param type such as {@code PerunPeerVoucher}; its vocabulary follows from it
 * @param issuerDid who signs
 * @param subjectDid whom it is about
 * @param claims by name, texts only
 * @param expires nothing if it does not
 */
public record Voucher(
        String type,
        String issuerDid,
        String subjectDid,
        Map<String, String> claims,
        Instant issued,
        Optional<Instant> expires) {
    public Voucher {
        claims = Map.copyOf(claims);
    }
}
