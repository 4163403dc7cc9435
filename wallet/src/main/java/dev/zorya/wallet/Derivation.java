package dev.zorya.wallet;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.web3j.crypto.Bip32ECKeyPair;

/** The keys that come from the words. Changing a line here changes the addresses of every wallet that is restored. */
final class Derivation {
    private static final int HARDENED = Bip32ECKeyPair.HARDENED_BIT;

    /** m/44'/60'/0'/0/0, where other Ethereum wallets look first too. */
    private static final int[] ETHEREUM = {44 | HARDENED, 60 | HARDENED, HARDENED, 0, 0};

    private static final byte[] IDENTITY = "zorya/identity/ed25519/0".getBytes(StandardCharsets.US_ASCII);
    private static final String FURTHER = "zorya/further/0/";
    private static final int KEY_SIZE = 32;

    private Derivation() {}

    /** @param seed 64 bytes of BIP-39 */
    static byte[] ethereumKey(byte[] seed) {
        BigInteger key = Bip32ECKeyPair.deriveKeyPair(Bip32ECKeyPair.generateKeyPair(seed), ETHEREUM)
                .getPrivateKey();
        byte[] magnitude = key.toByteArray();
        byte[] secret = new byte[KEY_SIZE];
        int length = Math.min(magnitude.length, KEY_SIZE);
        System.arraycopy(magnitude, magnitude.length - length, secret, KEY_SIZE - length, length);
        Arrays.fill(magnitude, (byte) 0);
        return secret;
    }

    /** HKDF-SHA256 over the seed: no standard path for a DID key exists, and BIP-32 is not made for Ed25519. */
    static byte[] identitySeed(byte[] seed) {
        return expand(seed, IDENTITY);
    }

    /** @param purpose a few words; each has its own secret */
    static byte[] further(byte[] identitySeed, String purpose) {
        return expand(identitySeed, (FURTHER + purpose).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] expand(byte[] secret, byte[] purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(purpose, KEY_SIZE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("JDK 25 has HKDF", e);
        }
    }
}
