package dev.zorya.channel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.core.Change;
import dev.zorya.channel.core.ChannelSnapshot.Status;
import dev.zorya.channel.core.Payment;
import dev.zorya.channel.engine.EngineException.Reason;
import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.port.Bus;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.port.Question;
import dev.zorya.channel.sim.NimApp;
import dev.zorya.channel.sim.SimParty;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.WireIdentity;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two engines with an app, with several assets, with a funding agreement. */
class AppTest {
    private final Pair pair = new Pair();
    private final SimParty alice = pair.alice;
    private final SimParty bob = pair.bob;

    @AfterEach
    void close() {
        pair.close();
    }

    private static Balances row(long mine, long theirs) {
        return Balances.single(BigInteger.valueOf(mine), BigInteger.valueOf(theirs));
    }

    private ProposalId game(int sticks) {
        OpenChannel plain = alice.order(bob, 600, 400);
        ProposalId key = Await.done(alice.engine()
                        .propose(new OpenChannel(
                                plain.peer(),
                                plain.expected(),
                                true,
                                plain.initial(),
                                plain.challenge(),
                                NimApp.APP,
                                NimApp.data(0, sticks))))
                .key();
        Await.status(alice, key, Status.OPEN);
        Await.status(bob, key, Status.OPEN);
        return key;
    }

    @Test
    void aGameIsPlayedAndPaidOut() {
        ProposalId key = game(6);
        assertEquals(
                NimApp.data(1, 3),
                Await.done(alice.engine().update(key, NimApp.take(0, 3))).data());
        assertEquals(Reason.REFUSED, Await.failure(alice.engine().update(key, NimApp.take(0, 3))));
        assertEquals(Reason.REFUSED, Await.failure(bob.engine().pay(key, bob.payment(1, "a bribe"))));
        State won = Await.done(bob.engine().update(key, NimApp.take(1, 3)));
        assertTrue(won.isFinal());
        Await.status(alice, key, Status.WITHDRAWN);
        Await.status(bob, key, Status.WITHDRAWN);
        assertEquals(Pair.PURSE.subtract(NimApp.STAKE), alice.money(SimWorld.COIN));
        assertEquals(Pair.PURSE.add(NimApp.STAKE), bob.money(SimWorld.COIN));
        assertTrue(pair.world.isConserved());
    }

    @Test
    void aMoveThatThePeerDeclinesComesBackWithItsReason() {
        ProposalId key = pair.opened(600, 400);
        bob.policy(question -> CompletableFuture.completedFuture(
                question instanceof Question.Update ? new Decision.Decline("not that much") : new Decision.Accept()));
        Change.Step grab = state ->
                Optional.of(new Change.Next(state.balances().move(0, 1, 0, BigInteger.TEN), Bytes.EMPTY, false));
        assertEquals(Reason.REJECTED, Await.failure(alice.engine().update(key, grab)));
        pair.agreed(key);
        assertEquals(BigInteger.valueOf(600), Pair.balance(alice, key));
        bob.policy(question -> CompletableFuture.completedFuture(new Decision.Accept()));
        assertEquals(row(610, 390), Await.done(alice.engine().update(key, grab)).balances());
    }

    @Test
    void aGameGoesOnAfterARestart() {
        ProposalId key = game(6);
        Await.done(alice.engine().update(key, NimApp.take(0, 1)));
        bob.crash();
        bob.start();
        assertEquals(
                NimApp.data(0, 3),
                Await.done(bob.engine().update(key, NimApp.take(1, 2))).data());
    }

    @Test
    void twoAssetsArePaidAndSettledEach() {
        Allocation initial = new Allocation(
                List.of(SimWorld.COIN, SimWorld.TOKEN),
                new Balances(List.of(
                        row(100, 50).rows().getFirst(), row(30, 70).rows().getFirst())),
                List.of());
        ProposalId key =
                Await.done(alice.engine().propose(alice.order(bob, initial))).key();
        Await.status(alice, key, Status.OPEN);
        Await.status(bob, key, Status.OPEN);
        Await.done(alice.engine().pay(key, alice.payment(40, "coins")));
        Await.done(bob.engine().pay(key, tokens(bob, 20)));
        Await.done(alice.engine().pay(key, tokens(alice, 5)));
        Await.that(() -> bob.book(key).size() == 3, "bob's book has all three lines");
        assertEquals(
                List.of("IN 0 40", "OUT 1 20", "IN 1 5"),
                bob.book(key).stream()
                        .map(e -> e.direction() + " " + e.asset() + " " + e.amount())
                        .toList());
        Await.done(bob.engine().close(key));
        Await.status(alice, key, Status.WITHDRAWN);
        Await.status(bob, key, Status.WITHDRAWN);
        BigInteger tokens = BigInteger.valueOf(1_000_000);
        assertEquals(Pair.PURSE.subtract(BigInteger.valueOf(40)), alice.money(SimWorld.COIN));
        assertEquals(Pair.PURSE.add(BigInteger.valueOf(40)), bob.money(SimWorld.COIN));
        assertEquals(tokens.add(BigInteger.valueOf(15)), alice.money(SimWorld.TOKEN));
        assertEquals(tokens.subtract(BigInteger.valueOf(15)), bob.money(SimWorld.TOKEN));
        assertTrue(pair.world.isConserved());
    }

    private static Payment tokens(SimParty payer, long amount) {
        Payment coins = payer.payment(amount, "");
        return new Payment(coins.id(), 1, coins.amount(), "", Bytes.EMPTY);
    }

    @Test
    void bothPayInWhatTheyAgreedOnAndOwnWhatTheyAgreedOn() {
        OpenChannel plain = alice.order(bob, 600, 400);
        ProposalId key = Await.done(alice.engine().propose(agreement(plain, row(900, 100))))
                .key();
        Await.status(alice, key, Status.OPEN);
        Await.status(bob, key, Status.OPEN);
        assertEquals(Pair.PURSE.subtract(BigInteger.valueOf(900)), alice.money(SimWorld.COIN));
        assertEquals(BigInteger.valueOf(400), Pair.balance(bob, key));
        pair.settled(key);
        assertEquals(Pair.PURSE.subtract(BigInteger.valueOf(300)), alice.money(SimWorld.COIN));
        assertEquals(Reason.REFUSED, Await.failure(alice.engine().propose(agreement(plain, row(900, 101)))));
    }

    private static OpenChannel agreement(OpenChannel plain, Balances agreement) {
        return new OpenChannel(
                plain.peer(),
                plain.expected(),
                true,
                plain.initial(),
                agreement,
                Duration.ofHours(1),
                plain.app(),
                plain.initData());
    }

    @Test
    @Tag("threat-6")
    void onlyThePeerOfAChannelHearsWhereItStands() {
        ProposalId key = pair.opened(600, 400);
        SimParty eve = pair.world.party("eve");
        long before = syncs(eve);
        var current = Pair.snapshot(alice, key).current();
        eve.engine().close();
        var bus = pair.world.network().plug(eve.identity());
        bus.subscribe(new Bus.Receiver() {
            @Override
            public void received(Envelope envelope) {}

            @Override
            public void connection(WireIdentity peer, boolean up) {}
        });
        Await.done(bus.send(alice.identity(), new ChannelSync(3, current)));
        Await.done(alice.engine().pay(key, alice.payment(1, "after it")));
        assertEquals(before, syncs(eve));
    }

    private long syncs(SimParty recipient) {
        return pair.world.network().sent().stream()
                .filter(e -> e.recipient().equals(recipient.identity()) && e.message() instanceof ChannelSync)
                .count();
    }
}
