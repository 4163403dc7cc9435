package dev.zorya.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.message.Control.Ping;
import dev.zorya.channel.message.Control.Pong;
import dev.zorya.channel.message.Control.Shutdown;
import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.vectors.Parties;
import dev.zorya.channel.vectors.Parties.Party;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pings, towards Zoryas only (OFFCHAIN.md 2.6). */
class HeartbeatTest {
    private static final Party ALICE = Parties.party("alice");

    private Wallet bob;

    @BeforeEach
    void open() throws Exception {
        bob = Wallet.plain("bob", config -> config.with(Quick.DEADLINES));
    }

    @AfterEach
    void close() {
        bob.close();
    }

    @Test
    void goPerunIsNotPingedAndMayBeSilent() throws Exception {
        bob.contacts.put(ALICE.identity(), new KnownPeer(null, null, false));
        try (RawPeer alice = RawPeer.plain(bob.endpoint()).greet(ALICE, bob.identity())) {
            alice.expectSilence(2000);
            alice.write(ALICE.identity(), bob.identity(), Wallet.message(1));
            assertEquals(1, bob.received());
        }
    }

    @Test
    void aZoryaThatAnswersStays() throws Exception {
        bob.contacts.put(ALICE.identity(), new KnownPeer(null, null, true));
        try (RawPeer alice = RawPeer.plain(bob.endpoint()).greet(ALICE, bob.identity())) {
            bob.inbox.expectUp(ALICE.identity());
            for (int i = 0; i < 5; i++) {
                Ping ping = assertInstanceOf(Ping.class, alice.read().message());
                long age = Instant.now().getEpochSecond() - ping.created() / 1_000_000_000;
                assertTrue(Math.abs(age) < 60);
                alice.write(ALICE.identity(), bob.identity(), new Pong(ping.created()));
            }
            bob.inbox.expectNoChange(0);
            bob.inbox.expectNothing(0);
        }
    }

    @Test
    @Tag("threat-51")
    void aZoryaThatDoesNotIsGone() throws Exception {
        bob.contacts.put(ALICE.identity(), new KnownPeer(null, null, true));
        try (RawPeer alice = RawPeer.plain(bob.endpoint()).greet(ALICE, bob.identity())) {
            bob.inbox.expectUp(ALICE.identity());
            bob.inbox.expectDown(ALICE.identity());
            assertInstanceOf(Ping.class, alice.read().message());
        }
    }

    @Test
    void answersAPing() throws Exception {
        try (RawPeer alice = RawPeer.plain(bob.endpoint()).greet(ALICE, bob.identity())) {
            alice.write(ALICE.identity(), bob.identity(), new Ping(123_456_789));
            assertEquals(new Envelope(bob.identity(), ALICE.identity(), new Pong(123_456_789)), alice.read());
            bob.inbox.expectNothing(50);
        }
    }

    @Test
    void aShutdownEndsTheConnection() throws Exception {
        try (RawPeer alice = RawPeer.plain(bob.endpoint()).greet(ALICE, bob.identity())) {
            alice.write(ALICE.identity(), bob.identity(), new Shutdown("good night"));
            alice.expectHangUp();
        }
    }

    @Test
    @Tag("threat-52")
    void aFloodOfPingsEndsTheConnection() throws Exception {
        try (RawPeer alice = RawPeer.plain(bob.endpoint()).greet(ALICE, bob.identity())) {
            bob.inbox.expectUp(ALICE.identity());
            for (int i = 0; i < 100; i++) {
                alice.write(ALICE.identity(), bob.identity(), new Ping(i));
            }
        } catch (IOException hungUp) {
            bob.inbox.expectNothing(0);
        }
        bob.inbox.expectDown(ALICE.identity());
    }
}
