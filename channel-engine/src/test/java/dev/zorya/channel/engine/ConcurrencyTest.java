package dev.zorya.channel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.core.Payment;
import dev.zorya.channel.engine.EngineException.Reason;
import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.BookEntry.Direction;
import dev.zorya.channel.port.StateScheme;
import dev.zorya.channel.sim.SimParty;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.WireIdentity;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many at once, on one side and on both. */
class ConcurrencyTest {
    private final Pair pair = new Pair();
    private final SimParty alice = pair.alice;
    private final SimParty bob = pair.bob;

    @AfterEach
    void close() {
        pair.close();
    }

    @Test
    void aHundredThreadsPayAtOnceAndEveryPaymentIsInBothBooksOnce() throws Exception {
        ProposalId key = pair.opened(100_000, 0);
        int threads = 100;
        int each = 20;
        CountDownLatch start = new CountDownLatch(1);
        Map<Bytes, BigInteger> paid = new HashMap<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<List<BookEntry>> person = () -> {
                start.await();
                List<BookEntry> mine = new ArrayList<>();
                for (int i = 0; i < each; i++) {
                    mine.add(Await.done(alice.engine().pay(key, alice.payment(1 + i, "tip"))));
                }
                return mine;
            };
            List<Future<List<BookEntry>>> all = new ArrayList<>();
            for (int n = 0; n < threads; n++) {
                all.add(people.submit(person));
            }
            start.countDown();
            for (Future<List<BookEntry>> one : all) {
                one.get().forEach(e -> paid.put(e.id(), e.amount()));
            }
        }
        assertEquals(threads * each, paid.size());
        long version = pair.agreed(key);
        assertTrue(version < threads * each, "payments are merged: " + version + " versions");
        assertEquals(paid, Pair.moved(alice, key, Direction.OUT));
        assertEquals(paid, Pair.moved(bob, key, Direction.IN));
        assertEquals(BigInteger.valueOf(100L * 210), Pair.balance(bob, key));
        pair.settled(key);
        assertTrue(pair.world.isConserved());
    }

    @Test
    @Tag("threat-2")
    void paymentsThatCrossAllSucceedAndNoVersionHasTwoSignedStates() {
        ProposalId key = pair.opened(50_000, 50_000);
        List<CompletionStage<BookEntry>> all = new ArrayList<>();
        Map<Bytes, BigInteger> fromAlice = new HashMap<>();
        Map<Bytes, BigInteger> fromBob = new HashMap<>();
        for (int round = 0; round < 150; round++) {
            all.add(pay(alice, key, 1 + round % 7, fromAlice));
            all.add(pay(bob, key, 1 + round % 5, fromBob));
            if (round % 10 == 9) {
                all.forEach(Await::done);
            }
        }
        all.forEach(Await::done);
        pair.agreed(key);
        assertEquals(fromAlice, Pair.moved(alice, key, Direction.OUT));
        assertEquals(fromAlice, Pair.moved(bob, key, Direction.IN));
        assertEquals(fromBob, Pair.moved(bob, key, Direction.OUT));
        assertEquals(fromBob, Pair.moved(alice, key, Direction.IN));
        oneSignedStateForEachVersion();
        pair.settled(key);
        assertTrue(pair.world.isConserved());
    }

    private static CompletionStage<BookEntry> pay(
            SimParty payer, ProposalId key, long amount, Map<Bytes, BigInteger> all) {
        Payment payment = payer.payment(amount, "x");
        all.put(payment.id(), payment.amount());
        return payer.engine().pay(key, payment);
    }

    /** From everything that ever went over the network. */
    private void oneSignedStateForEachVersion() {
        Map<State, Set<WireIdentity>> signers = new HashMap<>();
        Map<Long, Set<State>> proposed = new HashMap<>();
        for (Envelope envelope : pair.world.network().sent()) {
            if (envelope.message() instanceof UpdateMessage.Update update) {
                signers.computeIfAbsent(update.state(), s -> new HashSet<>()).add(envelope.sender());
                proposed.computeIfAbsent(update.version(), v -> new HashSet<>()).add(update.state());
            }
        }
        StateScheme scheme = alice.account().scheme();
        for (Envelope envelope : pair.world.network().sent()) {
            if (envelope.message() instanceof UpdateMessage.Accept accept) {
                SimParty signer = envelope.sender().equals(alice.identity()) ? alice : bob;
                proposed.getOrDefault(accept.version(), Set.of()).stream()
                        .filter(s -> scheme.verify(scheme.digest(s), accept.signature(), signer.participant()))
                        .forEach(s -> signers.computeIfAbsent(s, state -> new HashSet<>())
                                .add(envelope.sender()));
            }
        }
        Map<Long, State> complete = new HashMap<>();
        signers.forEach((state, who) -> {
            if (who.size() == 2) {
                State other = complete.put(state.version(), state);
                assertTrue(other == null || other.equals(state), "two signed states of version " + state.version());
            }
        });
        assertTrue(complete.size() > 2);
    }

    @Test
    void manyChannelsBetweenTheSameTwo() {
        List<ProposalId> keys = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            keys.add(pair.opened(100, 100));
        }
        List<CompletionStage<BookEntry>> all = new ArrayList<>();
        for (int round = 0; round < 10; round++) {
            for (ProposalId key : keys) {
                all.add(alice.engine().pay(key, alice.payment(1, "")));
                all.add(bob.engine().pay(key, bob.payment(2, "")));
            }
        }
        all.forEach(Await::done);
        for (ProposalId key : keys) {
            pair.agreed(key);
            assertEquals(BigInteger.valueOf(110), Pair.balance(alice, key));
            pair.settled(key);
        }
        assertTrue(pair.world.isConserved());
    }

    @Test
    void moreThanThereIsIsRefusedAndTheRestArrives() throws Exception {
        ProposalId key = pair.opened(100, 0);
        List<CompletionStage<BookEntry>> all = new ArrayList<>();
        for (int n = 0; n < 30; n++) {
            all.add(alice.engine().pay(key, alice.payment(7, "")));
        }
        int done = 0;
        for (CompletionStage<BookEntry> one : all) {
            try {
                one.toCompletableFuture().get(10, TimeUnit.SECONDS);
                done++;
            } catch (ExecutionException refused) {
                EngineException why = assertInstanceOf(EngineException.class, refused.getCause());
                assertEquals(Reason.INSUFFICIENT, why.reason());
            }
        }
        assertEquals(14, done);
        pair.agreed(key);
        assertEquals(BigInteger.TWO, Pair.balance(alice, key));
    }

    @Test
    void theSamePaymentOrderedTwiceIsPaidOnce() {
        ProposalId key = pair.opened(100, 0);
        pair.world.network().pause();
        Payment payment = alice.payment(30, "once");
        var first = alice.engine().pay(key, payment);
        var second = alice.engine().pay(key, payment);
        pair.world.network().resume();
        assertEquals(Await.done(first), Await.done(second));
        pair.agreed(key);
        assertEquals(BigInteger.valueOf(70), Pair.balance(alice, key));
    }
}
