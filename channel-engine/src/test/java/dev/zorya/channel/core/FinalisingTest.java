package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.LIMITS;
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

import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.State;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Alice's final state is out. */
class FinalisingTest {
    private final Scene scene = new Scene();
    private final Scene.Side alice = scene.alice;
    private final Scene.Side bob = scene.bob;
    private final State v0 = scene.initial();
    private final State last = scene.last(v0);
    private final Finalising finalising = scene.finalising(alice);
    private final Effect conclude =
            new Effect.Submit(new Intent.ConcludeFinal(scene.terms().params(), scene.complete(last)));
    private final Effect[] again = {
        send(alice.accept(v0)), send(alice.update(last)), later(Timer.UPDATE, LIMITS.updateAnswer())
    };

    @Test
    void theAnswerEndsTheChannelAndWeConclude() {
        Effect[] effects = {persist(List.of(), line("FINAL", 1, "proposer=0")), conclude};
        Final next = expect(hear(finalising, alice, bob.accept(last)), Final.class, effects);
        assertEquals(scene.complete(last), next.last());
        expect(hear(finalising, alice, new ChannelSync(5, scene.complete(last))), Final.class, effects);
    }

    @Test
    void theSameFinalStateFromBothSidesIsAgreement() {
        expect(
                hear(finalising, alice, bob.update(last)),
                Final.class,
                persist(List.of(), line("FINAL", 1, "proposer=0")),
                send(alice.accept(last)),
                conclude);
    }

    @Test
    @Tag("threat-13")
    void nothingElseIsEverSignedBesideIt() {
        State gift = scene.paid(v0, bob, 30);
        State otherLast = new State(gift.id(), 1, gift.allocation(), true, gift.app(), gift.data());
        State neutral = scene.neutral(v0);
        for (State other : List.of(gift, otherLast, neutral)) {
            expect(hear(finalising, alice, bob.update(other)), Finalising.class, reject(other, Reasons.CLOSING));
        }
        expect(
                step(finalising, alice, new Input.Pay(payment(1, 5))),
                Finalising.class,
                told(new Notice.PaymentRefused(
                        payment(1, 5).id(), Notice.Refusal.NOT_OPEN, "the channel is not open")));
    }

    @Test
    @Tag("threat-6")
    void wrongSignaturesEndNothing() {
        expect(hear(finalising, alice, alice.accept(last)), Finalising.class);
        expect(hear(finalising, alice, bob.accept(scene.neutral(v0))), Finalising.class);
        expect(hear(finalising, alice, new UpdateMessage.Update(last, 1, alice.sign(last))), Finalising.class);
    }

    @Test
    void aBusyPeerIsAskedAgain() {
        Finalising waiting = expect(
                hear(finalising, alice, new UpdateMessage.Reject(v0.id(), 1, Reasons.BUSY)),
                Finalising.class,
                later(Timer.TURN, scene.live(alice).turn()));
        expect(step(waiting, alice, new Input.TimedOut(Timer.TURN)), Finalising.class, again);
    }

    @Test
    void aSilentPeerIsAskedAgainAndWhoWaitsIsTold() {
        expect(
                step(finalising, alice, new Input.TimedOut(Timer.UPDATE)),
                Finalising.class,
                again[0],
                again[1],
                again[2],
                told(new Notice.CloseUnanswered()));
        expect(step(finalising, alice, new Input.Connected()), Finalising.class, again);
        expect(step(finalising, alice, new Input.Restarted()), Finalising.class, again);
    }

    @Test
    void aPeerThatSaysNoIsNotBotheredBeforeThePersonWantsIt() {
        Finalising declined = expect(
                hear(finalising, alice, new UpdateMessage.Reject(v0.id(), 1, "I need it\u202e")),
                Finalising.class,
                told(new Notice.CloseDeclined("I need it ")));
        for (Timer timer : Timer.values()) {
            expect(step(declined, alice, new Input.TimedOut(timer)), Finalising.class);
        }
        expect(step(declined, alice, new Input.Connected()), Finalising.class);
        Finalising asked = expect(step(declined, alice, new Input.Close()), Finalising.class, again);
        assertEquals(Finalising.Standing.ASKED, asked.standing());
        expect(hear(declined, alice, bob.accept(last)), Final.class, persist(line("FINAL", 1, "proposer=0")), conclude);
    }

    @Test
    void refusalsOfOtherVersionsAndOtherAlarmsChangeNothing() {
        expect(hear(finalising, alice, new UpdateMessage.Reject(v0.id(), 2, "no")), Finalising.class);
        expect(step(finalising, alice, new Input.TimedOut(Timer.ANSWER)), Finalising.class);
        expect(step(finalising, alice, new Input.TimedOut(Timer.LEDGER)), Finalising.class);
    }

    @Test
    void aPeerBehindHearsTheAnswerToTheCurrentVersion() {
        expect(hear(finalising, alice, bob.update(v0)), Finalising.class, send(alice.accept(v0)));
    }

    @Test
    void syncIsAnswered() {
        expect(
                hear(finalising, alice, new ChannelSync(3, scene.complete(v0))),
                Finalising.class,
                send(new ChannelSync(4, scene.complete(v0))));
    }

    @Test
    void aPeerThatConcludedWithoutAWordHasEndedIt() {
        Withdrawing next = expect(
                Scene.see(finalising, alice, Scene.concluded(1)),
                Withdrawing.class,
                persist(List.of(), line("CONCLUDED", 1, "block=88")),
                new Effect.Submit(new Intent.Withdraw(v0.id(), scene.terms().params(), 0, SimWorld.COIN, 0)));
        assertEquals(last, next.last().state());
    }
}
