package dev.zorya.storage;

import java.time.Instant;
import java.util.List;

/**
 * A credential that was shown to somebody.
 *
 * @param other DID of the one who saw it
 * @param name of the contact at that time
 * @param claims names of what was shown
 * @param reason that they gave
 */
public record Share(
        Instant at, String other, String name, String type, String issuer, List<String> claims, String reason) {
    public Share {
        claims = List.copyOf(claims);
    }
}
