package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.LIMITS;
import static dev.zorya.channel.core.Scene.NOW;
import static dev.zorya.channel.core.Scene.expect;
import static dev.zorya.channel.core.Scene.hear;
import static dev.zorya.channel.core.Scene.later;
import static dev.zorya.channel.core.Scene.line;
import static dev.zorya.channel.core.Scene.payment;
import static dev.zorya.channel.core.Scene.persist;
import static dev.zorya.channel.core.Scene.reject;
import static dev.zorya.channel.core.Scene.send;
import static dev.zorya.channel.core.Scene.step;
import static dev.zorya.channel.core.Scene.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.Question;
import dev.zorya.channel.port.StateApp;
import dev.zorya.channel.sim.NimApp;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A channel whose updates an app rules: five sticks, Alice begins. */
class AppChannelTest {
    private static final String RULES = "a move takes one to three sticks";

    private final Scene scene = game(new NimApp());
    private final Scene.Side alice = scene.alice;
    private final Scene.Side bob = scene.bob;
    private final State v0 = scene.initial();

    private static Scene game(StateApp rules) {
        return new Scene(NimApp.APP, new Apps(Map.of(NimApp.ID, rules)), NimApp.data(0, 5));
    }

    private static Change change(int number, Change.Step step) {
        return new Change(payment(number, 1).id(), step);
    }

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

    /** Bob is to move: two sticks are left. */
    private State second() {
        return after(v0, NimApp.take(0, 3));
    }

    private Open at(State state, Scene.Side side) {
        return new Open(Live.fresh(scene.dossier(side), scene.terms(), scene.complete(state)));
    }

    /** It was signed and waits for another try: nobody will try again, so whoever ordered it has to hear that. */
    @Test
    void aMoveThatWaitsIsDeclinedWhenThePeerCloses() {
        Change move = change(1, NimApp.take(0, 3));
        State busy = after(v0, NimApp.take(0, 3));
        ChannelState at = step(scene.open(alice), alice, new Input.Update(move)).next();
        at = hear(at, alice, new UpdateMessage.Reject(v0.id(), busy.version(), Reasons.BUSY))
                .next();
        at = step(at, alice, new Input.TimedOut(Timer.TURN)).next();
        expect(
                hear(at, alice, new UpdateMessage.Reject(v0.id(), busy.version(), Reasons.CLOSING)),
                Open.class,
                persist(),
                told(new Notice.ChangeDeclined(move.id(), Reasons.CLOSING)));
    }

    /** Whoever proposes an end can sign nothing else any more, so waiting for it to go away would never stop. */
    @Nested
    @Tag("threat-2")
    class TheEndCrossesSomethingOfOurs {
        private Open inDoubt(Scene where, Change.Step ours) {
            Open open = where.open(where.alice);
            State other = after(where.initial(), ours);
            Live live = open.live();
            return new Open(live.authorise(live.sign(where.alice.env(), other, List.of())));
        }

        private Change.Step nothing() {
            return s -> Optional.of(new Change.Next(s.balances(), s.data(), false));
        }

        @Test
        void aLastMoveIsSignedBesideANeutralVersion() {
            Scene brief = new Scene(NimApp.APP, NimApp.KNOWN, NimApp.data(1, 2));
            State won = after(brief.initial(), NimApp.take(1, 2));
            Transition step = hear(inDoubt(brief, nothing()), brief.alice, brief.bob.update(won));
            assertEquals(won, assertInstanceOf(Final.class, step.next()).last().state());
        }

        @Test
        void butNoOtherMoveIs() {
            Scene longer = new Scene(NimApp.APP, NimApp.KNOWN, NimApp.data(1, 5));
            State move = after(longer.initial(), NimApp.take(1, 2));
            expect(
                    hear(inDoubt(longer, nothing()), longer.alice, longer.bob.update(move)),
                    Open.class,
                    reject(move, Reasons.BUSY));
        }

