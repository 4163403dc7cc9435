package dev.zorya.channel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.ChannelSnapshot.Status;
import dev.zorya.channel.engine.EngineException.Reason;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.port.JournalEntry;
import dev.zorya.channel.port.Question;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.sim.NimApp;
import dev.zorya.channel.sim.SimParty;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ProposalId;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two engines with channels inside channels. */
class SubChannelTest {
    private final Pair pair = new Pair();
    private final SimParty alice = pair.alice;
    private final SimParty bob = pair.bob;
    private final ProposalId parent = pair.opened(600, 400);

    @AfterEach
    void close() {
        pair.close();
    }

    private static OpenSub order(long mine, long theirs, App app, Bytes data) {
        return new OpenSub(
                new Allocation(
                        List.of(SimWorld.COIN),
                        Balances.single(BigInteger.valueOf(mine), BigInteger.valueOf(theirs)),
                        List.of()),
                Duration.ofHours(1),
                app,
                data);
    }

    private static OpenSub order(long mine, long theirs) {
        return order(mine, theirs, App.NONE, Bytes.EMPTY);
    }

    private ProposalId opened(ProposalId in, OpenSub order) {
        ChannelSnapshot open = Await.done(alice.engine().openSub(in, order));
        assertEquals(Status.OPEN, open.status());
        assertEquals(Pair.snapshot(alice, in).id(), open.parent());
        Await.status(bob, open.key(), Status.OPEN);
        return open.key();
    }

    private void balances(ProposalId key, long mine, long theirs) {
        pair.agreed(key);
        assertEquals(BigInteger.valueOf(mine), Pair.balance(alice, key));
        assertEquals(BigInteger.valueOf(theirs), Pair.balance(bob, key));
    }

    @Test
    void isOpenedUsedAndSettledWithoutTheLedger() {
        ProposalId child = opened(parent, order(100, 50));
        balances(parent, 500, 350);
        Await.done(alice.engine().pay(child, alice.payment(30, "in the child")));
        Await.done(bob.engine().pay(child, bob.payment(5, "back")));
        Await.done(bob.engine().pay(parent, bob.payment(50, "in the parent")));
        assertEquals(2, alice.book(child).size());
        ChannelSnapshot over = Await.done(bob.engine().close(child));
        assertEquals(Status.WITHDRAWN, over.status());
        Await.status(alice, child, Status.WITHDRAWN);
        balances(parent, 625, 375);
        assertEquals(1, alice.book(parent).size(), "a lock is no payment");
        pair.settled(parent);
        assertEquals(Pair.PURSE.add(BigInteger.valueOf(25)), alice.money(SimWorld.COIN));
        assertTrue(pair.world.isConserved());
        assertEquals(
                List.of("PROPOSED", "ACCEPTED", "SIGNED", "OPENED", "FINAL", "RETURNED"),
                alice.store().journal(child).stream().map(JournalEntry::event).toList());
    }

    @Test
    void goesThreeDeepAndBack() {
        List<ProposalId> keys = new ArrayList<>(List.of(parent));
        for (int depth = 1; depth <= 3; depth++) {
            keys.add(opened(keys.getLast(), order(200 - 50L * depth, 100 - 20L * depth)));
        }
        Await.done(alice.engine().pay(keys.getLast(), alice.payment(7, "deep")));
        assertEquals(Reason.NOT_OPEN, Await.failure(alice.engine().close(parent)));
        for (ProposalId key : keys.reversed()) {
            Await.done(alice.engine().close(key));
        }
        Await.status(bob, parent, Status.WITHDRAWN);
        Await.status(alice, parent, Status.WITHDRAWN);
        assertEquals(Pair.PURSE.subtract(BigInteger.valueOf(7)), alice.money(SimWorld.COIN));
        assertEquals(Pair.PURSE.add(BigInteger.valueOf(7)), bob.money(SimWorld.COIN));
    }

    @Test
    void aGameIsPlayedInsideAPaymentChannel() {
        ProposalId game = opened(parent, order(100, 100, NimApp.APP, NimApp.data(0, 3)));
        assertTrue(Await.done(alice.engine().update(game, NimApp.take(0, 3))).isFinal());
        Await.status(alice, game, Status.WITHDRAWN);
        balances(parent, 700, 300);
    }

    @Test
    @Tag("threat-41")
    void everythingGoesOnAfterBothWereKilled() {
        ProposalId child = opened(parent, order(100, 50));
        ProposalId inner = opened(child, order(20, 20));
        restart();
        assertEquals(3, alice.engine().channels().size());
        Await.done(bob.engine().pay(inner, bob.payment(20, "after the crash")));
        Await.done(alice.engine().close(inner));
        restart();
        balances(child, 120, 30);
        Await.done(bob.engine().close(child));
        balances(parent, 620, 380);
    }

    private void restart() {
        alice.crash();
        bob.crash();
        bob.start();
        alice.start();
    }

    @ParameterizedTest
    @Tag("threat-41")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void itOpensThoughOneOfTheTwoDiesMeanwhile(int messages) {
        var network = pair.world.network();
        network.pause();
        var unused = alice.engine().openSub(parent, order(100, 50));
        for (int count = 0; count < messages; count++) {
            Await.that(network::deliverOne, "message " + count);
        }
        bob.crash();
        bob.start();
        network.resume();
        Await.that(() -> alice.engine().channels().size() == 2, "alice knows it");
        ProposalId child = alice.engine().channels().getLast().key();
        // nothing reaches a wallet that nobody calls
        Await.done(alice.engine().pay(parent, alice.payment(1, "")));
        Await.status(alice, child, Status.OPEN);
        Await.status(bob, child, Status.OPEN);
        balances(parent, 499, 351);
        Await.done(alice.engine().close(child));
        balances(parent, 599, 401);
    }

    @Test
    void aDeclinedOneLeavesNothing() {
        bob.policy(question -> CompletableFuture.completedFuture(
                question instanceof Question.Open ? new Decision.Decline("not now") : new Decision.Accept()));
        assertEquals(Reason.REJECTED, Await.failure(alice.engine().openSub(parent, order(100, 50))));
        balances(parent, 600, 400);
        assertEquals(1, bob.engine().channels().size());
    }

    @Test
    void whatCannotBeIsRefusedAtOnce() {
        assertEquals(Reason.REFUSED, Await.failure(alice.engine().openSub(parent, order(601, 0))));
        assertEquals(Reason.REFUSED, Await.failure(bob.engine().openSub(parent, order(1, 1))));
        pair.world.ledger().reachable(false);
        assertEquals(Reason.REFUSED, Await.failure(alice.engine().openSub(parent, order(1, 1))));
        assertEquals(1, alice.engine().channels().size());
        assertEquals(
                Reason.UNKNOWN_CHANNEL,
                Await.failure(alice.engine().openSub(new ProposalId(Bytes.zero(32)), order(1, 1))));
    }

    @Test
    @Tag("threat-43")
    void whatTheStoreDoesNotTakeHasNotHappened() {
        alice.store().fail(StoreException.Reason.DISK_FULL);
        assertEquals(Reason.STORE, Await.failure(alice.engine().openSub(parent, order(100, 50))));
        alice.store().heal();
        assertEquals(1, alice.engine().channels().size());
        opened(parent, order(100, 50));
        balances(parent, 500, 350);
    }
}
