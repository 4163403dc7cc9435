package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.zorya.channel.core.DisputeSnapshot.Next;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerEvent.Stage;
import dev.zorya.channel.sim.NimApp;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A game of Nim before the judge: five sticks, Alice begins, nobody else moves off the ledger. */
class ProgressingTest {
    private final Scene scene = new Scene(NimApp.APP, new Apps(Map.of(NimApp.ID, new NimApp())), NimApp.data(0, 5));
    private final Scene.Side alice = scene.alice;
    private final Scene.Side bob = scene.bob;
    private final Disputes disputes = new Disputes(scene);
    private final State v0 = scene.initial();
    private final State v1 = after(v0, NimApp.take(0, 3));
    private final State v2 = after(v1, NimApp.take(1, 2));
    private final Change move = new Change(payment(1, 1).id(), NimApp.take(0, 3));
    private final Registered registered = registered(alice, v0);

    private static State after(State from, Change.Step step) {
        Change.Next next = step.from(from).orElseThrow();
        return new State(
                from.id(),
                from.version() + 1,
                from.allocation().withBalances(next.balances()),
                next.last(),
                from.app(),
                next.data());
    }

    private Registered registered(Scene.Side side, State state) {
        Live live = Live.fresh(scene.dossier(side), scene.terms(), scene.complete(state));
        return new Registered(live, disputes.fact(live, disputes.shown(state)));
    }

    private Effect progress(Scene.Side actor, State from, State to) {
        return new Effect.Submit(
                new Intent.Progress(v0.id(), scene.terms().params(), from, to, actor.index(), actor.sign(to)));
    }

    private Progressing moving() {
        return assertInstanceOf(
                Progressing.class,
                step(registered, alice, new Input.Progress(move)).next());
    }

    /** The watcher stops at what needs the person, and says so; it concludes when nobody moves. */
    @Test
    void aRegisteredGameWaitsForAMove() {
        expect(
                see(new Open(registered.live()), alice, disputes.hidden(v0)),
                Registered.class,
                disputes.noted("REGISTERED", v0, 0),
                disputes.conclude(v0),
                Disputes.told(Next.MOVE, 0, 0, Stage.DISPUTE, Disputes.TIMEOUT.plus(Duration.ofHours(1))));
    }

    @Test
    void ourMoveIsSignedKeptAndHandedOver() {
        Progressing next = expect(
                step(registered, alice, new Input.Progress(move)),
                Progressing.class,
                persist(line("PROGRESSING", 1, "from=0 not before " + Disputes.TIMEOUT)),
                progress(alice, v0, v1),
                disputes.conclude(v0),
                Disputes.told(Next.PROGRESS, 0, 0, Stage.DISPUTE, Disputes.TIMEOUT.plus(Duration.ofHours(1))));
        assertEquals(Phase.PROGRESSING, next.phase());
        assertEquals(v1, next.move().state());
    }

    @Test
    @Tag("threat-41")
    void afterARestartTheSameMoveIsHandedOver() {
        expect(
                step(moving(), alice, new Input.Restarted()),
                Progressing.class,
                progress(alice, v0, v1),
                disputes.conclude(v0));
        expect(
                see(moving(), alice, disputes.shown(v0)),
                Progressing.class,
                progress(alice, v0, v1),
                disputes.conclude(v0));
    }

    @Test
    @Tag("threat-29")
    void whereNothingIsRegisteredAnyMoreEverythingGoesInAgain() {
        expect(
                see(moving(), alice, holdings(600, 400)),
                Progressing.class,
                disputes.register(v0),
                progress(alice, v0, v1),
                disputes.conclude(v0));
    }

    @Test
    void ourMoveIsRegistered() {
        Registered next = expect(
                see(moving(), alice, disputes.moved(v1)),
                Registered.class,
                disputes.noted("PROGRESSED", v1, 0),
                disputes.conclude(v1),
                Disputes.told(Next.MOVE, 0, 1, Stage.FORCED_EXECUTION, Disputes.TIMEOUT),
                told(new Notice.Changed(move.id(), v1)));
        assertEquals(Phase.PROGRESSED, next.phase());
    }

