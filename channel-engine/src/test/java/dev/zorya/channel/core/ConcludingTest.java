package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.zorya.channel.ethereum.EthereumScheme;
import dev.zorya.channel.perunio.Perunio;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.BookEntry.Status;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.sim.NimApp;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What people are told when the judge has decided over an app channel: Alice's payment of version 2 was on its way, Bob may have
 * completed it before the judge without a word, and may have moved on from there alone.
 */
class ConcludingTest {
    private final Scene scene = new Scene(NimApp.APP, new Apps(Map.of(NimApp.ID, new NimApp())), NimApp.data(0, 5));
    private final Scene.Side alice = scene.alice;
    private final Disputes disputes = new Disputes(scene);
    private final State v1 = scene.neutral(scene.initial());
    private final State v2 = scene.paid(v1, alice, 30);
    private final State v3 = scene.paid(v2, alice, 5);
    private final State v4 = scene.paid(v3, scene.bob, 1);
    private final Live live = Live.fresh(scene.dossier(alice), scene.terms(), scene.complete(v1))
            .authorise(alice.authorised(v2, payment(1, 30)));
    private final Open open = new Open(live);

    private ChannelState after(ChannelState state, LedgerEvent... events) {
        ChannelState now = state;
        for (LedgerEvent event : events) {
            now = see(now, alice, event).next();
        }
        return now;
    }

    /** What the book says once that is over, payment by payment, and the state that is shown. */
    private List<BookEntry> book(ChannelState state, LedgerEvent event, State shown) {
        Transition step = see(state, alice, event);
        assertEquals(
                shown, assertInstanceOf(Withdrawing.class, step.next()).last().state());
        return booked(step);
    }

    private static List<BookEntry> booked(Transition step) {
        List<BookEntry> entries = new ArrayList<>();
        for (Effect effect : step.effects()) {
            if (effect instanceof Effect.Persist persist) {
                entries.addAll(persist.book());
            }
        }
        return entries;
    }

    private static BookEntry moved(State from, State to) {
        return Booking.moved(from, to, new EthereumScheme().digest(to), 0, null, NOW)
                .getFirst();
    }

    private static LedgerEvent.Registered unread(LedgerEvent.Registered seen) {
        return new LedgerEvent.Registered(
                seen.version(), seen.stateHash(), seen.timeout(), seen.stage(), null, seen.block(), seen.time());
    }

    @Test
    void aPaymentThatTheMovesWentOnFromIsDone() {
        ChannelState there = after(open, disputes.hidden(v2), disputes.moved(v3));
        assertEquals(List.of(moved(v2, v3), out(payment(1, 30), Status.DONE, 2)), book(there, concluded(3), v3));
        ChannelState further = after(there, disputes.moved(v4));
        assertEquals(List.of(moved(v2, v4), out(payment(1, 30), Status.DONE, 2)), book(further, concluded(4), v4));
    }

    @Test
    @Tag("threat-41")
    void aRestartInBetweenForgetsNothing() {
        ChannelState there = after(open, disputes.hidden(v2), disputes.moved(v3));
        RecordCodec codec = new RecordCodec(new Perunio(dev.zorya.channel.codec.Apps.of(NimApp.ID)));
        Bytes terms = java.util.Objects.requireNonNull(codec.terms(scene.signing(alice)));
        ChannelState back = codec.read(alice.env(), terms, codec.body(there));
        assertEquals(List.of(moved(v2, v3), out(payment(1, 30), Status.DONE, 2)), book(back, concluded(3), v3));
    }

    /** Bob went on from the version before: the payment can never take effect. */
    @Test
    void aPaymentThatTheMovesPassedByIsCancelled() {
        State other = scene.paid(v1, alice, 5);
        ChannelState there = after(open, disputes.shown(v1), disputes.moved(other));
        assertEquals(
                List.of(moved(v1, other), out(payment(1, 30), Status.CANCELLED, 2)), book(there, concluded(2), other));
    }

