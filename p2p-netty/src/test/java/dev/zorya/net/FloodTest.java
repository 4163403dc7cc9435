package dev.zorya.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.port.Bus;
import dev.zorya.channel.port.BusException;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.channel.vectors.Parties;
import dev.zorya.channel.vectors.Parties.Party;
import dev.zorya.channel.wire.SimpleAddress;
import dev.zorya.channel.wire.WireKey;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Others take no more of this wallet than its limits say, and one does not crowd out another (THREATS.md 52). */
@Tag("threat-52")
@Timeout(60)
class FloodTest {
    private static final Party ALICE = Parties.party("alice");
    private static final Party CAROL = Parties.party("carol");
    private static final String ELSEWHERE = "127.0.0.2";

    private static Limits limits(int unproven, int perMinute, int strangers) {
        Limits usual = Limits.DEFAULT;
        return new Limits(
                unproven, usual.unprovenBytes(), perMinute, strangers, usual.envelopeBytes(), usual.queuedBytes());
    }

    @Test
    void aThousandIdleStrangersDoNotKeepAContactOut() throws Exception {
        List<RawPeer> idle = new ArrayList<>();
        try (Wallet bob = Wallet.tls("bob");
                Wallet alice = Wallet.tls("alice")) {
            Wallet.introduce(alice, bob);
            for (int i = 0; i < 1000; i++) {
                idle.add(RawPeer.from(ELSEWHERE, bob.endpoint()));
            }
            alice.send(bob, Wallet.message(1));
            assertEquals(1, bob.received());
            bob.send(alice, Wallet.message(2));
            assertEquals(2, alice.received());
        } finally {
            for (RawPeer peer : idle) {
                peer.close();
            }
        }
    }

    @Test
    void theLobbyHoldsTheLatestOfTheMostCrowdedSource() throws Exception {
        try (Wallet bob = Wallet.plain("bob", config -> config.with(limits(3, 1000, 10)))) {
            try (RawPeer quiet = RawPeer.plain(bob.endpoint());
                    RawPeer first = RawPeer.from(ELSEWHERE, bob.endpoint());
                    RawPeer second = RawPeer.from(ELSEWHERE, bob.endpoint());
                    RawPeer third = RawPeer.from(ELSEWHERE, bob.endpoint())) {
                first.expectHangUp();
                second.expectSilence(50);
                third.expectSilence(50);
                quiet.greet(ALICE, bob.identity());
                bob.inbox.expectUp(ALICE.identity());
                second.greet(CAROL, bob.identity());
            }
        }
    }

    @Test
    void aSourceThatConnectsTooOftenIsHungUpOn() throws Exception {
        try (Wallet bob = Wallet.plain("bob", config -> config.with(limits(100, 3, 10)))) {
            for (int i = 0; i < 3; i++) {
                try (RawPeer peer = RawPeer.from(ELSEWHERE, bob.endpoint())) {
                    peer.expectSilence(20);
                }
            }
            try (RawPeer oneTooMany = RawPeer.from(ELSEWHERE, bob.endpoint());
                    RawPeer other = RawPeer.plain(bob.endpoint())) {
                oneTooMany.expectHangUp();
                other.greet(ALICE, bob.identity());
            }
        }
    }

