package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.LIMITS;
import static dev.zorya.channel.core.Scene.booked;
import static dev.zorya.channel.core.Scene.expect;
import static dev.zorya.channel.core.Scene.hear;
import static dev.zorya.channel.core.Scene.later;
import static dev.zorya.channel.core.Scene.line;
import static dev.zorya.channel.core.Scene.notes;
import static dev.zorya.channel.core.Scene.out;
import static dev.zorya.channel.core.Scene.payment;
import static dev.zorya.channel.core.Scene.persist;
import static dev.zorya.channel.core.Scene.reject;
import static dev.zorya.channel.core.Scene.send;
import static dev.zorya.channel.core.Scene.step;
import static dev.zorya.channel.core.Scene.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.BookEntry.Status;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.Question;
import dev.zorya.channel.port.StateApp;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.State;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bob asks for something that needs Alice's consent. */
class DecidingTest {
    private static final Bytes SHARE = Scene.SHARE_A;

    private final Scene scene = new Scene();
    private final Scene.Side alice = scene.alice;
    private final Scene.Side bob = scene.bob;
    private final State v0 = scene.initial();
    private final State taking = scene.paid(v0, alice, 40);
    private final State last = scene.last(v0);
    private final Deciding take = asked(scene.live(alice), taking);
    private final Deciding close = asked(scene.live(alice), last);

    private Deciding asked(Live live, State state) {
        return assertInstanceOf(
                Deciding.class, hear(new Open(live), alice, bob.update(state)).next());
    }

    private static Input yes(Deciding asked) {
        return new Input.Decided(Incoming.question(asked.live(), asked.update().state()), new Decision.Accept(), SHARE);
    }

    /** For a program that decides on everything itself, also on presents. */
    @Test
    void whereNothingIsSignedUnaskedAPresentIsAQuestionToo() {
        Scene asking = new Scene(App.NONE, new Apps(Map.of(), StateApp.Consent.ASK));
        State gift = asking.paid(asking.initial(), asking.bob, 5);
        Open open = asking.open(asking.alice);
        expect(
                hear(open, asking.alice, asking.bob.update(gift)),
                Deciding.class,
                new Effect.Ask(new Question.Update(asking.bob.env().wire(), gift.id(), asking.initial(), gift, 0)),
                later(Timer.ANSWER, LIMITS.proposalAnswer()));
        // a version that changes nothing is signed as ever: safety rule 2 may need it
        State neutral = asking.neutral(asking.initial());
        assertInstanceOf(
                Open.class, hear(open, asking.alice, asking.bob.update(neutral)).next());
    }

    private static Input no(Deciding asked, String reason) {
        return new Input.Decided(
                Incoming.question(asked.live(), asked.update().state()), new Decision.Decline(reason), SHARE);
    }

    @Test
    void aYesIsKeptBeforeItIsSaidAndStandsInTheBook() {
        BookEntry taken = new BookEntry(
                alice.env().scheme().digest(taking).slice(0, Extension.ID_SIZE),
                BookEntry.Direction.OUT,
                Status.DONE,
                0,
                java.math.BigInteger.valueOf(40),
                "",
                1,
                Bytes.EMPTY,
                Scene.NOW);
        Open next = expect(
                step(take, alice, yes(take)),
                Open.class,
                persist(List.of(taken)),
                send(alice.accept(taking)),
                booked(taken));
        assertEquals(scene.complete(taking), next.live().current());
    }

    @Test
    void aNoIsSaid() {
        expect(step(take, alice, no(take, "not mine")), Open.class, reject(taking, "not mine"));
    }

    @Test
    void aYesToAnEarlierQuestionDoesNotPayForThisOne() {
        expect(step(take, alice, yes(close)), Deciding.class);
        Deciding more = asked(scene.live(alice), scene.paid(v0, alice, 400));
        expect(step(more, alice, yes(take)), Deciding.class);
        var opening = new Question.Open(bob.env().wire(), scene.proposal());
        expect(step(take, alice, new Input.Decided(opening, new Decision.Accept(), SHARE)), Deciding.class);
    }

    @Test
    void aYesThatComesTooLateDoesNothing() {
        ChannelState later = step(take, alice, new Input.TimedOut(Timer.ANSWER)).next();
        expect(step(later, alice, yes(take)), Open.class);
    }

    @Test
    void nobodyDecidingIsANo() {
        expect(step(take, alice, new Input.TimedOut(Timer.ANSWER)), Open.class, reject(taking, Reasons.UNDECIDED));
        for (Timer other : List.of(Timer.UPDATE, Timer.TURN, Timer.LEDGER)) {
            expect(step(take, alice, new Input.TimedOut(other)), Deciding.class);
        }
    }