    /** Even if nobody saw the move itself: what it began with is known, and the rest follows when it is found. */
    @Test
    @Tag("threat-28")
    void aMoveThatIsFoundAfterTheEndIsTakenOver() {
        ChannelState there = after(open, disputes.hidden(v2), unread(disputes.moved(v3)));
        Transition end = see(there, alice, concluded(3));
        assertEquals(List.of(out(payment(1, 30), Status.DONE, 2)), booked(end));
        Withdrawing waiting = assertInstanceOf(Withdrawing.class, end.next());
        assertEquals(v2, waiting.last().state(), "the newest that we know");
        Withdrawing shown = expect(
                see(waiting, alice, concluded(v3)),
                Withdrawing.class,
                persist(List.of(moved(v2, v3)), line("OUTCOME", 3, "taken for=2")),
                Scene.booked(moved(v2, v3)));
        assertEquals(Transaction.unsigned(v3), shown.last());
        assertEquals(waiting.left(), shown.left());
        expect(see(shown, alice, concluded(v3)), Withdrawing.class);
        expect(see(shown, alice, concluded(3)), Withdrawing.class);
    }

    @Test
    @Tag("threat-28")
    void alsoWhenTheMoneyIsOnTheAccountAlready() {
        Withdrawn over = new Withdrawn(scene.dossier(alice), scene.terms(), scene.complete(v1));
        Withdrawn shown = expect(
                see(over, alice, concluded(v2)),
                Withdrawn.class,
                persist(List.of(moved(v1, v2)), line("OUTCOME", 2, "taken for=1")),
                Scene.booked(moved(v1, v2)));
        assertEquals(v2, shown.last().state());
    }

    /** The ledger's word for the outcome counts more than what was registered when we last looked. */
    @Test
    @Tag("threat-34")
    void theOutcomeItselfCounts() {
        ChannelState there = after(open, disputes.shown(scene.initial()));
        assertEquals(List.of(out(payment(1, 30), Status.DONE, 2)), book(there, concluded(v2), v2));
        assertEquals(List.of(out(payment(1, 30), Status.DONE, 2)), book(open, concluded(v2), v2));
        assertEquals(
                List.of(out(payment(1, 30), Status.CANCELLED, 2)),
                book(after(open, disputes.hidden(v2)), concluded(v1), v1),
                "taken back, and concluded with less");
    }

    /** Nobody saw from what the moves went on: the sum is right, and of the payment nothing is said that may be wrong. */
    @Test
    @Tag("threat-34")
    void withoutWhatTheMovesBeganWithThePaymentStaysInDoubt() {
        assertEquals(List.of(moved(v1, v3)), book(open, concluded(v3), v3));
        assertEquals(List.of(), book(open, concluded(3), v1));
    }

    @Test
    void whatIsNoStateOfThisChannelIsNotBelieved() {
        State foreign =
                new State(scene.terms().id(), 3, v3.allocation(), false, dev.zorya.channel.value.App.NONE, Bytes.EMPTY);
        Withdrawing waiting = new Withdrawing(scene.dossier(alice), scene.terms(), scene.complete(v1), Set.of(0));
        for (LedgerEvent.Concluded event : List.of(concluded(foreign), new LedgerEvent.Concluded(7, v3, 88, NOW))) {
            assertEquals(waiting, expect(see(waiting, alice, event), Withdrawing.class));
            assertEquals(List.of(), book(open, event, v1));
        }
    }

    /** Our own move, and one of Bob's that has the same number: the outcome says whose it was. */
    @Test
    void theOutcomeSaysWhoseMoveItWas() {
        ChannelState there = after(
                new Open(Live.fresh(scene.dossier(alice), scene.terms(), scene.complete(v1))), disputes.shown(v1));
        Change change = new Change(payment(9, 1).id(), NimApp.take(0, 3));
        Progressing moving = assertInstanceOf(
                Progressing.class,
                step(there, alice, new Input.Progress(change)).next());
        Transition ours = see(moving, alice, concluded(moving.move().state()));
        assertEquals(
                told(new Notice.Changed(change.id(), moving.move().state())),
                ours.effects().getLast());
        Transition theirs = see(moving, alice, concluded(v2));
        assertEquals(
                told(change.refused(Notice.Refusal.RULES, Reasons.OVERTAKEN)),
                theirs.effects().getLast());
        assertEquals(BigInteger.valueOf(30), booked(theirs).getFirst().amount());
    }
}
