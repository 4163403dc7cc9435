package dev.zorya.channel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.core.Change;
import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.ChannelSnapshot.Status;
import dev.zorya.channel.core.DisputeSnapshot;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.sim.NimApp;
import dev.zorya.channel.sim.SimParty;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.SignedState;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whole disputes over the real engine and the judge; the protection period is an hour. */
class DisputeTest {
    private static final Duration PERIOD = Duration.ofHours(1);
    private final Pair pair = new Pair();
    private final SimParty alice = pair.alice;
    private final SimParty bob = pair.bob;

    @AfterEach
    void close() {
        pair.close();
    }

    private static Transaction current(SimParty party, ProposalId key) {
        return Objects.requireNonNull(Pair.snapshot(party, key).current());
    }

    private Intent.Register registration(SimParty party, ProposalId key, Transaction transaction) {
        return new Intent.Register(
                new SignedState(Objects.requireNonNull(Pair.snapshot(party, key).params()), transaction), List.of());
    }

    private void pay(SimParty payer, ProposalId key, long amount) {
        Await.done(payer.engine().pay(key, payer.payment(amount, "")));
    }

    private void pass(Duration time) {
        pair.world.clock().advance(time);
        pair.world.ledger().mine();
    }

    private long version(ChannelId id) {
        return pair.world.ledger().dispute(id).version();
    }

    private void paidOut(SimParty party, ProposalId key, long gain) {
        Await.status(party, key, Status.WITHDRAWN);
        assertEquals(Pair.PURSE.add(BigInteger.valueOf(gain)), party.money(SimWorld.COIN));
    }

    private static boolean refutes(SimParty party) {
        return party.events().stream()
                .anyMatch(event -> event instanceof EngineEvent.Disputed step
                        && step.dispute().next() == DisputeSnapshot.Next.REFUTE);
    }

    @Test
    @Tag("threat-26")
    void malloryRegistersVersion0AfterPaymentsAndGetsNothingByIt() throws LedgerException {
        ProposalId key = pair.opened(600, 400);
        Transaction old = current(alice, key);
        for (int payment = 0; payment < 20; payment++) {
            pay(alice, key, 10);
        }
        pair.agreed(key);
        ChannelId id = old.state().id();
        alice.account().submit(registration(alice, key, old));
        Await.that(() -> version(id) == 20, "it is refuted");
        Await.status(bob, key, Status.DISPUTED);
        Await.status(alice, key, Status.DISPUTED);
        // Alice's own program is honest, and whoever hears of it first refutes
        Await.that(() -> refutes(bob) || refutes(alice), "somebody says that an older state is refuted");
        pass(PERIOD);
        paidOut(bob, key, 200);
        paidOut(alice, key, -200);
        assertTrue(pair.world.isConserved());
    }

    @Test
    @Tag("threat-27")
    void bobIsAwayAndComesBackASecondBeforeTheEnd() throws LedgerException {
        ProposalId key = pair.opened(600, 400);
        Transaction old = current(alice, key);
        pay(alice, key, 100);
        pair.agreed(key);
        bob.crash();
        alice.account().submit(registration(alice, key, old));
        pass(PERIOD.minusSeconds(1));
        bob.start();
        Await.that(() -> version(old.state().id()) == 1, "Bob refutes");
        pass(Duration.ofSeconds(1));
        paidOut(bob, key, 100);
    }

    /** Nobody can help him then; what is left to him he gets, and he is told. */
    @Test
    @Tag("threat-27")
    void bobComesBackASecondAfterTheEnd() throws LedgerException {
        ProposalId key = pair.opened(600, 400);
        Transaction old = current(alice, key);
        pay(alice, key, 100);
        pair.agreed(key);
        Intent.Register cheat = registration(alice, key, old);
        bob.crash();
        alice.crash();
        alice.account().submit(cheat);
        pass(PERIOD);
        bob.start();
        paidOut(bob, key, 0);
    }

    @Test
    void aPeerThatIsGoneIsNotNeeded() {
        ProposalId key = pair.opened(600, 400);
        pay(alice, key, 100);
        pair.agreed(key);
        bob.crash();
        ChannelSnapshot closing = Await.done(alice.engine().closeAlone(key));
        assertEquals(Status.DISPUTED, closing.status());
        pass(PERIOD);
        paidOut(alice, key, -100);
        bob.start();
        paidOut(bob, key, 100);
        assertTrue(pair.world.isConserved());
    }

    @Test
    @Tag("threat-21")
    void aDepositThatWasNeverMatchedComesBack() {
        ProposalId key = Await.done(alice.engine().propose(alice.order(bob, 600, 2_000_000_000L)))
                .key();
        Await.that(
                () -> pair.world.ledger().locked(SimWorld.COIN).equals(BigInteger.valueOf(600)), "Alice has paid in");
        Await.done(alice.engine().closeAlone(key));
        pass(PERIOD);
        paidOut(alice, key, 0);
        assertEquals(BigInteger.ZERO, pair.world.ledger().locked(SimWorld.COIN));
    }

    @Test
    void aGameGoesOnBeforeTheJudge() {
        OpenChannel order = new OpenChannel(
                bob.identity(),
                bob.participant(),
                true,
                alice.order(bob, 600, 400).initial(),
                PERIOD,
                NimApp.APP,
                NimApp.data(0, 4));
        ProposalId key = Await.done(alice.engine().propose(order)).key();
        Await.status(alice, key, Status.OPEN);
        Await.status(bob, key, Status.OPEN);
        Await.done(alice.engine().update(key, NimApp.take(0, 2)));
        pair.agreed(key);
        alice.crash();
        Await.done(bob.engine().closeAlone(key));
        Await.that(
                () -> Objects.requireNonNull(Pair.snapshot(bob, key).dispute()).next() == DisputeSnapshot.Next.MOVE,
                "Bob can move");
        var won = bob.engine().progress(key, NimApp.take(1, 2));
        pass(PERIOD);
        State last = Await.done(won);
        assertEquals(NimApp.data(0, 0), last.data());
        pair.world.ledger().mine();
        paidOut(bob, key, 100);
        alice.start();
        paidOut(alice, key, -100);
    }

    @Test
    void withoutAnAppNobodyMovesAlone() {
        ProposalId key = pair.opened(600, 400);
        assertEquals(
                EngineException.Reason.NOT_OPEN, Await.failure(alice.engine().progress(key, step())));
        Await.done(alice.engine().closeAlone(key));
        Await.that(() -> Pair.snapshot(alice, key).dispute() != null, "in a dispute");
        Await.that(
                () -> Objects.requireNonNull(Pair.snapshot(alice, key).dispute())
                                .registered()
                        != null,
                "registered");
        assertEquals(
                EngineException.Reason.REFUSED, Await.failure(alice.engine().progress(key, step())));
        assertEquals(
                EngineException.Reason.NOT_OPEN, Await.failure(alice.engine().pay(key, alice.payment(1, ""))));
    }

    private static Change.Step step() {
        return Change.to(Balances.single(BigInteger.ONE, BigInteger.ONE), Bytes.EMPTY, false);
    }
}