        @Test
        @Tag("threat-13")
        void norAnEndBesideAMove() {
            Scene free = game((params, from, to, actor) -> Optional.empty());
            Change.Step give =
                    s -> Optional.of(new Change.Next(s.balances().move(0, 0, 1, BigInteger.TEN), s.data(), false));
            State end = after(
                    free.initial(),
                    s -> Optional.of(new Change.Next(s.balances().move(0, 1, 0, BigInteger.ONE), s.data(), true)));
            expect(
                    hear(inDoubt(free, give), free.alice, free.bob.update(end)),
                    Open.class,
                    reject(end, Reasons.CROSSED));
        }
    }

    @Nested
    class OurMove {
        private final Change move = change(1, NimApp.take(0, 3));

        @Test
        void isKeptBeforeItIsSaidAndCarriesNoNotes() {
            Updating next = expect(
                    step(scene.open(alice), alice, new Input.Update(move)),
                    Updating.class,
                    persist(),
                    send(alice.update(second())),
                    later(Timer.UPDATE, LIMITS.updateAnswer()));
            assertEquals(List.of(move), next.staged().orders());
            assertEquals(List.of(), next.staged().payments());
        }

        @Test
        void isDoneWhenThePeerHasSigned() {
            ChannelState asked =
                    step(scene.open(alice), alice, new Input.Update(move)).next();
            Open next = expect(
                    hear(asked, alice, bob.accept(second())),
                    Open.class,
                    persist(),
                    told(new Notice.Changed(move.id(), second())));
            assertEquals(second(), next.live().state());
            assertEquals(List.of(), next.live().queue());
        }

        @Test
        void isNotSignedIfTheAppRefusesIt() {
            refused(change(1, s -> Optional.of(new Change.Next(s.balances(), NimApp.data(1, 1), false))), RULES);
            refused(change(1, Change.to(v0.balances(), Bytes.EMPTY, false)), RULES);
            refused(
                    change(
                            1,
                            s -> Optional.of(new Change.Next(
                                    s.balances().move(0, 1, 0, BigInteger.TEN), NimApp.data(1, 4), false))),
                    "the stake goes to who takes the last stick");
        }

        @Test
        void isNotSignedIfTheChannelCouldNotBePaidOut() {
            Balances more = Balances.single(BigInteger.valueOf(601), BigInteger.valueOf(400));
            refused(change(1, Change.to(more, NimApp.data(1, 4), false)), "the update changes the total");
            Balances three = Balances.single(BigInteger.valueOf(600), BigInteger.valueOf(400), BigInteger.ZERO);
            Scene lax = game((params, from, to, actor) -> Optional.empty());
            Change third = change(1, Change.to(three, NimApp.data(1, 4), false));
            expect(
                    step(lax.open(lax.alice), lax.alice, new Input.Update(third)),
                    Open.class,
                    told(third.refused(Notice.Refusal.RULES, "balances for 3 instead of 2 participants")));
            Balances none = new Balances(List.of());
            refused(change(1, Change.to(none, NimApp.data(1, 4), false)), "balances for another number of assets");
        }

        @Test
        @Tag("threat-16")
        void isNotSignedWithMoreDataThanABlockTakes() {
            Scene lax = game((params, from, to, actor) -> Optional.empty());
            Bytes huge = Bytes.zero(LIMITS.maxAppData() + 1);
            Change big = change(1, Change.to(v0.balances(), huge, false));
            String why = "more than 4096 bytes of app data";
            expect(
                    step(lax.open(lax.alice), lax.alice, new Input.Update(big)),
                    Open.class,
                    told(big.refused(Notice.Refusal.RULES, why)));
            State theirs = new State(v0.id(), 1, v0.allocation(), false, NimApp.APP, huge);
            expect(hear(lax.open(lax.alice), lax.alice, lax.bob.update(theirs)), Open.class, reject(theirs, why));
        }

