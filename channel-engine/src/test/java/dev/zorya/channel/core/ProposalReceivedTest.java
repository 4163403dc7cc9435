package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.KEY;
import static dev.zorya.channel.core.Scene.LIMITS;
import static dev.zorya.channel.core.Scene.NOW;
import static dev.zorya.channel.core.Scene.SHARE_A;
import static dev.zorya.channel.core.Scene.SHARE_B;
import static dev.zorya.channel.core.Scene.expect;
import static dev.zorya.channel.core.Scene.hear;
import static dev.zorya.channel.core.Scene.later;
import static dev.zorya.channel.core.Scene.line;
import static dev.zorya.channel.core.Scene.persist;
import static dev.zorya.channel.core.Scene.send;
import static dev.zorya.channel.core.Scene.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.message.ProposalBase;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.port.Question;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProposalReceivedTest {
    private final Scene scene = new Scene();
    private final Scene.Side alice = scene.alice;
    private final Scene.Side bob = scene.bob;

    private final Question question = new Question.Open(alice.env().wire(), scene.proposal());

    @Test
    void asksAndKeepsNothing() {
        ProposalReceived next = expect(
                Opening.proposed(bob.env(), alice.env().wire(), scene.proposal(), NOW),
                ProposalReceived.class,
                new Effect.Ask(question),
                later(Timer.ANSWER, LIMITS.proposalAnswer()));
        assertEquals(scene.received(), next);
    }

    @Test
    void signsAndKeepsThatBeforeTheAcceptGoesOut() {
        InitSigning next = expect(
                step(scene.received(), bob, new Input.Decided(question, new Decision.Accept(), SHARE_B)),
                InitSigning.class,
                persist(line("ACCEPTED", 0, "")),
                send(scene.acceptance()),
                send(bob.accept(scene.initial())),
                later(Timer.ANSWER, LIMITS.proposalAnswer()));
        assertEquals(scene.signing(bob), next);
    }

    @Test
    void tellsThePeerNo() {
        Ended ended = expect(
                step(scene.received(), bob, new Input.Decided(question, new Decision.Decline("not now"), SHARE_B)),
                Ended.class,
                send(new ProposalAnswer.Reject(KEY, "not now")));
        assertEquals("not now", ended.reason());
    }

    @Test
    @Tag("threat-20")
    void anUndecidedProposalGivesItsPlaceUp() {
        expect(
                step(scene.received(), bob, new Input.TimedOut(Timer.ANSWER)),
                Ended.class,
                send(new ProposalAnswer.Reject(KEY, Reasons.UNDECIDED)));
        for (Timer other : List.of(Timer.UPDATE, Timer.TURN, Timer.LEDGER)) {
            expect(step(scene.received(), bob, new Input.TimedOut(other)), ProposalReceived.class);
        }
    }

    @Test
    @Tag("threat-20")
    void nobodyIsAskedForLongerThanTheProposerWaits() {
        for (long seconds : List.of(20L, 0L, 10_000L)) {
            ProposalBase base = scene.base();
            var proposal = scene.proposal(new ProposalBase(
                    KEY,
                    base.challengeDuration(),
                    base.nonceShare(),
                    base.app(),
                    base.initData(),
                    base.initialBalances(),
                    base.fundingAgreement(),
                    Capabilities.aux(Duration.ofSeconds(seconds))));
            expect(
                    Opening.proposed(bob.env(), alice.env().wire(), proposal, NOW),
                    ProposalReceived.class,
                    new Effect.Ask(new Question.Open(alice.env().wire(), proposal)),
                    later(Timer.ANSWER, seconds == 20 ? Duration.ofSeconds(20) : LIMITS.proposalAnswer()));
        }
    }

    @Test
    void theSameProposalAgainChangesNothing() {
        expect(hear(scene.received(), bob, scene.proposal()), ProposalReceived.class);
        expect(step(scene.received(), bob, new Input.Connected()), ProposalReceived.class);
    }

    @Test
    @Tag("threat-14")
    void aRepeatedShareOfThePeerGivesAnotherChannel() {
        Question question = new Question.Open(alice.env().wire(), scene.proposal());
        ChannelState one = step(scene.received(), bob, new Input.Decided(question, new Decision.Accept(), SHARE_B))
                .next();
        ChannelState other = step(scene.received(), bob, new Input.Decided(question, new Decision.Accept(), SHARE_A))
                .next();
        assertTrue(one.channelId().isPresent());
        assertNotEquals(one.channelId(), other.channelId(), "our own share is in every id");
    }
}
