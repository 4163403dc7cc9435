package dev.zorya.channel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.ChannelSnapshot.Status;
import dev.zorya.channel.core.Payment;
import dev.zorya.channel.engine.EngineException.Reason;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.BookEntry.Direction;
import dev.zorya.channel.port.ChannelWrite;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.sim.MemoryNetwork.Fate;
import dev.zorya.channel.sim.SimParty;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ProposalId;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A process dies in each phase and its successor carries on to the end. */
@Tag("threat-41")
class RestartTest {
    private final Pair pair = new Pair();
    private final SimParty alice = pair.alice;
    private final SimParty bob = pair.bob;

    @AfterEach
    void close() {
        pair.close();
    }

    private void drop(SimParty sender, Predicate<Message> which) {
        pair.world
                .network()
                .treat(e -> e.sender().equals(sender.identity()) && which.test(e.message()) ? Fate.DROP : Fate.DELIVER);
    }

    private void restart(SimParty party) {
        party.crash();
        pair.world.network().treat(e -> Fate.DELIVER);
        party.start();
    }

    /** The channel that is in this phase. */
    private static ProposalId in(SimParty party, Status status) {
        Await.that(() -> party.engine().channels().stream().anyMatch(c -> c.status() == status), "one in " + status);
        return party.engine().channels().stream()
                .filter(c -> c.status() == status)
                .map(ChannelSnapshot::key)
                .findFirst()
                .orElseThrow();
    }

    private void open(ProposalId key) {
        Await.status(alice, key, Status.OPEN);
        Await.status(bob, key, Status.OPEN);
        assertEquals(BigInteger.valueOf(1000), pair.world.ledger().locked(SimWorld.COIN), "nobody paid in twice");
    }

    private void over(ProposalId key) {
        Await.status(alice, key, Status.WITHDRAWN);
        Await.status(bob, key, Status.WITHDRAWN);
        assertEquals(Pair.PURSE, alice.money(SimWorld.COIN));
        assertEquals(Pair.PURSE, bob.money(SimWorld.COIN));
        assertTrue(pair.world.isConserved());
    }

    @Test
    void whileTheProposalIsOut() {
        CompletableFuture<Decision> later = new CompletableFuture<>();
        bob.policy(question -> later);
        var order = alice.engine().propose(alice.order(bob, 600, 400));
        ProposalId key = in(bob, Status.PROPOSAL_RECEIVED);
        restart(alice);
        assertEquals(Reason.CLOSED, Await.failure(order));
        assertEquals(Status.PROPOSAL_SENT, Pair.snapshot(alice, key).status());
        later.complete(new Decision.Accept());
        open(key);
    }

    @Test
    void whileTheProposalIsBeingDecided() {
        bob.policy(question -> new CompletableFuture<>());
        var order = alice.engine().propose(alice.order(bob, 600, 400));
        ProposalId key = in(bob, Status.PROPOSAL_RECEIVED);
        bob.crash();
        bob.policy(question -> CompletableFuture.completedFuture(new Decision.Accept()));
        bob.start();
        pair.world.network().join(alice.identity(), bob.identity());
        assertEquals(key, Await.done(order).key());
        open(key);
    }

    @Test
    void whileTheFirstStateIsBeingSigned() {
        for (SimParty dying : List.of(alice, bob)) {
            drop(bob, message -> message instanceof UpdateMessage.Accept);
            var order = alice.engine().propose(alice.order(bob, 600, 400));
            ProposalId key = in(alice, Status.INIT_SIGNING);
            Await.status(bob, key, Status.FUNDING);
            restart(dying);
            open(key);
            Await.that(() -> order.toCompletableFuture().isDone(), "the caller is told");
            pair.settled(key);
        }
        assertTrue(pair.world.isConserved());
    }

    @Test
    @Tag("threat-24")
    void whileTheDepositsAreUnderWay() {
        pair.world.ledger().mineByHand();
        ProposalId key =
                Await.done(alice.engine().propose(alice.order(bob, 600, 400))).key();
        Await.status(alice, key, Status.FUNDING);
        Await.status(bob, key, Status.FUNDING);
        restart(alice);
        restart(bob);
        Await.status(alice, key, Status.FUNDING);
        Await.that(
                () -> {
                    pair.world.ledger().mine();
                    return Pair.snapshot(alice, key).status() == Status.OPEN
                            && Pair.snapshot(bob, key).status() == Status.OPEN;
                },
                "both open");
        open(key);
    }

    @Test
    void whileItIsOpen() {
        ProposalId key = pair.opened(600, 400);
        Await.done(alice.engine().pay(key, alice.payment(10, "before")));
        restart(alice);
        restart(bob);
        open(key);
        Await.done(alice.engine().pay(key, alice.payment(20, "after")));
        Await.done(bob.engine().pay(key, bob.payment(30, "back")));
        pair.agreed(key);
        assertEquals(Pair.moved(alice, key, Direction.OUT), Pair.moved(bob, key, Direction.IN), "the books agree");
        pair.settled(key);
        over(key);
    }

