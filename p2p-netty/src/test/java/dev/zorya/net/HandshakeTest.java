package dev.zorya.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.message.Control.AuthResponse;
import dev.zorya.channel.message.Control.Ping;
import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.value.AddressMap;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.channel.vectors.Parties;
import dev.zorya.channel.vectors.Parties.Party;
import dev.zorya.channel.vectors.Vectors;
import dev.zorya.channel.wire.SimpleAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The listener's side of OFFCHAIN.md 2.3 against somebody who sends whatever they like; without TLS to see it alone. */
class HandshakeTest {
    private static final Party ALICE = Parties.party("alice");
    private static final Party CAROL = Parties.party("carol");

    private Wallet bob;

    @BeforeEach
    void open() throws Exception {
        bob = Wallet.plain("bob", config -> config.with(Quick.DEADLINES));
    }

    @AfterEach
    void close() {
        bob.close();
    }

    /** Each proof of the vectors on a real socket. Ours is stricter than the library on purpose where that says so. */
    @TestFactory
    Stream<DynamicTest> authChecks() {
        return Vectors.each(Vectors.load("identities").required("authChecks"), row -> {
            boolean welcome = Vectors.text(row, "name").equals("good");
            assertTrue(!welcome || Vectors.text(row, "result").equals("ok"));
            try (RawPeer peer = RawPeer.plain(bob.endpoint())) {
                peer.write(envelope(row));
                if (welcome) {
                    expectWelcome(peer);
                } else {
                    peer.expectHangUp();
                }
            }
            if (welcome) {
                bob.inbox.expectDown(ALICE.identity());
            }
            bob.inbox.expectNoChange(0);
        });
    }

    private void expectWelcome(RawPeer peer) throws Exception {
        assertEquals(new Envelope(bob.identity(), ALICE.identity(), RawPeer.proof(bob.party)), peer.read());
        bob.inbox.expectUp(ALICE.identity());
    }

    private Envelope envelope(JsonNode row) {
        return new Envelope(
                Vectors.identity(row.required("identity")),
                bob.identity(),
                new AuthResponse(Vectors.bytes(row, "signature")));
    }

    @Test
    void theProofOnTheWireIsTheLibrarys() throws Exception {
        for (JsonNode row : Vectors.load("identities").required("parties")) {
            if (Vectors.text(row, "name").equals("bob")) {
                try (RawPeer peer = RawPeer.plain(bob.endpoint())) {
                    peer.write(ALICE.identity(), bob.identity(), RawPeer.proof(ALICE));
                    assertEquals(
                            new AuthResponse(Vectors.bytes(row, "authSignature")),
                            peer.read().message());
                }
                return;
            }
        }
        throw new AssertionError("no such party");
    }

    @Test
    void refusesAnotherRecipient() throws Exception {
        refused(new Envelope(ALICE.identity(), CAROL.identity(), RawPeer.proof(ALICE)));
    }

    @Test
    void refusesARecipientWithoutItsKey() throws Exception {
        WireIdentity keyless =
                new SimpleAddress(SimpleAddress.in(bob.identity()).orElseThrow().name(), null).identity();
        refused(new Envelope(ALICE.identity(), keyless, RawPeer.proof(ALICE)));
    }

    @Test
    void refusesItsOwnIdentity() throws Exception {
        refused(new Envelope(bob.identity(), bob.identity(), RawPeer.proof(bob.party)));
    }

    @Test
    void refusesTwoAddresses() throws Exception {
        TreeMap<Integer, Bytes> two = new TreeMap<>(ALICE.identity().addresses().entries());
        two.put(2, two.firstEntry().getValue());
        refused(new Envelope(new WireIdentity(new AddressMap(two)), bob.identity(), RawPeer.proof(ALICE)));
    }

    @Test
    void refusesAnythingElseFirst() throws Exception {
        refused(new Envelope(ALICE.identity(), bob.identity(), new Ping(1)));
        refused(new Envelope(ALICE.identity(), bob.identity(), Wallet.message(1)));
    }

    private void refused(Envelope first) throws Exception {
        try (RawPeer peer = RawPeer.plain(bob.endpoint())) {
            peer.write(first);
            peer.expectHangUp();
            bob.inbox.expectNoChange(0);
        }
    }

