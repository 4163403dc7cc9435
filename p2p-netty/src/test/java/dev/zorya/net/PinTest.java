package dev.zorya.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.port.BusException;
import dev.zorya.channel.vectors.Parties;
import dev.zorya.channel.vectors.Parties.Party;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who counts as a contact: wire key and TLS key together (safety rule 6), over real TLS. */
class PinTest {
    private Wallet alice;
    private Wallet bob;

    @BeforeEach
    void open() throws Exception {
        alice = Wallet.tls("alice");
        bob = Wallet.tls("bob");
        Wallet.introduce(alice, bob);
    }

    @AfterEach
    void close() {
        alice.close();
        bob.close();
    }

    @Test
    @Tag("threat-53")
    void refusesToDialAnotherTlsKeyAndShowsItNothing() throws Exception {
        TlsKey other = TlsKey.create();
        alice.contacts.put(bob.identity(), new KnownPeer(bob.endpoint(), other.fingerprint(), true));
        BusException refusal = alice.refusal(bob.identity());
        assertEquals(BusException.Reason.WRONG_KEY, refusal.reason());
        assertEquals(
                "Somebody answered at " + bob.endpoint() + " with another key than bob."
                        + " Zorya refused and sent nothing. If they have a new computer, ask for a new contact card.",
                refusal.getMessage());
        assertEquals(List.of(bob.identity()), List.copyOf(alice.alarms));
        assertEquals(
                other.fingerprint(),
                alice.contacts.find(bob.identity()).orElseThrow().pin(),
                "nothing is pinned again by itself");
        bob.inbox.expectNoChange(100);
    }

    /** Mallory relays both ways with a TLS key of its own: the pin ends it before Alice's proof is on the wire. */
    @Test
    @Tag("threat-53")
    void aManInTheMiddleGetsNotEvenTheProof() throws Exception {
        try (SSLServerSocket mallory = (SSLServerSocket)
                RawPeer.context(TlsKey.create()).getServerSocketFactory().createServerSocket(0)) {
            CompletableFuture<Integer> seen = CompletableFuture.supplyAsync(() -> {
                try (SSLSocket victim = (SSLSocket) mallory.accept()) {
                    return victim.getInputStream().read();
                } catch (java.io.IOException hungUp) {
                    return -1;
                }
            });
            Endpoint at = new Endpoint(Wallet.HOST, mallory.getLocalPort());
            alice.contacts.put(bob.identity(), new KnownPeer(at, bob.tls.fingerprint(), true));
            assertEquals(
                    BusException.Reason.WRONG_KEY, alice.refusal(bob.identity()).reason());
            assertEquals(-1, seen.get());
        }
    }

    /** The same, but nothing is pinned yet: the wire key alone still shows an impostor who cannot sign. */
    @Test
    void refusesSomebodyWithoutTheWireKey() throws Exception {
        try (Wallet carol = Wallet.tls("carol")) {
            alice.contacts.put(bob.identity(), new KnownPeer(carol.endpoint(), null, false));
            // Carol is not Bob and hangs up, as go-perun does with a wrong recipient
            assertEquals(
                    BusException.Reason.OFFLINE, alice.refusal(bob.identity()).reason());
            carol.inbox.expectNoChange(0);
        }
    }

    @Test
    void refusesAnAnswerInAnotherName() throws Exception {
        Party carol = Parties.party("carol");
        Envelope inHerName = new Envelope(carol.identity(), alice.identity(), RawPeer.proof(carol));
        Envelope inHisName = new Envelope(bob.identity(), alice.identity(), RawPeer.proof(carol));
        for (Envelope answer : List.of(inHerName, inHisName)) {
            try (SSLServerSocket impostor = (SSLServerSocket)
                    RawPeer.context(TlsKey.create()).getServerSocketFactory().createServerSocket(0)) {
                Endpoint at = new Endpoint(Wallet.HOST, impostor.getLocalPort());
                alice.contacts.put(bob.identity(), new KnownPeer(at, null, false));
                CompletableFuture<BusException> refusal =
                        CompletableFuture.supplyAsync(() -> alice.refusal(bob.identity()));
                try (RawPeer peer = new RawPeer(impostor.accept())) {
                    peer.read();
                    peer.write(Wallet.CODEC.encode(answer));
                    assertEquals(BusException.Reason.WRONG_KEY, refusal.get().reason());
                }
            }
        }
        assertEquals(2, alice.alarms.size());
    }

    /** Mallory has seen Bob's proof, which is a constant. Without Bob's TLS key it opens nothing (OFFCHAIN.md 12). */
    @Test
    @Tag("threat-49")
    void aReplayedProofIsRefused() throws Exception {
        try (RawPeer mallory = RawPeer.tls(alice.endpoint(), TlsKey.create())) {
            mallory.write(bob.identity(), alice.identity(), RawPeer.proof(bob.party));
            mallory.expectHangUp();
        }
        try (RawPeer withoutCertificate = RawPeer.tls(alice.endpoint(), null)) {
            withoutCertificate.write(bob.identity(), alice.identity(), RawPeer.proof(bob.party));
            withoutCertificate.expectHangUp();
        }
        assertEquals(List.of(bob.identity(), bob.identity()), List.copyOf(alice.alarms));
        alice.inbox.expectNoChange(100);
    }

