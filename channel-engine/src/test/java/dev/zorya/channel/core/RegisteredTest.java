package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.zorya.channel.core.DisputeSnapshot.Next;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.BookEntry.Status;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RegisteredTest {
    private final Scene scene = new Scene();
    private final Scene.Side alice = scene.alice;
    private final Scene.Side bob = scene.bob;
    private final Disputes disputes = new Disputes(scene);
    private final State v0 = scene.initial();
    private final State v1 = scene.paid(v0, bob, 100);
    private final State v2 = scene.paid(v1, alice, 30);
    private final Authorised out = alice.authorised(v2, payment(1, 30));
    private final Live live = Live.fresh(scene.dossier(alice), scene.terms(), scene.complete(v1));
    private final Registered behind = new Registered(live, disputes.fact(live, disputes.shown(v0)));
    private final Registered good = new Registered(live, disputes.fact(live, disputes.shown(v1)));
    private final Effect withdraw =
            new Effect.Submit(new Intent.Withdraw(v0.id(), scene.terms().params(), 0, SimWorld.COIN, 0));

    @Test
    @Tag("threat-26")
    void ourRefutationIsSeenAndConcluded() {
        expect(see(behind, alice, disputes.shown(v1)), Registered.class, disputes.settled("REFUTED", v1, 1));
    }

    /** Somebody else has sent our refutation: what counts is that it stands there (ONCHAIN.md 5, step 4). */
    @Test
    @Tag("threat-31")
    void whoeverRefutedItIsRefuted() {
        Registered hidden = new Registered(live, disputes.fact(live, disputes.hidden(v0)));
        expect(see(hidden, alice, disputes.hidden(v1)), Registered.class, disputes.settled("REFUTED", v1, 1));
    }

    @Test
    @Tag("threat-29")
    void ourRefutationVanishesAndIsSentAgain() {
        expect(
                see(good, alice, disputes.shown(v0)),
                Registered.class,
                disputes.noted("REGISTERED", v0, 1),
                disputes.register(v1),
                disputes.conclude(v0),
                Disputes.told(Next.REFUTE, 1, 0));
    }

    @Test
    @Tag("threat-29")
    void theRegistrationVanishesAndOursGoesInAgain() {
        Effect[] again = {disputes.register(v1), disputes.conclude(v1)};
        assertEquals(good, expect(see(good, alice, holdings(600, 400)), Registered.class, again));
        Effect[] both = {disputes.register(v1), disputes.conclude(v0)};
        assertEquals(behind, expect(see(behind, alice, holdings(600, 400)), Registered.class, both));
    }

    @Test
    void theSameFactAgainAsksForTheSameAgainAndWritesNothing() {
        expect(see(behind, alice, disputes.shown(v0)), Registered.class, disputes.register(v1), disputes.conclude(v0));
        expect(see(good, alice, disputes.hidden(v1)), Registered.class, disputes.conclude(v1));
    }

    @Test
    @Tag("threat-34")
    @Tag("threat-41")
    void afterARestartTheSameIsHandedOverAgain() {
        expect(
                step(behind, alice, new Input.Restarted()),
                Registered.class,
                disputes.register(v1),
                disputes.conclude(v0));
        expect(step(good, alice, new Input.Restarted()), Registered.class, disputes.conclude(v1));
    }

    /** The block after the timeout: what is registered is the truth, and all that is left is the money in it. */
    @Test
    @Tag("threat-27")
    void tooLateIsConcludedAsItStandsAndTheBookSaysSo() {
        Transition step = see(behind, alice, concluded(0));
        Withdrawing end = assertInstanceOf(Withdrawing.class, step.next());
        assertEquals(v0, end.last().state());
        Effect.Persist first =
                assertInstanceOf(Effect.Persist.class, step.effects().getFirst());
        BookEntry lost = first.book().getFirst();
        assertEquals(BookEntry.Direction.OUT, lost.direction());
        assertEquals(Status.DONE, lost.status());
        assertEquals(java.math.BigInteger.valueOf(100), lost.amount());
        assertEquals(List.of(line("CONCLUDED", 0, "block=88")), first.journal());
        assertEquals(withdraw, step.effects().get(1));
    }

    @Test
    void aPaymentInDoubtIsOverWhenTheVersionBeforeItIsConcluded() {
        Live doubtful = live.authorise(out);
        Registered fact = new Registered(doubtful, disputes.fact(doubtful, disputes.shown(v1)));
        BookEntry gone = out(payment(1, 30), Status.CANCELLED, 2);
        expect(
                see(fact, alice, concluded(1)),
                Withdrawing.class,
                persist(List.of(gone), line("CONCLUDED", 1, "block=88")),
                withdraw,
                booked(gone));
    }

    /** Named as the peer names it, so that both books have the same line. */
    @Test
    void aChangeThatThePeerCompletedInSilenceIsBookedAndTold() {
        Change change = new Change(payment(5, 1).id(), from -> Optional.empty());
        Authorised gift = new Authorised(v2, out.digest(), out.own(), List.of(change), Authorised.Afterwards.RETRY);
        Live doubtful = live.authorise(gift);
        Registered fact = new Registered(doubtful, disputes.fact(doubtful, disputes.hidden(v2)));
        Transition step = see(fact, alice, concluded(2));
        BookEntry line = Booking.moved(v1, v2, out.digest(), 0, null, NOW).getFirst();
        expect(
                step,
                Withdrawing.class,
                persist(List.of(line), line("CONCLUDED", 2, "block=88")),
                withdraw,
                booked(line),
                told(new Notice.Changed(change.id(), v2)));
    }

    @Test
    void ordersAndThePeersUpdatesAreRefusedWithAReason() {
        expect(
                step(good, alice, new Input.Pay(payment(3, 5))),
                Registered.class,
                told(payment(3, 5).refused(Notice.Refusal.NOT_OPEN, Reasons.DISPUTED)));
        State asked = scene.paid(v1, bob, 1);
        expect(hear(good, alice, bob.update(asked)), Registered.class, reject(asked, Reasons.DISPUTED));
        expect(step(good, alice, new Input.Close()), Registered.class);
        expect(step(good, alice, new Input.CloseAlone()), Registered.class);
        expect(step(good, alice, new Input.Connected()), Registered.class);
    }

    /** An end that the peer signed: it is on its way to the judge, who holds something else still. */
    private Registered ended(Live before, State there) {
        State last = scene.last(before.state());
        Live closing = before.authorise(alice.authorised(last));
        Registered fact = new Registered(closing, disputes.fact(closing, disputes.hidden(there)));
        return assertInstanceOf(
                Registered.class, hear(fact, alice, bob.accept(last)).next());
    }

    @Test
    void aFinalStateThatThePeerSignsIsConcludedAtOnce() {
        State last = scene.last(v1);
        Live closing = live.authorise(alice.authorised(last));
        Registered fact = new Registered(closing, disputes.fact(closing, disputes.shown(v0)));
        Effect[] effects = {
            persist(line("FINAL", 2, "proposer=0")), disputes.concludeFinal(last), Disputes.told(Next.REFUTE, 2, 0)
        };
        Registered end = expect(hear(fact, alice, bob.accept(last)), Registered.class, effects);
        assertEquals(scene.complete(last), end.live().current());
        assertEquals(List.of(), end.live().authorised());
        effects = new Effect[] {effects[0], send(alice.accept(last)), effects[1], effects[2]};
        assertEquals(end, expect(hear(fact, alice, bob.update(last)), Registered.class, effects));
        assertEquals(
                end,
                hear(fact, alice, new dev.zorya.channel.message.ChannelSync(4, scene.complete(last)))
                        .next());
    }

    @Test
    void anEndIsHandedOverAgainAndThePeerHearsItAgain() {
        State last = scene.last(v1);
        Registered end = ended(live, v1);
        Effect[] both = {disputes.concludeFinal(last), disputes.conclude(v1)};
        expect(step(end, alice, new Input.Restarted()), Registered.class, both);
        expect(see(end, alice, holdings(600, 400)), Registered.class, both);
        expect(hear(end, alice, bob.update(last)), Registered.class, send(alice.accept(last)));
        State other = scene.neutral(last);
        expect(hear(end, alice, bob.update(other)), Registered.class, reject(other, Reasons.DISPUTED));
        // that it was our own state once is not forgotten, though the ledger shows only its hash
        expect(see(end, alice, disputes.hidden(v1)), Registered.class, both);
    }

    /** The peer had a payment completed in silence, registered it, and signed the end when it was too late for that. */
    @Test
    @Tag("threat-4")
    void whatIsConcludedBeforeTheEndGetsThereIsWhatTheBookSays() {
        State neutral = scene.neutral(v1);
        Live doubtful = Live.fresh(scene.dossier(alice), scene.terms(), scene.complete(neutral))
                .authorise(out);
        Registered end = ended(doubtful, v2);
        assertEquals(List.of(out), end.live().authorised());
        assertEquals(
                List.of(java.math.BigInteger.valueOf(30)),
                ChannelSnapshot.of(end).pendingOut());
        BookEntry paid = out(payment(1, 30), Status.DONE, 2);
        Withdrawing over = expect(
                see(end, alice, Scene.concluded(v2)),
                Withdrawing.class,
                persist(List.of(paid), line("CONCLUDED", 2, "block=88")),
                withdraw,
                booked(paid));
        assertEquals(v2, over.last().state());
    }

    @Test
    void whatIsConcludedIsTheEnd() {
        State neutral = scene.neutral(v1);
        Live doubtful = Live.fresh(scene.dossier(alice), scene.terms(), scene.complete(neutral))
                .authorise(out);
        Registered end = ended(doubtful, v2);
        BookEntry gone = out(payment(1, 30), Status.CANCELLED, 2);
        Withdrawing over = expect(
                see(end, alice, Scene.concluded(scene.last(neutral))),
                Withdrawing.class,
                persist(List.of(gone), line("CONCLUDED", 3, "block=88")),
                withdraw,
                booked(gone));
        assertEquals(scene.complete(scene.last(neutral)), over.last());
    }

    @Test
    void aSignatureUnderAnythingElseDoesNotOpenTheChannelAgain() {
        Live doubtful = live.authorise(out);
        Registered fact = new Registered(doubtful, disputes.fact(doubtful, disputes.shown(v0)));
        expect(hear(fact, alice, bob.accept(v2)), Registered.class);
        State foreign = scene.last(v1);
        expect(hear(fact, alice, bob.update(foreign)), Registered.class, reject(foreign, Reasons.DISPUTED));
    }

    @Test
    void peopleSeeWhatIsRegisteredAndWhatComesNext() {
        ChannelSnapshot view = ChannelSnapshot.of(behind);
        assertEquals(ChannelSnapshot.Status.DISPUTED, view.status());
        assertEquals(DisputeSnapshot.of(behind), view.dispute());
        assertEquals(1, view.version());
        List<Next> all = new ArrayList<>();
        for (Registered each : List.of(behind, good)) {
            all.add(DisputeSnapshot.of(each).next());
        }
        assertEquals(List.of(Next.REFUTE, Next.CONCLUDE), all);
    }
}
