package dev.zorya.net;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import java.io.ByteArrayInputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;

/**
 * The wallet's own TLS key (EC P-256, unless it was made elsewhere) with its certificate. Made once; contacts pin its
 * {@linkplain #fingerprint() fingerprint}, so losing it means sending new contact cards.
 */
public final class TlsKey {
    private static final byte[] PROBE = {'z', 'o', 'r', 'y', 'a'};

    private final PrivateKey key;
    private final X509Certificate certificate;

    TlsKey(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /**
     * Makes a new key.
     *
     * @param hosts names or IP addresses under which others dial this wallet. Zoryas do not look at them, go-perun
     *     verifies the one it dialled (OFFCHAIN.md 2.1); {@code localhost} and {@code 127.0.0.1} are always there
     */
    public static TlsKey create(String... hosts) {
        return SelfSigned.make(Arrays.asList(hosts));
    }

    /**
     * Reads what {@link #secret()} wrote.
     *
     * @throws MalformedException if it is damaged, or key and certificate do not belong together
     */
    public static TlsKey read(byte[] secret) {
        ByteBuffer in = ByteBuffer.wrap(secret);
        byte[] pkcs8 = {};
        try {
            pkcs8 = part(in);
            byte[] der = part(in);
            if (in.hasRemaining()) {
                throw new MalformedException("bytes after the end of the TLS key");
            }
            PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            var certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            requirePair(key, certificate);
            return new TlsKey(key, certificate);
        } catch (GeneralSecurityException | BufferUnderflowException e) {
            throw new MalformedException("this is not the TLS key of a wallet", e);
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    /**
     * A key that was made elsewhere, EC or RSA, with its certificate.
     *
     * @param certificate PEM; what follows the first certificate is not looked at
     * @param key PEM, without a passphrase
     * @throws MalformedException if it is something else, or they do not belong together
     */
    public static TlsKey fromPem(String certificate, String key) {
        try {
            PrivateKey secret = PemKeys.read(key);
            var x509 = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(certificate.getBytes(StandardCharsets.US_ASCII)));
            requirePair(secret, x509);
            return new TlsKey(secret, x509);
        } catch (GeneralSecurityException e) {
            // the cause may quote the key
            throw new MalformedException("not a TLS certificate and its key in PEM");
        }
    }

    private static byte[] part(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new MalformedException("the TLS key is cut off");
        }
        byte[] part = new byte[length];
        in.get(part);
        return part;
    }

    private static void requirePair(PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        Signature signer =
                Signature.getInstance(key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
        signer.initSign(key);
        signer.update(PROBE);
        byte[] proof = signer.sign();
        signer.initVerify(certificate.getPublicKey());
        signer.update(PROBE);
        if (!signer.verify(proof)) {
            throw new MalformedException("TLS key and certificate do not belong together");
        }
    }

    /**
     * Key and certificate in one piece, for the wallet's sealed secrets. Secret: the caller wipes it after use. Form:
     * twice an uint32 (big-endian) length and that many bytes, PKCS#8 and X.509.
     */
    public byte[] secret() {
        byte[] pkcs8 = key.getEncoded();
        try {
            byte[] der = certificate.getEncoded();
            return ByteBuffer.allocate(2 * Integer.BYTES + pkcs8.length + der.length)
                    .putInt(pkcs8.length)
                    .put(pkcs8)
                    .putInt(der.length)
                    .put(der)
                    .array();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was made or read here has an encoding", e);
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    /** What the own contact card carries. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(certificate.getPublicKey());
    }

    /** The certificate in DER, for a go-perun operator who has to trust it. Public. */
    public Bytes certificate() {
        try {
            return Bytes.wrap(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was made or read here has an encoding", e);
        }
    }

    PrivateKey key() {
        return key;
    }

    X509Certificate x509() {
        return certificate;
    }
}
