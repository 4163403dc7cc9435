package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.KEY;
import static dev.zorya.channel.core.Scene.payment;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.message.Message;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.SubAllocation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a peer may not do with the money of sub-channels, and what becomes of locks that fail. Alice opened the channel. */
@Tag("threat-12")
class LockTest {
    private static final String ALTERED = "the update changes locked funds";

    private final Grove grove = new Grove();
    private final Scene scene = grove.scene;
    private final Grove.Party alice = grove.alice;
    private final Grove.Party bob = grove.bob;
    private final ProposalId child = Grove.key(1);

    /** Bob's child waits for its money; what Alice really sent for that is lost. */
    private Locking waiting() {
        alice.take(KEY, new Input.OpenSub(grove.base(1, 100, 50)));
        while (!(bob.tree.members().containsKey(child) && bob.at(child) instanceof Locking)) {
            grove.step();
        }
        bob.inbox.clear();
        alice.inbox.clear();
        return (Locking) bob.at(child);
    }

    private ChannelId id(Locking locking) {
        return locking.terms().id();
    }

    private static State follows(State from, Allocation allocation) {
        return new State(from.id(), from.version() + 1, allocation, false, from.app(), from.data());
    }

    private static List<BigInteger> sum(long amount) {
        return List.of(BigInteger.valueOf(amount));
    }

    /** The present parent of Bob with these balances and one entry more. */
    private State locks(long mine, long theirs, SubAllocation entry) {
        State from = bob.current(KEY);
        List<SubAllocation> entries = new ArrayList<>(from.allocation().locked());
        entries.add(entry);
        Allocation to = new Allocation(
                from.allocation().assets(), scene.allocation(mine, theirs).balances(), entries);
        return follows(from, to);
    }

    private void refused(State to, String reason) {
        State before = bob.current(KEY);
        bob.take(KEY, new Input.FromPeer(alice.side.update(to)));
        Message answer = alice.inbox.getLast();
        assertEquals(new UpdateMessage.Reject(to.id(), to.version(), reason), answer);
        assertEquals(before, bob.current(KEY));
    }

    @Nested
    class Taking {
        @Test
        void exactlyWhatWasAgreedIsSignedWithoutAQuestion() {
            ChannelId id = id(waiting());
            State to = locks(500, 350, new SubAllocation(id, sum(150), List.of()));
            bob.take(KEY, new Input.FromPeer(alice.side.update(to)));
            assertEquals(bob.side.accept(to), alice.inbox.getLast());
            assertInstanceOf(Open.class, bob.at(child));
        }

        @Test
        void moreThanTheAgreedAmountIsRefused() {
            ChannelId id = id(waiting());
            refused(locks(450, 350, new SubAllocation(id, sum(200), List.of())), ALTERED);
            refused(locks(550, 300, new SubAllocation(id, sum(150), List.of())), ALTERED);
            refused(locks(500, 350, new SubAllocation(id, sum(150), List.of(1, 0))), ALTERED);
            refused(locks(500, 350, new SubAllocation(id, sum(149), List.of())), "the update changes the total");
            assertInstanceOf(Locking.class, bob.at(child));
        }

        @Test
        void aChannelOfSomebodyElseIsRefused() {
            waiting();
            ChannelId foreign = new ChannelId(Grove.share(77));
            refused(locks(500, 350, new SubAllocation(foreign, sum(150), List.of())), ALTERED);
        }

        @Test
        void lockingTwiceIsRefused() {
            grove.opened(KEY, 1, 100, 50);
            ChannelId id = bob.current(child).id();
            refused(locks(400, 300, new SubAllocation(id, sum(150), List.of())), ALTERED);
        }

        @Test
        void aChannelThatIsNotFullySignedIsNotFunded() {
            alice.take(KEY, new Input.OpenSub(grove.base(1, 100, 50)));
            while (!(bob.tree.members().containsKey(child) && bob.at(child) instanceof InitSigning)) {
                grove.step();
            }
            ChannelId id = bob.at(child).channelId().orElseThrow();
            refused(locks(500, 350, new SubAllocation(id, sum(150), List.of())), ALTERED);
        }