        @Test
        void isNotMadeWhenItDoesNotFitAnyMoreOrTheApplicationFails() {
            refused(change(1, NimApp.take(1, 1)), "it does not fit the present state any more");
            refused(
                    change(1, s -> {
                        throw new IllegalStateException("lost the board");
                    }),
                    "the application failed: lost the board");
        }

        private void refused(Change change, String reason) {
            expect(
                    step(scene.open(alice), alice, new Input.Update(change)),
                    Open.class,
                    told(new Notice.ChangeRefused(change.id(), Notice.Refusal.RULES, reason)));
        }

        @Test
        void canEndTheGame() {
            Change last = change(1, NimApp.take(1, 2));
            State won = after(second(), NimApp.take(1, 2));
            Finalising asked = expect(
                    step(at(second(), bob), bob, new Input.Update(last)),
                    Finalising.class,
                    persist(),
                    send(bob.update(won)),
                    later(Timer.UPDATE, LIMITS.updateAnswer()));
            BookEntry stake = new BookEntry(
                    id(won), BookEntry.Direction.IN, BookEntry.Status.DONE, 0, NimApp.STAKE, "", 2, Bytes.EMPTY, NOW);
            expect(
                    hear(asked, bob, alice.accept(won)),
                    Final.class,
                    persist(List.of(stake), line("FINAL", 2, "proposer=1")),
                    told(new Notice.Changed(last.id(), won)),
                    new Effect.Submit(new Intent.ConcludeFinal(scene.terms().params(), scene.complete(won))),
                    Scene.booked(stake));
        }

        @Test
        void isToldWhenTheLastOneIsDeclinedOrNotAnswered() {
            Change last = change(1, NimApp.take(1, 2));
            State won = after(second(), NimApp.take(1, 2));
            ChannelState asked =
                    step(at(second(), bob), bob, new Input.Update(last)).next();
            expect(
                    hear(asked, bob, new UpdateMessage.Reject(won.id(), 2, "sore loser")),
                    Finalising.class,
                    told(new Notice.ChangeDeclined(last.id(), "sore loser")),
                    told(new Notice.CloseDeclined("sore loser")));
            expect(
                    step(asked, bob, new Input.TimedOut(Timer.UPDATE)),
                    Finalising.class,
                    send(bob.update(won)),
                    later(Timer.UPDATE, LIMITS.updateAnswer()),
                    told(new Notice.ChangeUnanswered(last.id())),
                    told(new Notice.CloseUnanswered()));
        }

        @Test
        void declinedIsFollowedByAVersionInWhichNothingChanges() {
            ChannelState asked =
                    step(scene.open(alice), alice, new Input.Update(move)).next();
            Open open = expect(
                    hear(asked, alice, new UpdateMessage.Reject(v0.id(), 1, "I have left")),
                    Open.class,
                    persist(),
                    later(Timer.TURN, scene.live(alice).turn()),
                    told(new Notice.ChangeDeclined(move.id(), "I have left")));
            assertEquals(List.of(), open.live().queue());
            State neutral = scene.neutral(v0);
            expect(
                    step(open, alice, new Input.TimedOut(Timer.TURN)),
                    Updating.class,
                    persist(),
                    send(alice.update(neutral)),
                    later(Timer.UPDATE, LIMITS.updateAnswer()));
            expect(hear(scene.open(bob), bob, alice.update(neutral)), Open.class, persist(), send(bob.accept(neutral)));
        }

        @Test
        void thatCrossedIsThoughtOverInTheNewState() {
            ChannelState asked =
                    step(scene.open(alice), alice, new Input.Update(move)).next();
            ChannelState waiting = hear(asked, alice, new UpdateMessage.Reject(v0.id(), 1, Reasons.BUSY))
                    .next();
            ChannelState clearing =
                    step(waiting, alice, new Input.TimedOut(Timer.TURN)).next();
            State neutral = scene.neutral(v0);
            ChannelState turn = hear(clearing, alice, bob.accept(neutral)).next();
            Updating again = expect(
                    turn instanceof Open
                            ? step(turn, alice, new Input.TimedOut(Timer.TURN))
                            : new Transition(turn, List.of()),
                    Updating.class);
            assertEquals(after(neutral, NimApp.take(0, 3)), again.staged().state());
        }

