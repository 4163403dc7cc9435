package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.core.DisputeSnapshot.Next;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.Question;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Safety rule 8: a registration is answered in whatever phase the channel is. */
class WatchingTest {
    private final Scene scene = new Scene();
    private final Scene.Side alice = scene.alice;
    private final Scene.Side bob = scene.bob;
    private final Disputes disputes = new Disputes(scene);
    private final State v0 = scene.initial();
    private final State v1 = scene.paid(v0, bob, 100);
    private final State v2 = scene.paid(v1, alice, 30);

    /** Bob has paid 100. */
    private Live live() {
        return Live.fresh(scene.dossier(alice), scene.terms(), scene.complete(v1));
    }

    private Registered refuting(Transition step) {
        return expect(
                step,
                Registered.class,
                disputes.noted("REGISTERED", v0, 1),
                disputes.register(v1),
                disputes.conclude(v0),
                Disputes.told(Next.REFUTE, 1, 0));
    }

    @Test
    @Tag("threat-26")
    void anOldVersionIsRefutedWhileTheChannelIsOpen() {
        Registered next = refuting(see(new Open(live()), alice, disputes.shown(v0)));
        assertEquals(Phase.REGISTERED, next.phase());
        assertEquals(v1, next.live().state());
    }

    @Test
    @Tag("threat-26")
    void whileAnUpdateOfOursIsOutTheNewestFullySignedOneRefutes() {
        Authorised out = alice.authorised(v2, payment(1, 30));
        Registered next = refuting(see(new Updating(live().authorise(out), out, 0), alice, disputes.shown(v0)));
        assertEquals(List.of(out), next.live().authorised());
    }

    @Test
    void whileThePersonIsAsked() {
        var asked = bob.update(scene.paid(v1, alice, 5));
        refuting(see(
                new Deciding(live(), asked, alice.env().scheme().digest(asked.state())), alice, disputes.shown(v0)));
    }

    @Test
    void whileOurFinalStateIsOut() {
        Authorised last = alice.authorised(scene.last(v1));
        refuting(see(
                new Finalising(live().authorise(last), last, Finalising.Standing.ASKED), alice, disputes.shown(v0)));
    }

    @Test
    void aFinalStateWinsOverEverything() {
        State last = scene.last(v1);
        Final end = new Final(scene.dossier(alice), scene.terms(), scene.complete(last), bob.index());
        expect(
                see(end, alice, disputes.shown(v0)),
                Final.class,
                persist(line("REGISTERED", 0, "ours=2 final block=91")),
                disputes.concludeFinal(last));
    }

    @Test
    @Tag("threat-21")
    void whileFundingVersion0IsTheTruth() {
        expect(
                see(scene.funding(alice), alice, disputes.shown(v0)),
                Registered.class,
                disputes.settled("REGISTERED", v0, 0));
    }

    /** What was concluded is taken back, deeper than the ledger waits. */
    @Test
    @Tag("threat-29")
    void whileWithdrawing() {
        Withdrawing paidOut = new Withdrawing(scene.dossier(alice), scene.terms(), scene.complete(v1), Set.of(0));
        expect(see(paidOut, alice, disputes.shown(v0)), Withdrawing.class, disputes.register(v1));
        expect(see(paidOut, alice, disputes.shown(v1)), Withdrawing.class, disputes.conclude(v1));
        State last = scene.last(v1);
        Withdrawing together = new Withdrawing(scene.dossier(alice), scene.terms(), scene.complete(last), Set.of(0));
        expect(see(together, alice, disputes.shown(v0)), Withdrawing.class, disputes.concludeFinal(last));
    }

    @Test
    void whereTheLedgerDoesNotShowTheStateItIsRefutedAllTheSame() {
        expect(
                see(new Open(live()), alice, disputes.hidden(v0)),
                Registered.class,
                persist(line(
                        "REGISTERED",
                        0,
                        "ours=1 timeout=" + Disputes.TIMEOUT + " block=91 state=0x"
                                + alice.env().scheme().stateHash(v0) + " unknown")),
                disputes.register(v1),
                Disputes.told(Next.REFUTE, 1, 0));
    }

    @Test
    void ourOwnNewestVersionIsOnlyConcluded() {
        expect(
                see(new Open(live()), alice, disputes.hidden(v1)),
                Registered.class,
                disputes.settled("REGISTERED", v1, 1));
    }