        @Test
        @Tag("threat-6")
        void aLockThatThePeerDidNotSignIsRefused() {
            ChannelId id = id(waiting());
            State to = locks(500, 350, new SubAllocation(id, sum(150), List.of()));
            bob.take(KEY, new Input.FromPeer(new UpdateMessage.Update(to, 0, bob.side.sign(to))));
            assertInstanceOf(UpdateMessage.Reject.class, alice.inbox.getLast());
            assertInstanceOf(Locking.class, bob.at(child));
        }

        @Test
        void finalAtTheSameTimeIsRefused() {
            ChannelId id = id(waiting());
            State to = locks(500, 350, new SubAllocation(id, sum(150), List.of()));
            State last = new State(to.id(), to.version(), to.allocation(), true, to.app(), to.data());
            refused(last, ALTERED);
        }
    }

    @Nested
    class GivingBack {
        private State back(long mine, long theirs) {
            State from = bob.current(KEY);
            Allocation to = new Allocation(
                    from.allocation().assets(), scene.allocation(mine, theirs).balances(), List.of());
            return follows(from, to);
        }

        /** Both have signed the end of the child, with 75 and 75; Alice's settlement is lost. */
        private void ended() {
            grove.opened(KEY, 1, 100, 50);
            grove.order(alice, child, new Input.Pay(payment(1, 25)));
            alice.take(child, new Input.Close());
            while (!(bob.at(child) instanceof Returning)) {
                grove.step();
            }
            alice.inbox.clear();
        }

        @Test
        void theLastBalancesAreTakenWithoutAQuestion() {
            ended();
            State to = back(575, 425);
            bob.take(KEY, new Input.FromPeer(alice.side.update(to)));
            assertEquals(bob.side.accept(to), alice.inbox.getLast());
            assertInstanceOf(Withdrawn.class, bob.at(child));
        }

        @Test
        void otherBalancesAreRefused() {
            ended();
            refused(back(600, 400), ALTERED);
            refused(back(650, 350), ALTERED);
            refused(back(576, 424), ALTERED);
            assertInstanceOf(Returning.class, bob.at(child));
        }

        @Test
        void aSettlementThatWasRefusedIsTriedAgainLater() {
            grove.opened(KEY, 1, 100, 50);
            grove.order(alice, child, new Input.Pay(payment(1, 25)));
            alice.take(child, new Input.Close());
            while (!(alice.at(child) instanceof Returning)) {
                grove.step();
            }
            bob.inbox.clear();
            Updating asked = assertInstanceOf(Updating.class, alice.at(KEY));
            State settled = asked.staged().state();
            TreeStep told = alice.take(
                    KEY, new Input.FromPeer(new UpdateMessage.Reject(settled.id(), settled.version(), "not now")));
            Effect later =
                    new Effect.Schedule(Timer.TURN, asked.live().refused().patience());
            assertEquals(List.of(new TreeStep.Deed(KEY, later)), told.effects());
            assertInstanceOf(Returning.class, alice.at(child));
            grove.run();
            grove.agreed(KEY, 575, 425);
            assertInstanceOf(Withdrawn.class, alice.at(child));
        }

        @Test
        void beforeTheEndOfTheChildItIsRefused() {
            grove.opened(KEY, 1, 100, 50);
            refused(back(600, 400), ALTERED);
            assertInstanceOf(Open.class, bob.at(child));
        }

        @Test
        void anOldVersionOfTheSameIsRefused() {
            grove.opened(KEY, 1, 100, 50);
            grove.order(alice, child, new Input.Close());
            State settled = bob.current(KEY);
            refused(
                    locks(
                            500,
                            350,
                            new SubAllocation(alice.at(child).channelId().orElseThrow(), sum(150), List.of())),
                    ALTERED);
            assertEquals(settled, bob.current(KEY));
        }