        @Test
        void givenTwiceIsMadeOnce() {
            ChannelState asked =
                    step(scene.open(alice), alice, new Input.Update(move)).next();
            expect(step(asked, alice, new Input.Update(move)), Updating.class);
        }

        @Test
        void isNotTriedAgainAfterARestartButBroughtToAnEnd() {
            Updating asked = expect(
                    step(scene.open(alice), alice, new Input.Update(move)),
                    Updating.class,
                    persist(),
                    send(alice.update(second())),
                    later(Timer.UPDATE, LIMITS.updateAnswer()));
            RecordCodec codec =
                    new RecordCodec(new dev.zorya.channel.perunio.Perunio(dev.zorya.channel.codec.Apps.of(NimApp.ID)));
            Bytes terms = codec.terms(scene.signing(alice));
            ChannelState back = codec.read(alice.env(), terms == null ? Bytes.EMPTY : terms, codec.body(asked));
            expect(
                    step(back, alice, new Input.Restarted()),
                    Updating.class,
                    send(alice.accept(v0)),
                    send(alice.update(second())),
                    later(Timer.UPDATE, LIMITS.updateAnswer()));
            expect(hear(back, alice, bob.accept(second())), Open.class, persist());
        }
    }

    @Nested
    class TheirMove {
        private final State theirs = after(second(), NimApp.take(1, 1));

        @Test
        void isSignedAtOnceWhereTheRulesSettleIt() {
            expect(
                    hear(at(second(), alice), alice, bob.update(theirs)),
                    Open.class,
                    persist(),
                    send(alice.accept(theirs)));
        }

        @Test
        void thatWinsIsSignedThoughItCosts() {
            State won = after(second(), NimApp.take(1, 2));
            BookEntry lost = new BookEntry(
                    id(won), BookEntry.Direction.OUT, BookEntry.Status.DONE, 0, NimApp.STAKE, "", 2, Bytes.EMPTY, NOW);
            expect(
                    hear(at(second(), alice), alice, bob.update(won)),
                    Final.class,
                    persist(List.of(lost), line("FINAL", 2, "proposer=1")),
                    send(alice.accept(won)),
                    later(Timer.LEDGER, LIMITS.concludeFallback()),
                    Scene.booked(lost));
        }

        @Test
        void thatTheAppForbidsIsRefusedWithItsReason() {
            State early = after(v0, NimApp.take(0, 1));
            expect(
                    hear(scene.open(alice), alice, bob.update(early)),
                    Open.class,
                    reject(early, "it is the other player's turn"));
            State greedy = new State(
                    v0.id(), 2, scene.paid(second(), alice, 100).allocation(), false, v0.app(), NimApp.data(0, 1));
            expect(
                    hear(at(second(), alice), alice, bob.update(greedy)),
                    Open.class,
                    reject(greedy, "the stake goes to who takes the last stick"));
        }

        @Test
        void isAskedAboutWhereTheAppLeavesItToThePerson() {
            Scene asking = game((params, from, to, actor) -> new NimApp().transition(params, from, to, actor));
            State move = after(second(), NimApp.take(1, 1));
            Open open = new Open(Live.fresh(asking.dossier(asking.alice), asking.terms(), asking.complete(second())));
            Question question = new Question.Update(bob.env().wire(), v0.id(), second(), move, 0);
            Deciding deciding = expect(
                    hear(open, asking.alice, asking.bob.update(move)),
                    Deciding.class,
                    new Effect.Ask(question),
                    later(Timer.ANSWER, LIMITS.proposalAnswer()));
            expect(
                    step(
                            deciding,
                            asking.alice,
                            new Input.Decided(question, new Decision.Decline("not like this"), Scene.SHARE_A)),
                    Open.class,
                    reject(move, "not like this"));
            expect(
                    step(deciding, asking.alice, new Input.TimedOut(Timer.ANSWER)),
                    Open.class,
                    reject(move, Reasons.UNDECIDED));
        }