    @Test
    void takesTheContactWithTheRightKey() throws Exception {
        try (RawPeer raw = RawPeer.tls(alice.endpoint(), bob.tls).greet(bob.party, alice.identity())) {
            raw.write(bob.identity(), alice.identity(), Wallet.message(5));
            assertEquals(5, alice.received());
            assertTrue(alice.alarms.isEmpty());
        }
    }

    /** A go-perun dialer has no certificate to show (OFFCHAIN.md 2.1): its pin counts where we dial it. */
    @Test
    void takesAGoPerunContactWithoutACertificate() throws Exception {
        alice.contacts.put(bob.identity(), new KnownPeer(bob.endpoint(), bob.tls.fingerprint(), false));
        try (RawPeer raw = RawPeer.tls(alice.endpoint(), null).greet(bob.party, alice.identity())) {
            raw.write(bob.identity(), alice.identity(), Wallet.message(6));
            assertEquals(6, alice.received());
        }
        try (RawPeer other = RawPeer.tls(alice.endpoint(), TlsKey.create())) {
            other.write(bob.identity(), alice.identity(), RawPeer.proof(bob.party));
            other.expectHangUp();
        }
    }

    /** A go-perun user has no card that names a key: what was shown first counts from then on (safety rule 6). */
    @Test
    @Tag("threat-53")
    void whatWasShownFirstIsPinned() throws Exception {
        alice.contacts.put(bob.identity(), new KnownPeer(bob.endpoint(), null, false));
        alice.send(bob, Wallet.message(8));
        alice.inbox.expectUp(bob.identity());
        assertEquals(8, bob.received());
        assertEquals(
                bob.tls.fingerprint(),
                alice.contacts.find(bob.identity()).orElseThrow().pin());
        try (SSLServerSocket mallory = (SSLServerSocket)
                RawPeer.context(TlsKey.create()).getServerSocketFactory().createServerSocket(0)) {
            Endpoint at = new Endpoint(Wallet.HOST, mallory.getLocalPort());
            KnownPeer known = alice.contacts.find(bob.identity()).orElseThrow();
            bob.close();
            alice.inbox.expectDown(bob.identity());
            alice.contacts.put(bob.identity(), new KnownPeer(at, known.pin(), false));
            CompletableFuture<BusException> refusal =
                    CompletableFuture.supplyAsync(() -> alice.refusal(bob.identity()));
            try (SSLSocket victim = (SSLSocket) mallory.accept()) {
                assertEquals(-1, victim.getInputStream().read(), "not even a proof");
            }
            assertEquals(BusException.Reason.WRONG_KEY, refusal.get().reason());
        }
    }

    /** go-perun's least is TLS 1.2; the pin counts there as well. */
    @Test
    void takesTls12AndNothingOlder() throws Exception {
        try (RawPeer raw = RawPeer.tls(alice.endpoint(), bob.tls, "TLSv1.2").greet(bob.party, alice.identity())) {
            raw.write(bob.identity(), alice.identity(), Wallet.message(7));
            assertEquals(7, alice.received());
        }
        try (RawPeer mallory = RawPeer.tls(alice.endpoint(), TlsKey.create(), "TLSv1.2")) {
            mallory.write(bob.identity(), alice.identity(), RawPeer.proof(bob.party));
            mallory.expectHangUp();
        }
        assertThrows(SSLException.class, () -> RawPeer.tls(alice.endpoint(), bob.tls, "TLSv1.1"));
    }

    @Test
    void withoutTlsNoPinnedContactIsDialled() throws Exception {
        try (Wallet carol = Wallet.plain("carol", Wallet.DEFAULTS)) {
            carol.contacts.put(bob.identity(), new KnownPeer(bob.endpoint(), bob.tls.fingerprint(), true));
            assertEquals(
                    BusException.Reason.WRONG_KEY, carol.refusal(bob.identity()).reason());
        }
    }

    @Test
    void oneSideWithoutTlsDoesNotConnect() throws Exception {
        try (Wallet carol = Wallet.plain("carol", Wallet.DEFAULTS)) {
            carol.contacts.put(bob.identity(), new KnownPeer(bob.endpoint(), null, true));
            assertEquals(
                    BusException.Reason.OFFLINE, carol.refusal(bob.identity()).reason());
            alice.contacts.put(carol.identity(), new KnownPeer(carol.endpoint(), null, true));
            assertEquals(
                    BusException.Reason.OFFLINE, alice.refusal(carol.identity()).reason());
        }
    }
}
