package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.KEY;
import static dev.zorya.channel.core.Scene.LIMITS;
import static dev.zorya.channel.core.Scene.NOW;
import static dev.zorya.channel.core.Scene.SHARE_B;
import static dev.zorya.channel.core.Scene.expect;
import static dev.zorya.channel.core.Scene.hear;
import static dev.zorya.channel.core.Scene.later;
import static dev.zorya.channel.core.Scene.line;
import static dev.zorya.channel.core.Scene.persist;
import static dev.zorya.channel.core.Scene.send;
import static dev.zorya.channel.core.Scene.step;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.value.AddressMap;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Participant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProposalSentTest {
    private final Scene scene = new Scene();
    private final Scene.Side alice = scene.alice;
    private final Scene.Side bob = scene.bob;

    @Test
    void keepsTheProposalBeforeItGoesOut() {
        Transition first =
                Opening.propose(alice.env(), bob.env().wire(), true, bob.env().self(), scene.base(), NOW);
        ProposalSent next = expect(
                first,
                ProposalSent.class,
                persist(line("PROPOSED", 0, "")),
                send(scene.proposal()),
                later(Timer.ANSWER, LIMITS.proposalAnswer()));
        assertEquals(scene.sent(), next);
        assertEquals(Phase.INIT_ACTING, next.phase());
    }

    @Test
    void signsOnlyAfterTheAnswer() {
        InitSigning next = expect(
                hear(scene.sent(), alice, scene.acceptance()),
                InitSigning.class,
                persist(line("ACCEPTED", 0, "")),
                send(alice.accept(scene.initial())),
                later(Timer.ANSWER, LIMITS.proposalAnswer()));
        assertEquals(scene.signing(alice), next);
    }

    @Test
    void refusesAnAnswerOfSomebodyElse() {
        var other = new ProposalAnswer.LedgerAccept(KEY, SHARE_B, Participant.ethereum(Bytes.zero(20)));
        Ended ended = expect(
                hear(scene.sent(), alice, other),
                Ended.class,
                persist(line("ENDED", 0, "reason=somebody else than the contact accepted")));
        assertEquals("somebody else than the contact accepted", ended.reason());
    }

    /** Of a go-perun peer only the wire identity is known before it answers. */
    @Test
    void whoeverProvesTheWireIdentityMaySayWhichParticipantItIs() {
        ProposalSent open = new ProposalSent(scene.dossier(alice), scene.proposal(), null);
        assertEquals(scene.signing(alice), hear(open, alice, scene.acceptance()).next());
        var ourselves =
                new ProposalAnswer.LedgerAccept(KEY, SHARE_B, alice.env().self());
        assertEquals(
                "both participants would be the same",
                ((Ended) hear(open, alice, ourselves).next()).reason());
        var nowhere = new ProposalAnswer.LedgerAccept(
                KEY, SHARE_B, new Participant(new AddressMap(new TreeMap<>(Map.of(2, Bytes.zero(20))))));
        assertEquals(
                "the other side has no address on this ledger",
                ((Ended) hear(open, alice, nowhere).next()).reason());
    }

    @Test
    @Tag("threat-63")
    void endsWhenThePeerSaysNoAndCleansItsWords() {
        Ended ended = expect(
                hear(scene.sent(), alice, new ProposalAnswer.Reject(KEY, "no\u202e\nway")),
                Ended.class,
                persist(line("ENDED", 0, "reason=no  way")));
        assertEquals("no  way", ended.reason());
    }

    @Test
    void ignoresAnswersOfOtherKinds() {
        expect(hear(scene.sent(), alice, new ProposalAnswer.SubAccept(KEY, SHARE_B)), ProposalSent.class);
        expect(
                hear(
                        scene.sent(),
                        alice,
                        new ProposalAnswer.VirtualAccept(KEY, SHARE_B, bob.env().self())),
                ProposalSent.class);
    }

    @Test
    void endsWithoutAnAnswer() {
        expect(
                step(scene.sent(), alice, new Input.TimedOut(Timer.ANSWER)),
                Ended.class,
                persist(line("ENDED", 0, "reason=no answer")));
        for (Timer other : List.of(Timer.UPDATE, Timer.TURN, Timer.LEDGER)) {
            expect(step(scene.sent(), alice, new Input.TimedOut(other)), ProposalSent.class);
        }
    }

    @Test
    void endsIfThePeerCannotBeReached() {
        expect(
                step(scene.sent(), alice, new Input.Undelivered(scene.proposal(), "OFFLINE: nobody")),
                Ended.class,
                persist(line("ENDED", 0, "reason=OFFLINE: nobody")));
        expect(
                step(scene.sent(), alice, new Input.Undelivered(scene.acceptance(), "LOST: it broke")),
                ProposalSent.class);
    }

    @Test
    void proposesAgainOnANewConnectionToOurOwnKindOnly() {
        expect(step(scene.sent(), alice, new Input.Connected()), ProposalSent.class, send(scene.proposal()));
        Dossier plain = new Dossier(KEY, bob.env().wire(), false, 0, NOW);
        ProposalSent toGo = new ProposalSent(plain, scene.proposal(), bob.env().self());
        expect(step(toGo, alice, new Input.Connected()), ProposalSent.class);
        expect(
                step(toGo, alice, new Input.Restarted()),
                ProposalSent.class,
                later(Timer.ANSWER, LIMITS.proposalAnswer()));
    }

    @Test
    @Tag("threat-20")
    void doesNotLiveLongerBecauseWeWereAway() {
        Transition later = scene.sent().step(alice.env(), new Input.Restarted(), NOW.plusSeconds(60));
        expect(
                later,
                ProposalSent.class,
                send(scene.proposal()),
                later(Timer.ANSWER, LIMITS.proposalAnswer().minusSeconds(60)));
        Transition late = scene.sent().step(alice.env(), new Input.Restarted(), NOW.plus(LIMITS.proposalAnswer()));
        assertEquals(
                "no answer",
                expect(late, Ended.class, late.effects().getFirst()).reason());
    }

    @Test
    void whatIsNotOpenTakesNoOrders() {
        for (ChannelState state : List.of(scene.sent(), scene.signing(alice), scene.funding(alice))) {
            Payment payment = Scene.payment(1, 5);
            expect(
                    step(state, alice, new Input.Pay(payment)),
                    state.getClass(),
                    Scene.told(new Notice.PaymentRefused(
                            payment.id(), Notice.Refusal.NOT_OPEN, "the channel is not open")));
            expect(
                    step(state, alice, new Input.Close()),
                    state.getClass(),
                    Scene.told(new Notice.CloseRefused("the channel is not open")));
        }
    }
}
