package dev.zorya.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.junit.jupiter.api.Test;

class RsaDidTest {
    private static final BigInteger MODULUS =
            BigInteger.ONE.shiftLeft(2047).add(BigInteger.valueOf(0x1234567)).setBit(0);

    @Test
    void theKeyStandsInTheName() {
        String did = RsaDid.of(MODULUS, 65537);
        assertTrue(did.startsWith("did:key:z4MX"), "as every RSA key of 2048 bits in did:key: " + did);
        byte[] raw = Base58.decode(did.substring("did:key:z".length())).orElseThrow();
        assertEquals(0x85, raw[0] & 0xff);
        assertEquals(0x24, raw[1]);
        RSAPublicKey key = RSAPublicKey.getInstance(Arrays.copyOfRange(raw, 2, raw.length));
        assertEquals(MODULUS, key.getModulus());
        assertEquals(BigInteger.valueOf(65537), key.getPublicExponent());
    }
}
