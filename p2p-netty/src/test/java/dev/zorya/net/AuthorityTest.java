package dev.zorya.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.port.BusException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where an authority vouches for the certificates of a network. */
class AuthorityTest {
    private KeyPair authority;
    private List<X509Certificate> authorities;

    @BeforeEach
    void found() throws Exception {
        authority = KeyPairGenerator.getInstance("EC").generateKeyPair();
        byte[] pem = Pem.certificate(authority, authority, "127.0.0.9", true).getBytes(StandardCharsets.US_ASCII);
        authorities = List.of((X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)));
    }

    private TlsKey vouchedFor(String host) throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
        return TlsKey.fromPem(Pem.certificate(pair, authority, host, false), Pem.pkcs8(pair));
    }

    @Test
    void whomItVouchesForIsReached() throws Exception {
        try (Wallet alice = Wallet.secured("alice", new Security.Tls(TlsKey.create(), authorities));
                Wallet bob = Wallet.secured("bob", new Security.Tls(vouchedFor("127.0.0.1")))) {
            Wallet.introduce(alice, bob);
            alice.send(bob, Wallet.message(3));
            assertEquals(3, bob.received());
        }
    }

    @Test
    void whomItDoesNotVouchForIsNot() throws Exception {
        try (Wallet alice = Wallet.secured("alice", new Security.Tls(TlsKey.create(), authorities));
                Wallet bob = Wallet.tls("bob")) {
            Wallet.introduce(alice, bob);
            assertEquals(
                    BusException.Reason.OFFLINE, alice.refusal(bob.identity()).reason());
        }
    }

    @Test
    void itVouchesForOneHostOnly() throws Exception {
        try (Wallet alice = Wallet.secured("alice", new Security.Tls(TlsKey.create(), authorities));
                Wallet bob = Wallet.secured("bob", new Security.Tls(vouchedFor("127.0.0.2")))) {
            Wallet.introduce(alice, bob);
            assertEquals(
                    BusException.Reason.OFFLINE, alice.refusal(bob.identity()).reason());
        }
    }
}
