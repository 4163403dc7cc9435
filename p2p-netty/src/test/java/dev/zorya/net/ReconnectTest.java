package dev.zorya.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Connections that the application asked to keep, and how a dead one is noticed; over TLS. */
class ReconnectTest {
    private Wallet alice;

    @BeforeEach
    void open() throws Exception {
        alice = quick("alice", TlsKey.create(), 0);
    }

    @AfterEach
    void close() {
        alice.close();
    }

    private static Wallet quick(String name, TlsKey key, int port) throws ListenException {
        UnaryOperator<BusConfig> change = config -> config.with(Quick.DEADLINES);
        return Wallet.tls(name, key, port, change);
    }

    @Test
    void comesBackWhenThePeerDoes() throws Exception {
        TlsKey key = TlsKey.create();
        int port;
        try (Wallet bob = quick("bob", key, 0)) {
            port = bob.bus.port();
            Wallet.introduce(alice, bob);
            alice.bus.keep(bob.identity());
            alice.inbox.expectUp(bob.identity());
            bob.bus.close();
            alice.inbox.expectDown(bob.identity());
        }
        Thread.sleep(700);
        try (Wallet bob = quick("bob", key, port)) {
            bob.contacts.put(alice.identity(), new KnownPeer(null, alice.tls.fingerprint(), true));
            alice.inbox.expectUp(bob.identity());
            bob.send(alice, Wallet.message(4));
            assertEquals(4, alice.received());
            alice.bus.release(bob.identity());
            bob.bus.close();
            alice.inbox.expectDown(bob.identity());
        }
        try (Wallet bob = quick("bob", key, port)) {
            bob.inbox.expectNoChange(1000);
        }
    }

    @Test
    void dialsNobodyUnasked() throws Exception {
        try (Wallet bob = quick("bob", TlsKey.create(), 0)) {
            Wallet.introduce(alice, bob);
            bob.inbox.expectNoChange(300);
        }
    }

    /** Waits of 25 to 50 ms, doubling up to 400 ms: in three seconds some tries, and no storm of them. */
    @Test
    void triesLessAndLessOften() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        try (Wallet bob = quick("bob", TlsKey.create(), 0);
                RawListener busy = new RawListener()) {
            Wallet.introduce(alice, bob);
            alice.contacts.put(bob.identity(), new KnownPeer(busy.endpoint(), bob.tls.fingerprint(), true));
            Thread counter = Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        busy.accept().close();
                        tries.incrementAndGet();
                    }
                } catch (java.io.IOException closed) {
                    assertTrue(tries.get() > 0);
                }
            });
            alice.bus.keep(bob.identity());
            Thread.sleep(3000);
            int count = tries.get();
            assertTrue(count >= 7 && count <= 25, count + " tries");
            alice.contacts.put(bob.identity(), new KnownPeer(bob.endpoint(), bob.tls.fingerprint(), true));
            alice.inbox.expectUp(bob.identity());
            busy.stop();
            counter.join(Duration.ofSeconds(5));
        }
    }

    @Test
    @Tag("threat-51")
    void noticesAHalfOpenConnectionAndReplacesIt() throws Exception {
        try (Wallet bob = quick("bob", TlsKey.create(), 0);
                Cable cable = new Cable(bob.endpoint())) {
            Wallet.introduce(alice, bob);
            alice.contacts.put(bob.identity(), new KnownPeer(cable.endpoint(), bob.tls.fingerprint(), true));
            alice.bus.keep(bob.identity());
            alice.inbox.expectUp(bob.identity());
            bob.inbox.expectUp(alice.identity());
            alice.inbox.expectNoChange(1500);
            bob.inbox.expectNoChange(0);
            cable.cut();
            alice.inbox.expectDown(bob.identity());
            alice.inbox.expectUp(bob.identity());
            alice.send(bob, Wallet.message(5));
            assertEquals(5, bob.received());
        }
    }
}