        @Test
        void anEntryMayNotBeAlteredByTheWay() {
            grove.opened(KEY, 1, 100, 50);
            State from = bob.current(KEY);
            SubAllocation entry = from.allocation().locked().getFirst();
            for (SubAllocation other : List.of(
                    new SubAllocation(entry.id(), sum(150), List.of(0, 1)),
                    new SubAllocation(new ChannelId(Grove.share(78)), sum(150), List.of()))) {
                Allocation to = new Allocation(
                        from.allocation().assets(), from.allocation().balances(), List.of(other));
                refused(follows(from, to), ALTERED);
            }
        }
    }

    @Nested
    class Failing {
        /** Alice's lock is out; it has not reached Bob. */
        private Updating asked() {
            waiting();
            return assertInstanceOf(Updating.class, alice.at(KEY));
        }

        @Test
        void aDeclinedLockIsWaitedOutBeforeTheChildEnds() {
            Updating asked = asked();
            State lock = asked.staged().state();
            TreeStep told = alice.take(
                    KEY, new Input.FromPeer(new UpdateMessage.Reject(lock.id(), lock.version(), "not today")));
            Locking givenUp = assertInstanceOf(Locking.class, alice.at(child));
            assertEquals(Locking.Standing.GIVEN_UP, givenUp.standing());
            assertEquals(2, told.commits().size());
            alice.take(KEY, new Input.TimedOut(Timer.TURN));
            State neutral = scene.neutral(scene.initial());
            alice.take(KEY, new Input.FromPeer(bob.side.accept(neutral)));
            // the lock has the same version: a judge could still be shown either of the two
            assertInstanceOf(Locking.class, alice.at(child));
            alice.take(KEY, new Input.FromPeer(bob.side.accept(scene.neutral(neutral))));
            assertEquals(
                    "the other side did not lock the money for it",
                    assertInstanceOf(Ended.class, alice.at(child)).reason());
            assertEquals(List.of(), alice.live(KEY).authorised());
        }

        @Test
        @Tag("threat-3")
        void aLockThatThePeerSignsAfterAllOpensTheChild() {
            State lock = asked().staged().state();
            alice.take(KEY, new Input.FromPeer(new UpdateMessage.Reject(lock.id(), lock.version(), "not today")));
            alice.take(KEY, new Input.FromPeer(bob.side.accept(lock)));
            assertInstanceOf(Open.class, alice.at(child));
            assertEquals(lock, alice.current(KEY));
        }

        @Test
        void aBusyPeerIsAskedAgain() {
            State lock = asked().staged().state();
            alice.take(KEY, new Input.FromPeer(new UpdateMessage.Reject(lock.id(), lock.version(), Reasons.BUSY)));
            grove.run();
            grove.agreed(KEY, 500, 350);
            grove.agreed(child, 100, 50);
        }

        @Test
        void whoWaitsInVainForTheMoneyGivesUpAndTakesNoLockAfterwards() {
            State lock = asked().staged().state();
            bob.take(child, new Input.TimedOut(Timer.ANSWER));
            assertEquals(
                    "the other side did not lock the money for it in time",
                    assertInstanceOf(Ended.class, bob.at(child)).reason());
            refused(lock, ALTERED);
            grove.run();
            grove.agreed(KEY, 600, 400);
            assertInstanceOf(Ended.class, alice.at(child));
        }

        @Test
        void whoeverIsToPayTheLockDoesNotGiveUpWhileItIsOut() {
            asked();
            alice.take(child, new Input.TimedOut(Timer.ANSWER));
            assertInstanceOf(Locking.class, alice.at(child));
        }
    }

    @Test
    void paymentsInAChildDoNotWaitForItsParent() {
        grove.opened(KEY, 1, 100, 50);
        alice.take(KEY, new Input.Pay(payment(1, 5)));
        bob.inbox.clear();
        grove.order(alice, child, new Input.Pay(payment(2, 6)));
        grove.agreed(child, 94, 56);
        assertTrue(alice.at(KEY) instanceof Updating);
    }
}
