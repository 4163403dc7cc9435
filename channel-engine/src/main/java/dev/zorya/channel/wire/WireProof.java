package dev.zorya.channel.wire;

import dev.zorya.channel.message.Control.AuthResponse;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.WireIdentity;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.RSAPublicKeySpec;

/** The check of a peer's proof in the handshake (OFFCHAIN.md 2.3). */
public final class WireProof {
    static final String ALGORITHM = "SHA256withRSA";

    /** What a proof turns out to be. */
    public enum Verdict {
        PROVEN,
        /**
         * Not exactly one address under key 1. go-perun takes an empty identity with any signature, and the same address under
         * any other key, because keys are not signed.
         */
        NOT_ONE_ADDRESS,
        /** Not an address of the kind {@code simple}. */
        NOT_AN_ADDRESS,
        /** An address without a key, which crashes go-perun. */
        NO_KEY,
        /** A key under 2048 bits, which others could compute. */
        WEAK_KEY,
        WRONG_SIGNATURE
    }

    private WireProof() {}

    /**
     * What a party signs: the number of its addresses in one byte, then each address in binary form, in ascending order of
     * their keys. Neither keys nor the peer nor the connection are in it.
     */
    public static Bytes signedBytes(WireIdentity identity) {
        int size = 1;
        for (Bytes address : identity.addresses().entries().values()) {
            size += address.size();
        }
        byte[] signed = new byte[size];
        signed[0] = (byte) identity.addresses().entries().size();
        int at = 1;
        for (Bytes address : identity.addresses().entries().values()) {
            address.copyTo(signed, at);
            at += address.size();
        }
        return Bytes.wrap(signed);
    }

    /** Whether the identity's own key has signed it. */
    public static Verdict check(WireIdentity sender, AuthResponse response) {
        if (sender.only().isEmpty()) {
            return Verdict.NOT_ONE_ADDRESS;
        }
        try {
            SimpleAddress.RsaKey key =
                    SimpleAddress.in(sender).flatMap(SimpleAddress::key).orElse(null);
            if (key == null) {
                return Verdict.NO_KEY;
            }
            if (key.modulus().bitLength() < WireKey.BITS) {
                return Verdict.WEAK_KEY;
            }
            return isSigned(sender, publicKey(key), response) ? Verdict.PROVEN : Verdict.WRONG_SIGNATURE;
        } catch (MalformedException e) {
            return Verdict.NOT_AN_ADDRESS;
        }
    }

    private static PublicKey publicKey(SimpleAddress.RsaKey key) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.modulus(), BigInteger.valueOf(key.exponent())));
        } catch (GeneralSecurityException e) {
            throw new MalformedException("not an RSA public key", e);
        }
    }

    private static boolean isSigned(WireIdentity sender, PublicKey key, AuthResponse response) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(signedBytes(sender).toArray());
            return signature.verify(response.signature().toArray());
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new MalformedException("not an RSA public key", e);
        }
    }
}