        @Test
        void asksBeforeAnUnfinishedGameIsClosed() {
            State end = scene.last(second());
            expect(
                    hear(at(second(), alice), alice, bob.update(end)),
                    Deciding.class,
                    new Effect.Ask(new Question.Close(bob.env().wire(), v0.id(), end)),
                    later(Timer.ANSWER, LIMITS.proposalAnswer()));
        }
    }

    @Nested
    class Payments {
        @Test
        void areRefusedWhereTheAppHasNone() {
            Payment payment = payment(1, 5);
            expect(
                    step(scene.open(alice), alice, new Input.Pay(payment)),
                    Open.class,
                    told(payment.refused(Notice.Refusal.RULES, RULES)));
        }

        @Test
        void goInOneUpdateUpToTheNextChange() {
            Scene plain = new Scene();
            State first = plain.paid(plain.initial(), plain.alice, 1);
            Updating busy = plain.updating(plain.alice, payment(1, 1));
            Change half = change(
                    9,
                    s -> Optional.of(
                            new Change.Next(s.balances().move(0, 0, 1, BigInteger.valueOf(500)), Bytes.EMPTY, false)));
            ChannelState state = busy;
            for (Input order : List.of(
                    new Input.Pay(payment(2, 2)),
                    new Input.Pay(payment(3, 3)),
                    new Input.Update(half),
                    new Input.Pay(payment(4, 4)))) {
                state = expect(step(state, plain.alice, order), Updating.class);
            }
            Updating two =
                    (Updating) hear(state, plain.alice, plain.bob.accept(first)).next();
            assertEquals(List.of(payment(2, 2), payment(3, 3)), two.staged().orders());
            State second = plain.paid(first, plain.alice, 5);
            Updating three =
                    (Updating) hear(two, plain.alice, plain.bob.accept(second)).next();
            assertEquals(List.of(half), three.staged().orders());
            State third = plain.paid(second, plain.alice, 500);
            Updating four =
                    (Updating) hear(three, plain.alice, plain.bob.accept(third)).next();
            assertEquals(List.of(payment(4, 4)), four.staged().orders());
        }

        @Test
        void thatOnlyGiveNeedNobodyInThePaymentApp() {
            Scene paying = new Scene(NimApp.APP, new Apps(Map.of(NimApp.ID, new PaymentApp())));
            State given = paying.paid(paying.initial(), paying.bob, 7);
            Transition step = hear(paying.open(paying.alice), paying.alice, paying.bob.update(given));
            assertEquals(given, ((Open) step.next()).live().state());
            State taken = paying.paid(paying.initial(), paying.alice, 7);
            expect(
                    hear(paying.open(paying.alice), paying.alice, paying.bob.update(taken)),
                    Open.class,
                    reject(taken, "the payment app lets the actor only give"));
        }
    }

    @Test
    @Tag("threat-17")
    void aChannelThatTheAppRefusesIsNotOpened() {
        Params params = scene.terms().params();
        assertEquals(Optional.empty(), Opening.limits(alice.env(), scene.base()));
        assertEquals(
                Optional.of("a player cannot pay the stake"),
                Opening.limits(alice.env(), scene.base(scene.allocation(600, 99))));
        assertEquals(
                Optional.of("an app that this wallet does not know"),
                StateRules.update(Apps.NONE, params, v0, scene.neutral(v0), 0));
    }

    private Bytes id(State state) {
        return alice.env().scheme().digest(state).slice(0, Extension.ID_SIZE);
    }
}
