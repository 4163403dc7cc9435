package dev.zorya.ethereum.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.ethereum.EthereumAsset;
import dev.zorya.channel.ethereum.EthereumEncoding;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is done about a dispute, for each way in which it can stand (ONCHAIN.md 5 and 8). */
class PlansTest {
    private static final long TIMEOUT = 10_000;
    private static final long DURATION = 600;
    private static final Dispute NONE = new Dispute(0, 0, 0, 0, Bytes.zero(32), false);
    private static final Plan.Send SEND = new Plan.Send("key", Bytes.zero(20), BigInteger.ZERO, Bytes.EMPTY);
    private static final Plan DONE = new Plan.Done();
    private static final Plan WAIT = new Plan.Wait();
    private static final Plan AT_TIMEOUT = new Plan.WaitUntil(Instant.ofEpochSecond(TIMEOUT));

    private final List<Party> parties = List.of(new Party("alice"), new Party("bob"));
    private final TestChannel root = new TestChannel(
            parties,
            List.of(new EthereumAsset(BigInteger.ONE, Bytes.zero(20)).toAsset()),
            Balances.single(BigInteger.TEN, BigInteger.TEN));
    private final TestChannel child = root.asSub();
    private final State rootOurs = state(root, 5);
    private final State childOurs = state(child, 3);
    private final Intent.Register tree = new Intent.Register(root.signed(rootOurs), List.of(child.signed(childOurs)));
    private final Intent.Register alone = new Intent.Register(root.signed(rootOurs), List.of());

    private static State state(TestChannel channel, long version) {
        return channel.state(version, Balances.single(BigInteger.valueOf(version), BigInteger.TEN));
    }

    private static Dispute with(State state) {
        return with(state, Phases.DISPUTE, false);
    }

    private static Dispute with(State state, int phase, boolean app) {
        return new Dispute(TIMEOUT, DURATION, state.version(), phase, EthereumEncoding.stateHash(state), app);
    }

    private static DisputeView.Moment at(long time, Dispute... disputes) {
        return new DisputeView.Moment(List.of(disputes), Instant.ofEpochSecond(time));
    }

    /** The same in the newest block, in the pool and for good. */
    private static DisputeView always(long time, Dispute... disputes) {
        return new DisputeView(at(time, disputes), List.of(disputes), at(time, disputes));
    }

    private Plan register(long time, Dispute rootThere, Dispute childThere) {
        return RegisterPlan.plan(tree, always(time, rootThere, childThere), SEND);
    }

    @Test
    void aTreeIsRegisteredAsLongAsTheContractTakesIt() {
        assertEquals(SEND, register(1, NONE, NONE));
        assertEquals(SEND, register(1, with(state(root, 4)), NONE));
        assertEquals(SEND, register(TIMEOUT - 1, with(state(root, 4)), with(state(child, 2))));
        assertEquals(SEND, register(TIMEOUT, with(rootOurs), NONE), "the root passes at any time, the child is new");
        assertEquals(SEND, register(TIMEOUT - 1, with(rootOurs), with(state(child, 2))));
        assertEquals(
                SEND,
                register(1, with(rootOurs, Phases.CONCLUDED, false), NONE),
                "what is registered with the same state passes in any phase");
    }

    @Test
    @Tag("threat-31")
    void whatIsThereAlreadyIsDone() {
        assertEquals(DONE, register(1, with(rootOurs), with(childOurs)));
        assertEquals(DONE, register(1, with(state(root, 6)), with(state(child, 4))), "somebody knows more than we do");
        assertEquals(DONE, register(1, with(rootOurs, Phases.CONCLUDED, false), with(childOurs)));
    }

