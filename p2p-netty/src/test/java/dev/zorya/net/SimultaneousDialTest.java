package dev.zorya.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

/** Both want to talk at the same moment, over TLS: nothing is lost, nothing doubled, one connection is left. */
@Tag("threat-51")
class SimultaneousDialTest {
    private static final int MESSAGES = 200;

    @RepeatedTest(20)
    void losesNothing() throws Exception {
        try (Wallet alice = Wallet.tls("alice");
                Wallet bob = Wallet.tls("bob")) {
            Wallet.introduce(alice, bob);
            CyclicBarrier start = new CyclicBarrier(2);
            Thread first = Thread.ofPlatform().start(() -> sendAll(start, alice, bob));
            Thread second = Thread.ofPlatform().start(() -> sendAll(start, bob, alice));
            first.join();
            second.join();
            expectAll(alice);
            expectAll(bob);
            alice.send(bob, Wallet.message(1000));
            bob.send(alice, Wallet.message(1001));
            assertEquals(1000, bob.received());
            assertEquals(1001, alice.received());
        }
    }

    private static void sendAll(CyclicBarrier start, Wallet from, Wallet to) {
        try {
            start.await();
            List<CompletionStage<Void>> sent = new ArrayList<>();
            for (int i = 0; i < MESSAGES; i++) {
                sent.add(from.bus.send(to.identity(), Wallet.message(i)));
            }
            for (CompletionStage<Void> each : sent) {
                each.toCompletableFuture().get(10, TimeUnit.SECONDS);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void expectAll(Wallet wallet) throws InterruptedException {
        BitSet came = new BitSet();
        for (int i = 0; i < MESSAGES; i++) {
            came.set((int) wallet.received());
        }
        assertEquals(MESSAGES, came.cardinality());
        wallet.inbox.expectNothing(20);
    }
}