    /** The peer's move comes in with the registration; it is what we follow. */
    @Test
    void thePeersMoveIsTheNewestAndWeFollowIt() {
        Registered ours = registered(bob, v0);
        Registered next = assertInstanceOf(
                Registered.class, see(ours, bob, disputes.moved(v1)).next());
        Change reply = new Change(payment(2, 1).id(), NimApp.take(1, 2));
        Progressing moving = assertInstanceOf(
                Progressing.class, step(next, bob, new Input.Progress(reply)).next());
        assertEquals(v2, moving.move().state());
        Registered end = assertInstanceOf(
                Registered.class, see(moving, bob, disputes.moved(v2)).next());
        assertEquals(Next.CONCLUDE, DisputeSnapshot.of(end).next());
        Withdrawing paid =
                assertInstanceOf(Withdrawing.class, see(end, bob, concluded(2)).next());
        assertEquals(v2, paid.last().state());
    }

    @Test
    void somebodyElseWasFaster() {
        State other = after(v0, NimApp.take(0, 1));
        Transition step = see(moving(), alice, disputes.moved(other));
        assertInstanceOf(Registered.class, step.next());
        assertEquals(
                told(move.refused(Notice.Refusal.RULES, Reasons.OVERTAKEN)),
                step.effects().getLast());
        Transition over = see(moving(), alice, concluded(0));
        assertInstanceOf(Withdrawing.class, over.next());
        assertEquals(
                told(move.refused(Notice.Refusal.RULES, Reasons.OVERTAKEN)),
                over.effects().getLast());
    }

    /** A move that nobody showed us is not ours to follow; the ledger's version is waited out. */
    @Test
    void aHiddenMoveOfThePeerCannotBeFollowed() {
        Registered next = assertInstanceOf(
                Registered.class, see(registered(bob, v0), bob, hiddenMove(v1)).next());
        assertEquals(Next.WAIT, DisputeSnapshot.of(next).next());
        refused(next, NimApp.take(1, 2), "what is registered is not what it would follow");
    }

    private LedgerEvent.Registered hiddenMove(State state) {
        var seen = disputes.moved(state);
        return new LedgerEvent.Registered(
                seen.version(), seen.stateHash(), seen.timeout(), seen.stage(), null, seen.block(), seen.time());
    }

    @Test
    void theRulesOfTheAppHoldBeforeTheJudgeToo() {
        refused(
                registered,
                s -> Optional.of(new Change.Next(s.balances(), NimApp.data(1, 1), false)),
                "a move takes one to three sticks");
        refused(registered, s -> Optional.empty(), "it does not fit the registered state");
        refused(
                registered,
                s -> {
                    throw new IllegalStateException("oops");
                },
                "the application failed: oops");
        refused(
                registered,
                s -> Optional.of(new Change.Next(new Balances(List.of()), Bytes.EMPTY, false)),
                "balances for another number of assets");
    }

    private void refused(Registered at, Change.Step step, String reason) {
        Scene.Side side = at.dossier().ownIndex() == 0 ? alice : bob;
        Change change = new Change(payment(9, 1).id(), step);
        expect(
                step(at, side, new Input.Progress(change)),
                Registered.class,
                told(change.refused(Notice.Refusal.RULES, reason)));
    }

    @Test
    void whatIsStillRefutedIsNotFollowed() {
        Live live = Live.fresh(scene.dossier(alice), scene.terms(), scene.complete(v2));
        refused(
                new Registered(live, disputes.fact(live, disputes.shown(v0))),
                NimApp.take(0, 3),
                "what is registered is not what it would follow");
    }

    @Test
    void oneMoveAtATimeAndNoneWithoutADispute() {
        for (ChannelState state : List.of(moving(), new Open(registered.live()))) {
            Change again = new Change(payment(8, 1).id(), NimApp.take(0, 1));
            Transition step = step(state, alice, new Input.Progress(again));
            assertEquals(state, step.next());
            assertInstanceOf(Effect.Notify.class, step.effects().getFirst());
        }
    }
}
