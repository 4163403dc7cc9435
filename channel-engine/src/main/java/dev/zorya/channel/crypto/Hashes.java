package dev.zorya.channel.crypto;

import dev.zorya.channel.value.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.crypto.digests.KeccakDigest;

/**
 * The two hashes of the protocol. They share a permutation and differ in their padding (OFFCHAIN.md 11, pitfall 2): Keccak-256
 * is Ethereum's, SHA3-256 is FIPS 202.
 */
public final class Hashes {
    private static final int SIZE = 32;

    private Hashes() {}

    /** Keccak-256 of the parts one after another; 32 bytes. */
    public static Bytes keccak256(byte[]... parts) {
        KeccakDigest digest = new KeccakDigest(SIZE * 8);
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] hash = new byte[SIZE];
        digest.doFinal(hash, 0);
        return Bytes.wrap(hash);
    }

    /** SHA3-256 of the parts one after another; 32 bytes. */
    public static Bytes sha3(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA3-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return Bytes.wrap(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA3-256", e);
        }
    }
}
