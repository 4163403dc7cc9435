package dev.zorya.channel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.core.ChannelSnapshot.Status;
import dev.zorya.channel.engine.EngineException.Reason;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.port.JournalEntry;
import dev.zorya.channel.sim.SimParty;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.ProposalId;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A channel from its proposal to the money back on the accounts, between two engines. */
class LifeTest {
    private final Pair pair = new Pair();
    private final SimParty alice = pair.alice;
    private final SimParty bob = pair.bob;

    @AfterEach
    void close() {
        pair.close();
    }

    @Test
    void opensPaysBothWaysClosesAndPaysOut() {
        ProposalId key = pair.opened(600, 400);
        assertEquals(BigInteger.valueOf(1000), pair.world.ledger().locked(SimWorld.COIN));

        BookEntry sent = Await.done(alice.engine().pay(key, alice.payment(250, "rent")));
        assertEquals(BookEntry.Status.DONE, sent.status());
        assertEquals(BookEntry.Direction.OUT, sent.direction());
        assertEquals(1, sent.version());
        BookEntry back = Await.done(bob.engine().pay(key, bob.payment(50, "change")));
        assertEquals(2, back.version());
        Await.that(() -> alice.book(key).size() == 2, "alice's book has both lines");
        assertEquals(List.of("OUT 250 rent", "IN 50 change"), lines(alice, key));
        assertEquals(List.of("IN 250 rent", "OUT 50 change"), lines(bob, key));

        assertEquals(3, Await.done(alice.engine().close(key)).version());
        Await.status(alice, key, Status.WITHDRAWN);
        Await.status(bob, key, Status.WITHDRAWN);
        assertEquals(Pair.PURSE.subtract(BigInteger.valueOf(200)), alice.money(SimWorld.COIN));
        assertEquals(Pair.PURSE.add(BigInteger.valueOf(200)), bob.money(SimWorld.COIN));
        assertEquals(BigInteger.ZERO, pair.world.ledger().locked(SimWorld.COIN));
        assertTrue(pair.world.isConserved());
        List<String> events =
                alice.store().journal(key).stream().map(JournalEntry::event).toList();
        assertEquals(
                List.of("PROPOSED", "ACCEPTED", "SIGNED", "OPENED", "FINAL", "CONCLUDED", "WITHDRAWN"),
                events.stream().filter(e -> !e.equals("MINED")).toList());
    }

    private static List<String> lines(SimParty party, ProposalId key) {
        return party.book(key).stream()
                .map(e -> e.direction() + " " + e.amount() + " " + e.memo())
                .toList();
    }

    @Test
    void twoAssetsInOneChannel() {
        Allocation initial = new Allocation(
                List.of(SimWorld.COIN, SimWorld.TOKEN),
                new Balances(
                        List.of(List.of(BigInteger.TEN, BigInteger.ZERO), List.of(BigInteger.ZERO, BigInteger.TWO))),
                List.of());
        ProposalId key =
                Await.done(alice.engine().propose(alice.order(bob, initial))).key();
        Await.status(alice, key, Status.OPEN);
        Await.status(bob, key, Status.OPEN);
        Await.done(alice.engine().pay(key, alice.payment(4, "")));
        pair.settled(key);
        assertEquals(Pair.PURSE.subtract(BigInteger.valueOf(4)), alice.money(SimWorld.COIN));
        assertEquals(BigInteger.valueOf(1_000_000), bob.money(SimWorld.TOKEN));
        assertTrue(pair.world.isConserved());
    }

    @Test
    void theAccepterGetsItsMoneyThoughTheProposerIsGone() {
        ProposalId key = pair.opened(600, 400);
        pair.world.ledger().mineByHand();
        Await.done(alice.engine().close(key));
        alice.crash();
        Await.that(() -> bob.store().phase(key).equals("FINAL"), "bob has the final state");
        Await.that(
                () -> {
                    pair.world.ledger().mine();
                    return Pair.snapshot(bob, key).status() == Status.WITHDRAWN;
                },
                "bob has his money");
        assertEquals(Pair.PURSE, bob.money(SimWorld.COIN));
    }

    @Test
    void closingAgainIsNoError() {
        ProposalId key = pair.opened(600, 400);
        pair.settled(key);
        assertEquals(Status.WITHDRAWN, Await.done(alice.engine().close(key)).status());
        assertEquals(Reason.NOT_OPEN, Await.failure(alice.engine().pay(key, alice.payment(1, ""))));
    }

    @Test
    void aDeclinedProposalLeavesNothing() {
        bob.policy(question -> CompletableFuture.completedFuture(new Decision.Decline("no, thanks")));
        assertEquals(Reason.REJECTED, Await.failure(alice.engine().propose(alice.order(bob, 600, 400))));
        Await.that(() -> bob.engine().channels().isEmpty(), "bob has forgotten it");
        assertEquals(0, bob.store().writes());
        assertEquals(Pair.PURSE, alice.money(SimWorld.COIN));
    }

    @Test
    void aPolicyThatFailsSaysNo() {
        bob.policy(question -> {
            throw new IllegalStateException("the window is broken");
        });
        assertEquals(Reason.REJECTED, Await.failure(alice.engine().propose(alice.order(bob, 600, 400))));
        bob.policy(question -> CompletableFuture.failedFuture(new IllegalStateException("and stays so")));
        assertEquals(Reason.REJECTED, Await.failure(alice.engine().propose(alice.order(bob, 600, 400))));
    }

    @Test
    void ourOwnLimitsAndTheLedgersAreKept() {
        assertEquals(Reason.REFUSED, refusal(bob.participant(), Duration.ofSeconds(5)));
        assertEquals(Reason.REFUSED, refusal(alice.participant(), Duration.ofHours(1)), "both would be the same");
        pair.world.ledger().reachable(false);
        assertEquals(Reason.LEDGER, refusal(bob.participant(), Duration.ofHours(1)));
        assertEquals(0, alice.store().writes());
    }

    private Reason refusal(Participant expected, Duration challenge) {
        Allocation initial = alice.order(bob, 1, 1).initial();
        return Await.failure(alice.engine()
                .propose(new OpenChannel(bob.identity(), expected, true, initial, challenge, App.NONE, Bytes.EMPTY)));
    }
}
