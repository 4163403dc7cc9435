package dev.zorya.channel.wire;

import dev.zorya.channel.message.Control.AuthResponse;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The RSA key pair behind a wire identity. Its text form shows nothing of it. */
public final class WireKey {
    /** What go-perun makes too, in bits. */
    public static final int BITS = 2048;

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final RSAPrivateCrtKey key;

    private WireKey(PrivateKey key) {
        if (!(key instanceof RSAPrivateCrtKey rsa) || rsa.getModulus().bitLength() < BITS) {
            throw new MalformedException("not an RSA key of at least " + BITS + " bits");
        }
        this.key = rsa;
    }

    /** A new key; takes some tenths of a second. */
    public static WireKey generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS, random);
            return new WireKey(generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK makes RSA keys", e);
        }
    }

    /**
     * Reads a key in PKCS#8 form; the caller wipes its array.
     *
     * @throws MalformedException if it is not an RSA key of at least 2048 bits
     */
    public static WireKey fromPkcs8(byte[] pkcs8) {
        try {
            return new WireKey(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        } catch (InvalidKeySpecException e) {
            // the cause may quote the key
            throw new MalformedException("not an RSA private key");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK reads RSA keys", e);
        }
    }

    /**
     * Reads PKCS#8 in PEM.
     *
     * @throws MalformedException if it is not an RSA key of at least 2048 bits
     */
    public static WireKey fromPem(String pem) {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new MalformedException("not a private key in PEM");
        }
        try {
            return fromPkcs8(Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end)));
        } catch (IllegalArgumentException e) {
            throw new MalformedException("not a private key in PEM");
        }
    }

    /** The form to keep, sealed (safety rule 11). The caller wipes it. */
    public byte[] pkcs8() {
        return key.getEncoded();
    }

    public String pem() {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return BEGIN + "\n" + base64 + "\n" + END + "\n";
    }

    /** The address that this key can prove. */
    public SimpleAddress address(String name) {
        return SimpleAddress.of(
                name,
                new SimpleAddress.RsaKey(
                        key.getModulus(), key.getPublicExponent().intValueExact()));
    }

    /**
     * The proof that this key belongs to an identity (OFFCHAIN.md 2.3). It is the same each time and whoever has seen it can
     * repeat it, so it proves little; see DESIGN.md 4 for what stands beside it.
     */
    public AuthResponse prove(SimpleAddress own) {
        try {
            Signature signature = Signature.getInstance(WireProof.ALGORITHM);
            signature.initSign(key);
            signature.update(WireProof.signedBytes(own.identity()).toArray());
            return new AuthResponse(Bytes.wrap(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK signs with RSA", e);
        }
    }

    @Override
    public String toString() {
        return "WireKey";
    }
}