    @Test
    void strangersWithAProofHaveTheirLimitAndContactsAreNotInIt() throws Exception {
        SecureRandom random = new SecureRandom();
        List<Party> strangers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            WireKey key = WireKey.generate(random);
            SimpleAddress address = key.address("stranger " + i);
            strangers.add(new Party(address.text(), address.identity(), key, ALICE.key()));
        }
        try (Wallet bob = Wallet.plain("bob", config -> config.with(limits(100, 1000, 2)))) {
            bob.contacts.put(ALICE.identity(), new KnownPeer(null, null, false));
            try (RawPeer first = RawPeer.plain(bob.endpoint()).greet(strangers.get(0), bob.identity());
                    RawPeer second = RawPeer.plain(bob.endpoint()).greet(strangers.get(1), bob.identity());
                    RawPeer third = RawPeer.plain(bob.endpoint());
                    RawPeer contact = RawPeer.plain(bob.endpoint()).greet(ALICE, bob.identity())) {
                third.write(strangers.get(2).identity(), bob.identity(), RawPeer.proof(strangers.get(2)));
                third.expectHangUp();
                first.socket().close();
                bob.inbox.expectUp(strangers.get(0).identity());
                bob.inbox.expectUp(strangers.get(1).identity());
                bob.inbox.expectUp(ALICE.identity());
                bob.inbox.expectDown(strangers.get(0).identity());
                contact.expectSilence(20);
                try (RawPeer again = RawPeer.plain(bob.endpoint()).greet(strangers.get(2), bob.identity())) {
                    second.expectSilence(20);
                    again.expectSilence(20);
                }
            }
        }
    }

    /** What is queued for it is bounded, its connection ends, and meanwhile others are served. */
    @Test
    void aPeerThatNeverReadsHurtsNobodyElse() throws Exception {
        try (Wallet bob = Wallet.plain("bob", config -> config.with(Quick.DEADLINES));
                RawPeer deaf = RawPeer.plain(bob.endpoint()).greet(ALICE, bob.identity());
                RawPeer reads = RawPeer.plain(bob.endpoint()).greet(CAROL, bob.identity())) {
            String text = "x".repeat(60_000);
            List<CompletionStage<Void>> sent = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                sent.add(bob.bus.send(ALICE.identity(), Wallet.message(i, text)));
            }
            long refusedAtOnce = sent.stream()
                    .filter(stage -> stage.toCompletableFuture().isCompletedExceptionally())
                    .count();
            assertTrue(refusedAtOnce > 200, refusedAtOnce + " of 24 MB refused with 4 MiB allowed to wait");
            bob.send(CAROL.identity(), Wallet.message(1));
            assertEquals(Wallet.message(1), reads.read().message());
            long started = System.nanoTime();
            int lost = 0;
            for (CompletionStage<Void> stage : sent) {
                try {
                    stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    assertEquals(
                            BusException.Reason.LOST,
                            assertInstanceOf(BusException.class, e.getCause()).reason());
                    lost++;
                }
            }
            assertTrue(lost > refusedAtOnce);
            assertTrue(System.nanoTime() - started < TimeUnit.SECONDS.toNanos(6), "given up at the deadline of 2 s");
            bob.inbox.expectUp(ALICE.identity());
            bob.inbox.expectUp(CAROL.identity());
            bob.inbox.expectDown(ALICE.identity());
            assertTrue(deaf.socket().isConnected());
        }
    }

    /** A receiver that cannot keep up: what the peer goes on sending stays at the peer. */
    @Test
    void aPausedPeerFeelsItAndLosesNothing() throws Exception {
        try (Wallet bob = Wallet.plain("bob", Wallet.DEFAULTS);
                RawPeer alice = RawPeer.plain(bob.endpoint()).greet(ALICE, bob.identity())) {
            bob.bus.pause(ALICE.identity());
            String text = "x".repeat(60_000);
            int count = 500;
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
                try {
                    for (int i = 0; i < count; i++) {
                        alice.write(ALICE.identity(), bob.identity(), Wallet.message(i, text));
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            bob.inbox.expectNothing(1000);
            assertTrue(!writing.isDone(), "30 MB went somewhere");
            bob.bus.resume(ALICE.identity());
            for (int i = 0; i < count; i++) {
                assertEquals(i, bob.received());
            }
            writing.get(5, TimeUnit.SECONDS);
        }
    }

    /** From within the receiver it counts for the very next message, also if that has arrived already. */
    @Test
    void pausingFromWithinTheReceiverIsExact() throws Exception {
        Semaphore came = new Semaphore(0);
        CompletableFuture<TlsBus> bus = new CompletableFuture<>();
        AtomicLong last = new AtomicLong(-1);
        SimpleAddress own = SimpleAddress.in(Parties.party("bob").identity()).orElseThrow();
        BusConfig config = BusConfig.of(
                own,
                Parties.party("bob").wireKey(),
                Wallet.CODEC,
                new Security.PlainLoopback(),
                new Endpoint(Wallet.HOST, 0));
        try (TlsBus opened = TlsBus.open(config, new Directory())) {
            bus.complete(opened);
            opened.subscribe(new Bus.Receiver() {
                @Override
                public void received(Envelope envelope) {
                    last.incrementAndGet();
                    bus.join().pause(ALICE.identity());
                    came.release();
                }

                @Override
                public void connection(WireIdentity peer, boolean up) {}
            });
            try (RawPeer alice =
                    RawPeer.plain(new Endpoint(Wallet.HOST, opened.port())).greet(ALICE, own.identity())) {
                for (int i = 0; i < 5; i++) {
                    alice.write(ALICE.identity(), own.identity(), Wallet.message(i));
                }
                for (int i = 0; i < 5; i++) {
                    assertTrue(came.tryAcquire(5, TimeUnit.SECONDS));
                    assertTrue(!came.tryAcquire(50, TimeUnit.MILLISECONDS));
                    assertEquals(i, last.get());
                    opened.resume(ALICE.identity());
                }
            }
        }
    }

    @Test
    void slowReadersAreNotTakenForDead() throws Exception {
        try (Wallet bob = Wallet.plain("bob", config -> config.with(Quick.DEADLINES));
                RawPeer slow = RawPeer.plain(bob.endpoint()).greet(ALICE, bob.identity())) {
            String text = "x".repeat(60_000);
            CompletableFuture<Void> all = CompletableFuture.allOf(IntStream.range(0, 60)
                    .mapToObj(i -> bob.bus.send(ALICE.identity(), Wallet.message(i, text)))
                    .map(CompletionStage::toCompletableFuture)
                    .toArray(CompletableFuture[]::new));
            for (int i = 0; i < 60; i++) {
                Thread.sleep(20);
                assertEquals(Wallet.message(i, text), slow.read().message());
            }
            assertNull(all.get(5, TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            throw new AssertionError("not everything was handed over", e);
        }
    }

    @Test
    void nothingIsKeptOfThoseWhoLeft() throws Exception {
        try (Wallet bob = Wallet.plain("bob", config -> config.with(limits(2, 1000, 1)))) {
            for (int i = 0; i < 20; i++) {
                RawPeer stranger = RawPeer.plain(bob.endpoint()).greet(ALICE, bob.identity());
                bob.inbox.expectUp(ALICE.identity());
                assertEquals(1, bob.bus.remembered());
                stranger.close();
                bob.inbox.expectDown(ALICE.identity());
            }
            assertEquals(
                    BusException.Reason.UNKNOWN_PEER,
                    bob.refusal(CAROL.identity()).reason());
            // the refusal is told before its lane is given up
            for (int waited = 0; bob.bus.remembered() > 0 && waited < 200; waited++) {
                Thread.sleep(10);
            }
            assertEquals(0, bob.bus.remembered());
        }
    }
}
