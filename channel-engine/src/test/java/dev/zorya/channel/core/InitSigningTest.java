package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.LIMITS;
import static dev.zorya.channel.core.Scene.expect;
import static dev.zorya.channel.core.Scene.hear;
import static dev.zorya.channel.core.Scene.later;
import static dev.zorya.channel.core.Scene.line;
import static dev.zorya.channel.core.Scene.persist;
import static dev.zorya.channel.core.Scene.reject;
import static dev.zorya.channel.core.Scene.send;
import static dev.zorya.channel.core.Scene.step;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.sim.SimWorld;
import java.math.BigInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class InitSigningTest {
    private final Scene scene = new Scene();
    private final Scene.Side alice = scene.alice;
    private final Scene.Side bob = scene.bob;

    @Test
    void paysInOnlyAfterBothSignaturesAreDurable() {
        Funding next = expect(
                hear(scene.signing(alice), alice, bob.accept(scene.initial())),
                Funding.class,
                persist(line("SIGNED", 0, "")),
                new Effect.Submit(new Intent.Deposit(
                        scene.terms().id(), scene.terms().params(), 0, SimWorld.COIN, 0, BigInteger.valueOf(600))));
        assertEquals(scene.complete(scene.initial()), next.initial());
        assertEquals(Phase.FUNDING, next.phase());
    }

    @Test
    void whoPaysNothingInSubmitsNothing() {
        Scene oneSided = new Scene();
        var base = oneSided.base(oneSided.allocation(600, 0));
        var received = new ProposalReceived(oneSided.dossier(oneSided.bob), oneSided.proposal(base));
        var question =
                new dev.zorya.channel.port.Question.Open(oneSided.alice.env().wire(), received.proposal());
        InitSigning signing = (InitSigning) step(
                        received,
                        oneSided.bob,
                        new Input.Decided(question, new dev.zorya.channel.port.Decision.Accept(), Scene.SHARE_B))
                .next();
        expect(
                hear(signing, oneSided.bob, oneSided.alice.accept(signing.initial())),
                Funding.class,
                persist(line("SIGNED", 0, "")));
    }

    @Test
    @Tag("threat-6")
    void countsOnlyThePeersSignatureOfThisState() {
        InitSigning signing = scene.signing(alice);
        var initial = scene.initial();
        expect(hear(signing, alice, alice.accept(initial)), InitSigning.class);
        expect(
                hear(signing, alice, new UpdateMessage.Accept(initial.id(), 0, bob.sign(scene.neutral(initial)))),
                InitSigning.class);
        expect(hear(signing, alice, new UpdateMessage.Accept(initial.id(), 1, bob.sign(initial))), InitSigning.class);
    }

    @Test
    void theResponderRepeatsItsAnswerBeforeItsSignature() {
        expect(
                step(scene.signing(bob), bob, new Input.Connected()),
                InitSigning.class,
                send(scene.acceptance()),
                send(bob.accept(scene.initial())));
        expect(
                hear(scene.signing(bob), bob, scene.proposal()),
                InitSigning.class,
                send(scene.acceptance()),
                send(bob.accept(scene.initial())));
        expect(
                step(scene.signing(alice), alice, new Input.Connected()),
                InitSigning.class,
                send(alice.accept(scene.initial())));
    }

    @Test
    void goesOnAfterARestart() {
        expect(
                step(scene.signing(alice), alice, new Input.Restarted()),
                InitSigning.class,
                send(alice.accept(scene.initial())),
                later(Timer.ANSWER, LIMITS.proposalAnswer()));
    }

    @Test
    void endsWhenThePeerStopsInTheMiddle() {
        String reason = "the other side stopped while the channel was being signed; nothing was paid in";
        Ended ended = expect(
                step(scene.signing(alice), alice, new Input.TimedOut(Timer.ANSWER)),
                Ended.class,
                persist(line("ENDED", 0, "reason=" + reason)));
        assertEquals(reason, ended.reason());
        for (Timer other : java.util.List.of(Timer.UPDATE, Timer.TURN, Timer.LEDGER)) {
            expect(step(scene.signing(alice), alice, new Input.TimedOut(other)), InitSigning.class);
        }
    }

    @Test
    void updatesAreRefused() {
        var next = scene.paid(scene.initial(), bob, 1);
        expect(hear(scene.signing(alice), alice, bob.update(next)), InitSigning.class, reject(next, Reasons.NOT_OPEN));
    }
}
