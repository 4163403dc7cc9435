package dev.zorya.identity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;

/**
 * A DID of the method {@code key} over an RSA key (did:key, multicodec {@code rsa-pub}): how a wallet calls somebody of whom it
 * knows nothing but the key of a wire address.
 */
public final class RsaDid {
    private static final byte[] RSA_PUB = {(byte) 0x85, 0x24};

    private RsaDid() {}

    public static String of(BigInteger modulus, int exponent) {
        try {
            ByteArrayOutputStream raw = new ByteArrayOutputStream();
            raw.write(RSA_PUB);
            raw.write(new RSAPublicKey(modulus, BigInteger.valueOf(exponent)).getEncoded("DER"));
            return "did:key:z" + Base58.encode(raw.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes everything", e);
        }
    }
}