    /** The peer signed our payment without a word: by its hash it is known, and it is what we authorised (safety rule 2). */
    @Test
    @Tag("threat-4")
    void whatThePeerCompletedInSilenceIsTheTruth() {
        Authorised out = alice.authorised(v2, payment(1, 30));
        Registered next = expect(
                see(new Updating(live().authorise(out), out, 0), alice, disputes.hidden(v2)),
                Registered.class,
                disputes.settled("REGISTERED", v2, 1));
        Effect withdraw =
                new Effect.Submit(new Intent.Withdraw(v0.id(), scene.terms().params(), 0, SimWorld.COIN, 0));
        var done = out(payment(1, 30), dev.zorya.channel.port.BookEntry.Status.DONE, 2);
        Withdrawing end = expect(
                see(next, alice, concluded(2)),
                Withdrawing.class,
                persist(List.of(done), line("CONCLUDED", 2, "block=88")),
                withdraw,
                booked(done));
        assertEquals(v2, end.last().state());
    }

    /** Both are fully signed in the peer's hands, and it chose the payment: the version alone would not say so. */
    @Test
    void ofTwoStatesOfOneVersionTheHashSaysWhichOneCounts() {
        State neutral = scene.neutral(v1);
        Authorised out = alice.authorised(v2, payment(1, 30));
        Live both = Live.fresh(scene.dossier(alice), scene.terms(), scene.complete(neutral))
                .authorise(out);
        Registered next = expect(
                see(new Open(both), alice, disputes.hidden(v2)),
                Registered.class,
                disputes.settled("REGISTERED", v2, 2));
        Withdrawing end = (Withdrawing) see(next, alice, concluded(2)).next();
        assertEquals(v2, end.last().state());
    }

    @Test
    void aVersionThatNobodyHereKnowsIsWaitedOut() {
        State strange = scene.paid(scene.paid(v1, bob, 1), bob, 1);
        Registered next = expect(
                see(new Open(live()), alice, disputes.hidden(strange)),
                Registered.class,
                persist(line(
                        "REGISTERED",
                        3,
                        "ours=1 timeout=" + Disputes.TIMEOUT + " block=91 state=0x"
                                + alice.env().scheme().stateHash(strange) + " unknown")),
                Disputes.told(Next.WAIT, 1, 3));
        assertEquals(Phase.WITHDRAWING, see(next, alice, concluded(3)).next().phase());
    }

    /** A reader that shows another state than the one with the hash is not believed. */
    @Test
    @Tag("threat-28")
    void aStateThatHasNotThisHashIsNotBelieved() {
        LedgerEvent.Registered honest = disputes.hidden(v0);
        State lie = scene.paid(v0, alice, 600);
        LedgerEvent.Registered lying =
                new LedgerEvent.Registered(0, honest.stateHash(), Disputes.TIMEOUT, honest.stage(), lie, 91, NOW);
        Registered next = (Registered) see(new Open(live()), alice, lying).next();
        assertEquals(disputes.fact(live(), honest), next.fact());
    }

    /** What this wallet could not keep it does not take in, or the channel could not be read back (rule 5). */
    @Test
    void aStateOfAnotherShapeStaysUnknown() {
        State three = new State(
                v1.id(),
                7,
                new Allocation(
                        v1.allocation().assets(),
                        Balances.single(BigInteger.ONE, BigInteger.TWO, BigInteger.TEN),
                        List.of()),
                false,
                v1.app(),
                v1.data());
        Registered next =
                (Registered) see(new Open(live()), alice, disputes.shown(three)).next();
        assertEquals(Optional.empty(), next.fact().known());
        assertEquals(Next.WAIT, DisputeSnapshot.of(next).next());
    }

    @Test
    void whatOnlyWaitedIsRefusedWithAReason() {
        Live waiting = live().enqueue(payment(7, 5));
        Transition step = see(new Open(waiting), alice, disputes.shown(v0));
        assertEquals(
                told(payment(7, 5).refused(Notice.Refusal.NOT_OPEN, Reasons.DISPUTED)),
                step.effects().getLast());
        assertEquals(List.of(), ((Registered) step.next()).live().queue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROPOSAL", "ENDED"})
    void beforeThereIsAChannelNothingIsAnswered(String phase) {
        ChannelState state =
                phase.equals("PROPOSAL") ? scene.sent() : new Ended(scene.dossier(alice), v0.allocation(), "no");
        expect(see(state, alice, disputes.shown(v0)), state.getClass());
    }

    @Test
    void theQuestionThatIsOpenIsNotAnsweredAnyMore() {
        var asked = bob.update(scene.paid(v1, alice, 5));
        Deciding deciding = new Deciding(live(), asked, alice.env().scheme().digest(asked.state()));
        Question question = Incoming.question(live(), asked.state());
        ChannelState disputed = see(deciding, alice, disputes.shown(v0)).next();
        expect(
                step(
                        disputed,
                        alice,
                        new Input.Decided(question, new dev.zorya.channel.port.Decision.Accept(), SHARE_A)),
                Registered.class);
    }
}