    @Test
    void agreeingToCloseEndsTheChannelAndLeavesTheFeeToTheProposer() {
        Final next = expect(
                step(close, alice, yes(close)),
                Final.class,
                persist(List.of(), line("FINAL", 1, "proposer=1")),
                send(alice.accept(last)),
                later(Timer.LEDGER, LIMITS.concludeFallback()));
        assertEquals(scene.complete(last), next.last());
    }

    @Test
    @Tag("threat-13")
    void closingWhileAPaymentIsInDoubtTakesThePaymentBack() {
        Payment doubtful = payment(1, 7);
        Payment waiting = payment(2, 8);
        Live live = scene.live(alice)
                .authorise(alice.authorised(scene.paid(v0, alice, 7), doubtful))
                .enqueue(waiting);
        Deciding asked = asked(live, last);
        expect(
                step(asked, alice, yes(asked)),
                Final.class,
                persist(List.of(out(doubtful, Status.CANCELLED, 1)), line("FINAL", 1, "proposer=1")),
                send(alice.accept(last)),
                later(Timer.LEDGER, LIMITS.concludeFallback()),
                booked(out(doubtful, Status.CANCELLED, 1)),
                told(new Notice.PaymentRefused(waiting.id(), Notice.Refusal.NOT_OPEN, "the channel is closing")));
    }

    @Test
    void paymentsWaitUntilItIsDecided() {
        Payment payment = payment(1, 10);
        Deciding longer = expect(step(take, alice, new Input.Pay(payment)), Deciding.class);
        State paid = scene.paid(v0, alice, 10);
        expect(
                step(longer, alice, no(longer, "no")),
                Updating.class,
                reject(taking, "no"),
                persist(List.of(out(payment, Status.PENDING, 1))),
                send(notes(paid, payment)),
                send(alice.update(paid)),
                later(Timer.UPDATE, LIMITS.updateAnswer()),
                booked(out(payment, Status.PENDING, 1)));
    }

    @Test
    void closingWaitsUntilItIsDecided() {
        Deciding wishing = expect(step(take, alice, new Input.Close()), Deciding.class);
        Transition next = step(wishing, alice, no(wishing, "no"));
        assertEquals(send(alice.update(last)), next.effects().get(2));
        assertInstanceOf(Finalising.class, next.next());
    }

    @Test
    void theSameAgainIsNotAskedTwiceAndAnythingElseIsRefused() {
        expect(hear(take, alice, bob.update(taking)), Deciding.class);
        expect(hear(take, alice, bob.update(last)), Deciding.class, reject(last, Reasons.BUSY));
        expect(hear(take, alice, bob.update(v0)), Deciding.class, send(alice.accept(v0)));
    }

    @Test
    @Tag("threat-3")
    void aLateAnswerToAnEarlierPaymentOvertakesTheQuestion() {
        Payment payment = payment(1, 7);
        State paid = scene.paid(v0, alice, 7);
        // only closing can be asked about then: everything else is refused at once
        Deciding asked = asked(scene.live(alice).authorise(alice.authorised(paid, payment)), last);
        for (var message : List.of(bob.accept(paid), new ChannelSync(3, scene.complete(paid)))) {
            Open next = expect(
                    hear(asked, alice, message),
                    Open.class,
                    persist(List.of(out(payment, Status.DONE, 1))),
                    booked(out(payment, Status.DONE, 1)));
            assertEquals(scene.complete(paid), next.live().current());
        }
    }

    @Test
    void answersSyncAndNewConnections() {
        expect(
                hear(take, alice, new ChannelSync(3, scene.complete(v0))),
                Deciding.class,
                send(new ChannelSync(3, scene.complete(v0))));
        expect(step(take, alice, new Input.Connected()), Deciding.class, send(alice.accept(v0)));
    }

    @Test
    void requestsAreTold() {
        var request = new Extension.PaymentRequest(
                payment(1, 1).id(), v0.id(), SimWorld.COIN, java.math.BigInteger.TEN, "tea", 99);
        expect(hear(take, alice, request), Deciding.class, told(new Notice.RequestReceived(request)));
    }

    @Test
    void aConcludedChannelIsPaidOut() {
        expect(
                Scene.see(take, alice, Scene.concluded(0)),
                Withdrawing.class,
                persist(line("CONCLUDED", 0, "block=88")),
                new Effect.Submit(new Intent.Withdraw(v0.id(), scene.terms().params(), 0, SimWorld.COIN, 0)));
    }
}