    @Test
    void whileAPaymentIsOut() {
        ProposalId key = pair.opened(600, 400);
        drop(alice, message -> message instanceof UpdateMessage.Update);
        Payment payment = alice.payment(70, "out");
        var paying = alice.engine().pay(key, payment);
        Await.that(() -> alice.store().phase(key).equals("UPDATING"), "it is durable");
        restart(alice);
        assertEquals(Reason.CLOSED, Await.failure(paying));
        Await.that(() -> Pair.snapshot(bob, key).version() == 1, "bob has it");
        pair.agreed(key);
        assertEquals(Map.of(payment.id(), payment.amount()), Pair.moved(alice, key, Direction.OUT));
        assertEquals(Map.of(payment.id(), payment.amount()), Pair.moved(bob, key, Direction.IN));
    }

    @Test
    void whileTheAnswerToAPaymentIsOut() {
        ProposalId key = pair.opened(600, 400);
        drop(bob, message -> message instanceof UpdateMessage.Accept);
        Payment payment = alice.payment(70, "out");
        var paying = alice.engine().pay(key, payment);
        Await.that(() -> Pair.snapshot(bob, key).version() == 1, "bob has it");
        restart(bob);
        pair.world.network().join(alice.identity(), bob.identity());
        assertEquals(1, Await.done(paying).version());
        pair.agreed(key);
        assertEquals(Map.of(payment.id(), payment.amount()), Pair.moved(bob, key, Direction.IN));
    }

    @Test
    void whileTheFinalStateIsOut() {
        ProposalId key = pair.opened(600, 400);
        drop(alice, message -> message instanceof UpdateMessage.Update);
        var closing = alice.engine().close(key);
        Await.that(() -> alice.store().phase(key).equals("FINALISING"), "it is durable");
        restart(alice);
        assertEquals(Reason.CLOSED, Await.failure(closing));
        over(key);
    }

    @Test
    void whenItIsFinalAndWhileTheMoneyComes() {
        ProposalId key = pair.opened(600, 400);
        pair.world.ledger().mineByHand();
        Await.done(alice.engine().close(key));
        Await.that(() -> bob.store().phase(key).equals("FINAL"), "bob too");
        restart(alice);
        restart(bob);
        assertEquals(Status.FINAL, Pair.snapshot(alice, key).status());
        Await.that(pair.world.ledger()::isBusy, "a conclusion waits for a block");
        pair.world.ledger().mine();
        Await.that(() -> alice.store().phase(key).equals("WITHDRAWING"), "concluded");
        restart(alice);
        restart(bob);
        Await.that(
                () -> {
                    pair.world.ledger().mine();
                    return alice.store().phase(key).equals("WITHDRAWN")
                            && bob.store().phase(key).equals("WITHDRAWN");
                },
                "paid out");
        over(key);
        restart(alice);
        assertEquals(Status.WITHDRAWN, Pair.snapshot(alice, key).status());
    }

    @Test
    void whileThePeerIsAway() {
        ProposalId key = pair.opened(600, 400);
        drop(alice, message -> message instanceof UpdateMessage.Update);
        var paying = alice.engine().pay(key, alice.payment(70, "out"));
        Await.that(() -> alice.store().phase(key).equals("UPDATING"), "it is durable");
        bob.crash();
        restart(alice);
        assertEquals(Reason.CLOSED, Await.failure(paying));
        Await.status(alice, key, Status.UPDATING);
        assertEquals(List.of(BigInteger.valueOf(70)), Pair.snapshot(alice, key).pendingOut());
        bob.start();
        pair.world.network().join(alice.identity(), bob.identity());
        Await.that(() -> Pair.balance(bob, key).equals(BigInteger.valueOf(470)), "bob has the money");
        pair.agreed(key);
    }

    @Test
    @Tag("threat-47")
    void aRecordThatCannotBeReadStopsNobodyElse() throws Exception {
        ProposalId good = pair.opened(600, 400);
        ProposalId bad = pair.opened(6, 4);
        Bytes garbage = Bytes.of((byte) 1, (byte) 2);
        var damage = new ChannelWrite(bad, null, null, "OPEN", 0, garbage, false, List.of(), List.of());
        alice.store().write(List.of(damage)).toCompletableFuture().join();
        restart(alice);
        Await.that(
                () -> alice.events().stream()
                        .anyMatch(e -> e instanceof EngineEvent.Quarantined q
                                && q.key().equals(bad)),
                "told");
        assertTrue(alice.engine().channel(bad).isEmpty());
        Await.done(alice.engine().pay(good, alice.payment(1, "")));
    }
}