    @Test
    @Tag("threat-27")
    void whatTheContractWouldNotTakeEndsQuietly() {
        assertEquals(DONE, register(TIMEOUT, with(state(root, 4)), NONE), "one second too late");
        assertEquals(DONE, register(1, with(state(root, 4), Phases.FORCED, true), NONE));
        assertEquals(DONE, register(1, with(state(root, 4), Phases.CONCLUDED, false), NONE));
        assertEquals(DONE, register(TIMEOUT, with(rootOurs), with(state(child, 2))), "the child's own time is over");
        assertEquals(DONE, register(1, with(state(root, 6)), NONE), "a newer root makes all of it revert");
        State other = root.state(5, Balances.single(BigInteger.TWO, BigInteger.TWO));
        assertEquals(DONE, register(1, with(other), NONE), "another state of the same version, too");
    }

    /** A virtual channel that came in through the other parent and is concluded there. */
    @Test
    @Tag("threat-37")
    void aChildThatCameInThroughAnotherParentPassesIfItIsTheSame() {
        assertEquals(SEND, register(1, NONE, with(childOurs)));
        assertEquals(SEND, register(1, NONE, with(childOurs, Phases.CONCLUDED, false)));
        assertEquals(DONE, register(1, NONE, with(state(child, 2), Phases.CONCLUDED, false)));
    }

    @Test
    @Tag("threat-29")
    void onlyWhatIsFinalIsDone() {
        DisputeView.Moment open = at(1, with(state(root, 4)));
        DisputeView.Moment covered = at(1, with(rootOurs));
        List<Dispute> old = open.disputes();
        List<Dispute> ours = covered.disputes();
        assertEquals(WAIT, RegisterPlan.plan(alone, new DisputeView(covered, ours, open), SEND), "in a block");
        assertEquals(WAIT, RegisterPlan.plan(alone, new DisputeView(open, ours, open), SEND), "on its way");
        assertEquals(SEND, RegisterPlan.plan(alone, new DisputeView(open, old, open), SEND));
        assertEquals(DONE, RegisterPlan.plan(alone, new DisputeView(covered, ours, covered), SEND));
        DisputeView.Moment late = at(TIMEOUT, with(state(root, 4)));
        assertEquals(WAIT, RegisterPlan.plan(alone, new DisputeView(late, old, open), SEND), "may be taken back");
    }

    @Test
    void onlyARefutationIsUrgent() {
        BigInteger stake = BigInteger.TEN;
        assertEquals(new Urgency.None(), RegisterPlan.urgency(alone, always(1, NONE), stake));
        assertEquals(new Urgency.None(), RegisterPlan.urgency(alone, always(1, with(rootOurs)), stake));
        Urgency.Deadline urgent =
                (Urgency.Deadline) RegisterPlan.urgency(alone, always(1, with(state(root, 4))), stake);
        assertEquals(Instant.ofEpochSecond(TIMEOUT), urgent.deadline());
        assertEquals(DURATION, urgent.whole().toSeconds());
        assertEquals(stake, urgent.stake());
    }

    private Plan progress(long time, Dispute there) {
        return ProgressPlan.plan(move(), always(time, there), SEND);
    }

    private Intent.Progress move() {
        State next = state(root, 6);
        return new Intent.Progress(root.id, root.params, rootOurs, next, 0, root.sign(0, next));
    }

    @Test
    void aMoveWaitsForTheEndOfTheDisputeAndNotForTheEndOfItsTime() {
        assertEquals(AT_TIMEOUT, progress(TIMEOUT - 1, with(rootOurs, Phases.DISPUTE, true)));
        assertEquals(SEND, progress(TIMEOUT, with(rootOurs, Phases.DISPUTE, true)));
        assertEquals(SEND, progress(TIMEOUT + 9 * DURATION, with(rootOurs, Phases.DISPUTE, true)), "no upper limit");
        assertEquals(SEND, progress(TIMEOUT - 1, with(rootOurs, Phases.FORCED, true)));
        assertEquals(DONE, progress(TIMEOUT, with(rootOurs, Phases.FORCED, true)));
    }

