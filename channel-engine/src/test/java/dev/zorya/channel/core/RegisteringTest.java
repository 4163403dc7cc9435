package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.port.BookEntry.Status;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.State;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Closing without the peer. */
class RegisteringTest {
    private final Scene scene = new Scene();
    private final Scene.Side alice = scene.alice;
    private final Scene.Side bob = scene.bob;
    private final Disputes disputes = new Disputes(scene);
    private final State v0 = scene.initial();
    private final State v1 = scene.paid(v0, alice, 30);
    private final Registering registering = new Registering(scene.live(alice));

    private static final Input ALONE = new Input.CloseAlone();

    @Test
    void theNewestStateGoesToTheLedger() {
        Registering next = expect(
                step(scene.open(alice), alice, ALONE),
                Registering.class,
                persist(line("REGISTERING", 0, "alone")),
                disputes.register(v0),
                Disputes.begun(0));
        assertEquals(Phase.REGISTERING, next.phase());
        expect(step(next, alice, ALONE), Registering.class);
        expect(step(next, alice, new Input.Close()), Registering.class);
    }

    @Test
    @Tag("threat-21")
    void aDepositThatThePeerNeverMatchedComesBack() {
        expect(
                step(scene.funding(alice), alice, ALONE),
                Registering.class,
                persist(line("REGISTERING", 0, "alone")),
                disputes.register(v0),
                Disputes.begun(0));
    }

    /** What the peer could still complete stays pending; what only waited is refused. */
    @Test
    void whileAnUpdateIsOut() {
        Registering next = expect(
                step(scene.updating(alice, payment(1, 30), payment(2, 5)), alice, ALONE),
                Registering.class,
                persist(line("REGISTERING", 0, "alone")),
                disputes.register(v0),
                Disputes.begun(0),
                told(payment(2, 5).refused(Notice.Refusal.NOT_OPEN, Reasons.DISPUTED)));
        assertEquals(
                List.of(v1),
                next.live().authorised().stream().map(Authorised::state).toList());
        assertEquals(
                List.of(java.math.BigInteger.valueOf(30)),
                ChannelSnapshot.of(next).pendingOut());
    }

    @Test
    void aFinalStateIsConcludedAtOnce() {
        expect(step(scene.ended(alice, bob), alice, ALONE), Final.class, disputes.concludeFinal(scene.last(v0)));
    }

    @Test
    void withoutAChannelThereIsNothingToClose() {
        for (ChannelState state : List.of(scene.sent(), scene.signing(alice))) {
            expect(
                    step(state, alice, ALONE),
                    state.getClass(),
                    told(new Notice.CloseRefused("there is no channel on the ledger to close")));
        }
    }

    @Test
    void asSoonAsItStandsThereItIsConcluded() {
        expect(see(registering, alice, disputes.hidden(v0)), Registered.class, disputes.settled("REGISTERED", v0, 0));
    }

    @Test
    @Tag("threat-41")
    void afterARestartItIsHandedOverAgain() {
        expect(step(registering, alice, new Input.Restarted()), Registering.class, disputes.register(v0));
    }

    /** The peer concluded with a final state of ours that it had signed without a word. */
    @Test
    void thePeerIsFaster() {
        Live doubtful = scene.live(alice).authorise(alice.authorised(v1, payment(1, 30)));
        var done = out(payment(1, 30), Status.DONE, 1);
        expect(
                see(new Registering(doubtful), alice, concluded(1)),
                Withdrawing.class,
                persist(List.of(done), line("CONCLUDED", 1, "block=88")),
                new Effect.Submit(new Intent.Withdraw(v0.id(), scene.terms().params(), 0, SimWorld.COIN, 0)),
                booked(done));
    }

    @Test
    void paymentsAndUpdatesAreRefused() {
        expect(
                step(registering, alice, new Input.Pay(payment(3, 5))),
                Registering.class,
                told(payment(3, 5).refused(Notice.Refusal.NOT_OPEN, Reasons.DISPUTED)));
        State asked = scene.paid(v0, bob, 1);
        expect(hear(registering, alice, bob.update(asked)), Registering.class, reject(asked, Reasons.DISPUTED));
        expect(step(registering, alice, new Input.Connected()), Registering.class);
    }
}
