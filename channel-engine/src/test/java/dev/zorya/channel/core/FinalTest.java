package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.LIMITS;
import static dev.zorya.channel.core.Scene.expect;
import static dev.zorya.channel.core.Scene.hear;
import static dev.zorya.channel.core.Scene.later;
import static dev.zorya.channel.core.Scene.line;
import static dev.zorya.channel.core.Scene.payment;
import static dev.zorya.channel.core.Scene.persist;
import static dev.zorya.channel.core.Scene.reject;
import static dev.zorya.channel.core.Scene.see;
import static dev.zorya.channel.core.Scene.send;
import static dev.zorya.channel.core.Scene.step;
import static dev.zorya.channel.core.Scene.told;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.State;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FinalTest {
    private final Scene scene = new Scene();
    private final Scene.Side alice = scene.alice;
    private final Scene.Side bob = scene.bob;
    private final State v0 = scene.initial();
    private final State last = scene.last(v0);
    private final Effect withdraw =
            new Effect.Submit(new Intent.Withdraw(v0.id(), scene.terms().params(), 0, SimWorld.COIN, 0));
    private final Effect conclude =
            new Effect.Submit(new Intent.ConcludeFinal(scene.terms().params(), scene.complete(last)));

    private final Final mine = scene.ended(alice, alice);
    private final Final theirs = scene.ended(alice, bob);

    @Test
    void theProposerConcludesAtOnceTheOtherWaitsForIt() {
        expect(step(mine, alice, new Input.Restarted()), Final.class, conclude);
        expect(step(theirs, alice, new Input.Restarted()), Final.class, later(Timer.LEDGER, LIMITS.concludeFallback()));
        expect(step(theirs, alice, new Input.TimedOut(Timer.LEDGER)), Final.class, conclude);
        for (Timer other : List.of(Timer.ANSWER, Timer.UPDATE, Timer.TURN)) {
            expect(step(theirs, alice, new Input.TimedOut(other)), Final.class);
        }
    }

    @Test
    void theSameAnswerAsOftenAsThePeerAsks() {
        expect(hear(theirs, alice, bob.update(last)), Final.class, send(alice.accept(last)));
    }

    @Test
    @Tag("threat-13")
    void nothingFollowsAFinalState() {
        State next = scene.neutral(last);
        State other = scene.paid(v0, bob, 1);
        for (State state : List.of(next, other)) {
            expect(hear(mine, alice, bob.update(state)), Final.class, reject(state, Reasons.CLOSING));
        }
        expect(hear(mine, alice, bob.accept(last)), Final.class);
        expect(hear(mine, alice, new UpdateMessage.Reject(v0.id(), 1, "too late")), Final.class);
    }

    @Test
    void concludedMeansWithdraw() {
        Withdrawing next = expect(
                see(mine, alice, Scene.concluded(1)),
                Withdrawing.class,
                persist(line("CONCLUDED", 1, "block=88")),
                withdraw);
        assertEquals(Set.of(0), next.left());
        assertEquals(Phase.WITHDRAWING, next.phase());
    }

    @Test
    void ordersAreAnswered() {
        expect(step(mine, alice, new Input.Close()), Final.class);
        expect(
                step(mine, alice, new Input.Pay(payment(1, 1))),
                Final.class,
                told(new Notice.PaymentRefused(
                        payment(1, 1).id(), Notice.Refusal.NOT_OPEN, "the channel is not open")));
    }
}
