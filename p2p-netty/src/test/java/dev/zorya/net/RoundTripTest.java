package dev.zorya.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.port.Bus;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.channel.vectors.Parties;
import dev.zorya.channel.wire.SimpleAddress;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Measures the hot path: one small envelope there and one back, over TLS on loopback, both ends in this process. */
@Tag("slow")
class RoundTripTest {
    private static final int WARM_UP = 30_000;
    private static final int MEASURED = 20_000;
    private static final int ENVELOPE = 1024;

    /** Sends back what comes, from the network thread. */
    private static final class Echo implements Bus.Receiver {
        private final CompletableFuture<Bus> bus = new CompletableFuture<>();

        @Override
        public void received(Envelope envelope) {
            CompletionStage<Void> sent = bus.join().send(envelope.sender(), envelope.message());
            assertTrue(!sent.toCompletableFuture().isCompletedExceptionally());
        }

        @Override
        public void connection(WireIdentity peer, boolean up) {}
    }

    @Test
    void oneMessageAtATimeAndManyAtOnce() throws Exception {
        SimpleAddress own = SimpleAddress.in(Parties.party("bob").identity()).orElseThrow();
        TlsKey key = TlsKey.create();
        Directory contacts = new Directory();
        BusConfig config = BusConfig.of(
                own, Parties.party("bob").wireKey(), Wallet.CODEC, new Security.Tls(key), new Endpoint(Wallet.HOST, 0));
        Echo echo = new Echo();
        try (TlsBus bob = TlsBus.open(config, contacts);
                Wallet alice = Wallet.tls("alice")) {
            echo.bus.complete(bob);
            bob.subscribe(echo);
            contacts.put(alice.identity(), new KnownPeer(alice.endpoint(), alice.tls.fingerprint(), true));
            alice.contacts.put(
                    own.identity(), new KnownPeer(new Endpoint(Wallet.HOST, bob.port()), key.fingerprint(), true));
            var message = Wallet.message(1, "x".repeat(ENVELOPE - bytes(alice, own, "")));
            assertEquals(ENVELOPE, bytes(alice, own, message.reason()));

            long[] nanos = new long[MEASURED];
            for (int i = -WARM_UP; i < MEASURED; i++) {
                long started = System.nanoTime();
                alice.bus.send(own.identity(), message);
                alice.inbox.next();
                if (i >= 0) {
                    nanos[i] = System.nanoTime() - started;
                }
            }
            Arrays.sort(nanos);
            long p50 = nanos[MEASURED / 2] / 1000;
            long p99 = nanos[MEASURED * 99 / 100] / 1000;

            int window = 256;
            Semaphore free = new Semaphore(window);
            long started = System.nanoTime();
            Thread taker = Thread.ofPlatform().start(() -> {
                try {
                    for (int i = 0; i < MEASURED * 2; i++) {
                        alice.inbox.next();
                        free.release();
                    }
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            for (int i = 0; i < MEASURED * 2; i++) {
                assertTrue(free.tryAcquire(10, TimeUnit.SECONDS));
                alice.bus.send(own.identity(), message);
            }
            taker.join();
            long perSecond = MEASURED * 2L * 1_000_000_000 / (System.nanoTime() - started);
            System.out.println("MEASURED round trip of " + ENVELOPE + " bytes over TLS on loopback: p50 " + p50
                    + " us, p99 " + p99 + " us; " + perSecond + " round trips/s with " + window + " under way");
            assertTrue(p50 < 5_000, "p50 " + p50 + " us");
        }
    }

    private static int bytes(Wallet from, SimpleAddress to, String text) {
        return Wallet.CODEC.encode(new Envelope(from.identity(), to.identity(), Wallet.message(1, text))).length;
    }
}
