package dev.zorya.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TlsKeyTest {
    private static final String EC_KEY = """
        -----BEGIN EC PRIVATE KEY-----
        MHcCAQEEIG27oZ+3X60phP6SZ2YeX1Q1hBeFIWXZsrZKNFtCHn8ZoAoGCCqGSM49
        AwEHoUQDQgAEtAVIGnrYPtauamz1HXspDbYwcrOR022miR6pqiHFwgR3pYRqPLd8
        Dw47HJ77d3ugnC3r9b59oZgIjunjRl2Trg==
        -----END EC PRIVATE KEY-----
        """;

    private static final int IP = 7;
    private static final int DNS = 2;

    @Test
    void survivesTheKeystore() {
        TlsKey made = TlsKey.create("wallet.example");
        TlsKey read = TlsKey.read(made.secret());
        assertEquals(made.fingerprint(), read.fingerprint());
        assertEquals(made.x509(), read.x509());
        assertEquals(made.key(), read.key());
        assertArrayEquals(made.secret(), read.secret());
    }

    @Test
    void readsWhatOtherToolsWrite() throws Exception {
        for (String algorithm : List.of("EC", "RSA")) {
            KeyPair pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
            String certificate = Pem.certificate(pair);
            TlsKey read = TlsKey.fromPem(certificate, Pem.pkcs8(pair));
            assertEquals(pair.getPrivate(), read.key());
            assertEquals(Fingerprint.of(pair.getPublic()), read.fingerprint());
            String other = Pem.pkcs8(KeyPairGenerator.getInstance(algorithm).generateKeyPair());
            assertThrows(MalformedException.class, () -> TlsKey.fromPem(certificate, other));
            assertThrows(MalformedException.class, () -> TlsKey.fromPem(other, certificate));
            assertThrows(MalformedException.class, () -> TlsKey.fromPem(certificate, ""));
        }
    }

    /** What {@code openssl ecparam -genkey} writes: the curve, then the key without it in its name. */
    @Test
    void readsTheOlderFormsToo() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        assertEquals(
                pair.getPrivate(),
                TlsKey.fromPem(Pem.certificate(pair), Pem.traditional(pair)).key());
        String old = """
            -----BEGIN EC PARAMETERS-----
            BggqhkjOPQMBBw==
            -----END EC PARAMETERS-----
            %s\
            """.formatted(EC_KEY);
        assertEquals("EC", PemKeys.read(old).getAlgorithm());
    }

    @Test
    void theFingerprintIsThatOfThePublicKey() throws Exception {
        TlsKey key = TlsKey.create();
        byte[] spki = key.x509().getPublicKey().getEncoded();
        assertEquals(
                Bytes.wrap(MessageDigest.getInstance("SHA-256").digest(spki)),
                key.fingerprint().sha256());
        assertNotEquals(key.fingerprint(), TlsKey.create().fingerprint());
    }

    @Test
    void theCertificateServesBothRolesForAll() throws Exception {
        X509Certificate certificate =
                TlsKey.create("wallet.example", "192.0.2.7", "2001:db8::1").x509();
        certificate.verify(certificate.getPublicKey());
        certificate.checkValidity(Date.from(Instant.parse("2525-01-01T00:00:00Z")));
        assertEquals(
                256,
                ((ECPublicKey) certificate.getPublicKey())
                        .getParams()
                        .getCurve()
                        .getField()
                        .getFieldSize());
        assertEquals(
                Set.of("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"), new HashSet<>(certificate.getExtendedKeyUsage()));
        assertEquals(
                Set.of(
                        List.<Object>of(DNS, "localhost"),
                        List.<Object>of(IP, "127.0.0.1"),
                        List.<Object>of(DNS, "wallet.example"),
                        List.<Object>of(IP, "192.0.2.7"),
                        List.<Object>of(IP, "2001:db8:0:0:0:0:0:1")),
                new HashSet<>(certificate.getSubjectAlternativeNames()));
        assertEquals("CN=zorya", certificate.getSubjectX500Principal().getName());
    }

    @Test
    void refusesADamagedKey() {
        byte[] good = TlsKey.create().secret();
        assertThrows(MalformedException.class, () -> TlsKey.read(new byte[0]));
        assertThrows(MalformedException.class, () -> TlsKey.read(Arrays.copyOf(good, good.length - 1)));
        assertThrows(MalformedException.class, () -> TlsKey.read(Arrays.copyOf(good, good.length + 1)));
        byte[] endless = good.clone();
        endless[0] = (byte) 0x7f;
        assertThrows(MalformedException.class, () -> TlsKey.read(endless));
        byte[] negative = good.clone();
        negative[0] = (byte) 0xff;
        assertThrows(MalformedException.class, () -> TlsKey.read(negative));
    }

    @Test
    void refusesTheCertificateOfAnotherKey() {
        byte[] one = TlsKey.create().secret();
        byte[] two = TlsKey.create().secret();
        int keyOfOne = Integer.BYTES + ByteBuffer.wrap(one).getInt();
        int keyOfTwo = Integer.BYTES + ByteBuffer.wrap(two).getInt();
        byte[] mixed = ByteBuffer.allocate(keyOfOne + two.length - keyOfTwo)
                .put(one, 0, keyOfOne)
                .put(two, keyOfTwo, two.length - keyOfTwo)
                .array();
        assertThrows(MalformedException.class, () -> TlsKey.read(mixed));
    }

    @Test
    void aFingerprintHas32Bytes() {
        assertThrows(MalformedException.class, () -> new Fingerprint(Bytes.zero(31)));
        assertEquals("00".repeat(32), new Fingerprint(Bytes.zero(32)).toString());
    }
}
