package dev.zorya.net;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;

/**
 * What a contact card pins of a TLS certificate: SHA-256 of its public key (SubjectPublicKeyInfo, DER). A renewed
 * certificate of the same key keeps it; dates and names of the certificate do not matter (safety rule 6).
 *
 * @param sha256 32 bytes
 */
public record Fingerprint(Bytes sha256) {
    private static final int SIZE = 32;

    /** @throws MalformedException unless there are 32 bytes */
    public Fingerprint {
        if (sha256.size() != SIZE) {
            throw new MalformedException("a TLS fingerprint has 32 bytes, not " + sha256.size());
        }
    }

    public static Fingerprint of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded == null) {
            throw new MalformedException("the TLS key has no standard encoding");
        }
        try {
            return new Fingerprint(
                    Bytes.wrap(MessageDigest.getInstance("SHA-256").digest(encoded)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return sha256.hex();
    }
}