    @Test
    void aMoveFromAnotherStateIsNone() {
        assertEquals(WAIT, progress(1, NONE), "the registration may come back");
        assertEquals(WAIT, progress(1, with(state(root, 4))), "the refutation is on its way");
        assertEquals(DONE, progress(1, with(state(root, 6), Phases.FORCED, true)), "it was made");
        assertEquals(DONE, progress(1, with(rootOurs, Phases.CONCLUDED, true)));
        DisputeView.Moment before = at(TIMEOUT, with(rootOurs, Phases.DISPUTE, true));
        List<Dispute> moved = List.of(with(state(root, 6), Phases.FORCED, true));
        assertEquals(WAIT, ProgressPlan.plan(move(), new DisputeView(before, moved, before), SEND));
        assertEquals(new Urgency.None(), ProgressPlan.urgency(move(), always(TIMEOUT, before.root()), BigInteger.ONE));
        assertEquals(
                Urgency.Deadline.class,
                ProgressPlan.urgency(move(), always(1, with(rootOurs, Phases.FORCED, true)), BigInteger.ONE)
                        .getClass());
    }

    private Plan conclude(long time, Dispute rootThere, Dispute childThere) {
        Intent.Conclude conclude = new Intent.Conclude(root.params, rootOurs, List.of(childOurs));
        return ConcludePlan.plan(conclude, always(time, rootThere, childThere), SEND);
    }

    @Test
    void aTreeIsConcludedWhenTheRootsTimeIsOver() {
        Dispute later = new Dispute(9 * TIMEOUT, DURATION, 3, 0, EthereumEncoding.stateHash(childOurs), false);
        assertEquals(AT_TIMEOUT, conclude(TIMEOUT - 1, with(rootOurs), with(childOurs)));
        assertEquals(SEND, conclude(TIMEOUT, with(rootOurs), later), "children need no time of their own");
        assertEquals(SEND, conclude(TIMEOUT, with(rootOurs), with(childOurs, Phases.CONCLUDED, false)));
        Dispute app = with(rootOurs, Phases.DISPUTE, true);
        Instant both = Instant.ofEpochSecond(TIMEOUT + DURATION);
        assertEquals(new Plan.WaitUntil(both), conclude(TIMEOUT, app, with(childOurs)));
        assertEquals(SEND, conclude(TIMEOUT + DURATION, app, with(childOurs)));
        assertEquals(SEND, conclude(TIMEOUT, with(rootOurs, Phases.FORCED, true), with(childOurs)));
    }

    @Test
    @Tag("threat-36")
    void aTreeWithAnotherChildIsNotConcluded() {
        assertEquals(WAIT, conclude(TIMEOUT, with(rootOurs), NONE), "it is missing");
        assertEquals(WAIT, conclude(TIMEOUT, with(rootOurs), with(state(child, 2))), "it may be refuted");
        assertEquals(DONE, conclude(TIMEOUT, with(rootOurs), with(state(child, 4))), "it was refuted");
        assertEquals(DONE, conclude(TIMEOUT, with(rootOurs, Phases.CONCLUDED, false), with(childOurs)));
    }

    /** A channel may carry any number as its duration; nothing overflows, it is only never over. */
    @Test
    @Tag("threat-15")
    void timesBeyondAllDatesAreNever() {
        Dispute endless = new Dispute(-1, -1, 5, 0, EthereumEncoding.stateHash(rootOurs), true);
        assertEquals(Phases.timeout(endless), Phases.concludable(endless));
        Dispute round = new Dispute(TIMEOUT, -1, 5, 0, EthereumEncoding.stateHash(rootOurs), true);
        assertEquals(Phases.timeout(endless), Phases.concludable(round));
        Plan plan = conclude(TIMEOUT, endless, with(childOurs));
        assertEquals(new Plan.WaitUntil(Instant.parse("9999-12-31T23:59:59Z")), plan);
    }
}