    @Test
    @Tag("threat-49")
    void anEnvelopeCountsOnlyOnTheConnectionOfItsSender() throws Exception {
        try (RawPeer alice = RawPeer.plain(bob.endpoint()).greet(ALICE, bob.identity())) {
            alice.write(ALICE.identity(), bob.identity(), Wallet.message(1));
            assertEquals(1, bob.received());
            alice.write(CAROL.identity(), bob.identity(), Wallet.message(2));
            alice.expectHangUp();
            bob.inbox.expectNothing(100);
        }
    }

    @Test
    @Tag("threat-49")
    void anEnvelopeForSomebodyElseEndsTheConnection() throws Exception {
        try (RawPeer alice = RawPeer.plain(bob.endpoint()).greet(ALICE, bob.identity())) {
            alice.write(ALICE.identity(), CAROL.identity(), Wallet.message(1));
            alice.expectHangUp();
            bob.inbox.expectNothing(100);
        }
    }

    @Test
    void greetingTwiceEndsTheConnection() throws Exception {
        try (RawPeer alice = RawPeer.plain(bob.endpoint()).greet(ALICE, bob.identity())) {
            alice.write(ALICE.identity(), bob.identity(), RawPeer.proof(ALICE));
            alice.expectHangUp();
        }
    }

    @Test
    void takesWhatFollowsTheProofAtOnce() throws Exception {
        try (RawPeer alice = RawPeer.plain(bob.endpoint())) {
            byte[] proof = Wallet.CODEC.encode(new Envelope(ALICE.identity(), bob.identity(), RawPeer.proof(ALICE)));
            byte[] message = Wallet.CODEC.encode(new Envelope(ALICE.identity(), bob.identity(), Wallet.message(7)));
            byte[] both = Arrays.copyOf(proof, proof.length + message.length);
            System.arraycopy(message, 0, both, proof.length, message.length);
            alice.write(both);
            assertEquals(RawPeer.proof(bob.party), alice.read().message());
            assertEquals(7, bob.received());
        }
    }

    @Test
    @Tag("threat-50")
    void aHandshakeInDripsRunsOutOfTime() throws Exception {
        byte[] proof = Wallet.CODEC.encode(new Envelope(ALICE.identity(), bob.identity(), RawPeer.proof(ALICE)));
        long started = System.nanoTime();
        try (RawPeer slow = RawPeer.plain(bob.endpoint())) {
            for (int i = 0; i < 4; i++) {
                slow.write(new byte[] {proof[i]});
                Thread.sleep(20);
            }
            slow.expectHangUp();
        }
        long millis = Duration.ofNanos(System.nanoTime() - started).toMillis();
        assertTrue(millis < 5000, "hung up after " + millis + " ms");
    }

    @Test
    @Tag("threat-50")
    void silenceRunsOutOfTime() throws Exception {
        long started = System.nanoTime();
        try (RawPeer silent = RawPeer.plain(bob.endpoint())) {
            silent.expectHangUp();
        }
        long millis = Duration.ofNanos(System.nanoTime() - started).toMillis();
        assertTrue(millis >= 1900 && millis < 5000, "hung up after " + millis + " ms");
    }

    @Test
    @Tag("threat-50")
    void aStrangerGetsNoMoreThanItsBytes() throws Exception {
        byte[] oneAddressOf64000 =
                Bytes.fromHex("01000000" + "01000000" + "00fa").toArray();
        try (RawPeer stranger = RawPeer.plain(bob.endpoint())) {
            stranger.write(oneAddressOf64000);
            stranger.write(new byte[63_000]);
            stranger.expectSilence(100);
        }
        byte[] oneAddressOf65535 =
                Bytes.fromHex("01000000" + "01000000" + "ffff").toArray();
        try (RawPeer stranger = RawPeer.plain(bob.endpoint())) {
            stranger.write(oneAddressOf65535);
            stranger.expectHangUp();
        }
    }

    @Test
    @Tag("threat-50")
    void aHugeLengthOfTheProofIsRefusedAtOnce() throws Exception {
        byte[] proof = Wallet.CODEC.encode(new Envelope(ALICE.identity(), bob.identity(), RawPeer.proof(ALICE)));
        for (int i = 0; i < 4; i++) {
            proof[proof.length - 256 - 4 + i] = (byte) 0xff;
        }
        long started = System.nanoTime();
        try (RawPeer stranger = RawPeer.plain(bob.endpoint())) {
            stranger.write(proof);
            stranger.expectHangUp();
        }
        assertTrue(Duration.ofNanos(System.nanoTime() - started).toMillis() < 1000);
    }
}
