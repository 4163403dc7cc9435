package dev.zorya.ethereum.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.ethereum.EthereumEncoding;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerException.Reason;
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A virtual channel of Alice and Bob, locked in a channel of each with Ingrid, who stands for the other one there
 * (ONCHAIN.md 8, "Virtual channels"). Whatever happens in one parent, the money is got out through the other.
 */
class VirtualChannelTest extends ChainTest {
    private static final Duration DURATION = Duration.ofSeconds(60);

    private final Party ingrid = new Party("ingrid");
    /** What Bob's ledger says about the virtual channel. */
    private final Witness bobsVirtual = new Witness();

    private EthereumLedger alices;
    private EthereumLedger bobs;
    private EthereumLedger ingrids;
    private TestChannel first;
    private TestChannel second;
    private TestChannel virtual;
    private State firstState;
    private State secondState;
    private State old;
    private State newest;

    @BeforeEach
    void fund() throws Exception {
        anvil.control().setBalance(ingrid.text(), FORTUNE);
        alices = ledger(alice);
        bobs = ledger(bob);
        ingrids = ledger(ingrid);
        first = new TestChannel(List.of(alice, ingrid), List.of(ether()), single(100, 100));
        second = new TestChannel(List.of(ingrid, bob), List.of(ether()), single(100, 100));
        virtual = new TestChannel(List.of(alice, bob), List.of(ether()), single(30, 20)).asVirtual();
        firstState = first.state(1, single(70, 80), virtual.lock(List.of(0, 1)));
        secondState = second.state(1, single(70, 80), virtual.lock(List.of(0, 1)));
        old = virtual.state(1, single(30, 20));
        newest = virtual.state(5, single(10, 40));
        watch(alices, first, alice);
        watch(bobs, second, bob);
        bobs.watch(virtual.id, virtual.params, virtual.initial, bobsVirtual);
        alices.submit(first.deposit(0, 0));
        ingrids.submit(first.deposit(0, 1));
        ingrids.submit(second.deposit(0, 0));
        bobs.submit(second.deposit(0, 1));
        awaitHeld(alice, single(100, 100));
        awaitHeld(bob, single(100, 100));
    }

    private Intent.Register throughFirst(State of) {
        return new Intent.Register(first.signed(firstState), List.of(virtual.signed(of)));
    }

    private Intent.Register throughSecond(State of) {
        return new Intent.Register(second.signed(secondState), List.of(virtual.signed(of)));
    }

    private void pass() throws Exception {
        anvil.control().increaseTime(DURATION);
        anvil.control().mine(1);
    }

    /** Alice and Bob conclude their own channel with this state of the virtual one and take what is theirs. */
    private void concludeAndWithdraw(State of) {
        alices.submit(new Intent.Conclude(first.params, firstState, List.of(of)));
        alices.submit(first.withdraw(0, 0));
        bobs.submit(new Intent.Conclude(second.params, secondState, List.of(of)));
        bobs.submit(second.withdraw(0, 1));
    }

    private static void assertPaid(Party party, int part, long amount) {
        LedgerEvent.Withdrawn left = party.witness.await(LedgerEvent.Withdrawn.class, one -> one.participant() == part);
        assertEquals(BigInteger.valueOf(amount), left.amount());
    }

    private void assertNobodyStuck() {
        assertEquals(List.of(), alice.witness.all(LedgerEvent.Stuck.class));
        assertEquals(List.of(), bob.witness.all(LedgerEvent.Stuck.class));
        assertEquals(List.of(), bobsVirtual.all(LedgerEvent.Stuck.class));
    }

    /** Alice cheats in her own channel with Ingrid. Bob's is quiet, but what counts for the virtual one counts there, too. */
    @Test
    @Tag("threat-37")
    void anOldStateThatCameThroughTheOtherParentIsRefutedThroughOurs() throws Exception {
        alices.submit(throughFirst(old));
        LedgerEvent.Registered seen = bobsVirtual.await(LedgerEvent.Registered.class);
        assertEquals(1, seen.version());
        assertEquals(old, seen.state());
        assertTrue(!dispute(second).isRegistered(), "Bob's own channel is not before the judge");

        bobs.submit(throughSecond(newest));
        LedgerEvent.Registered after = bobsVirtual.await(LedgerEvent.Registered.class, event -> event.version() == 5);
        assertEquals(seen.timeout(), after.timeout(), "a refutation does not extend the time");
        assertEquals(1, dispute(second).version(), "and brings Bob's own channel along");
        pass();
        concludeAndWithdraw(newest);
        assertPaid(alice, 0, 70 + 10);
        assertPaid(bob, 1, 80 + 40);
        assertNobodyStuck();
    }

    /** Registered with the same state already, even concluded: it is passed over, and the other parent goes its way. */
    @Test
    @Tag("threat-37")
    void theOtherParentFollowsWithTheSameStateAtAnyTime() throws Exception {
        alices.submit(throughFirst(newest));
        bobsVirtual.await(LedgerEvent.Registered.class);
        alices.submit(new Intent.Conclude(first.params, firstState, List.of(newest)));
        pass();
        alice.witness.await(LedgerEvent.Concluded.class);
        assertEquals(Phases.CONCLUDED, dispute(virtual).phase());
        long timeout = dispute(virtual).timeout();

        bobs.submit(throughSecond(newest));
        awaitVersion(second, 1);
        assertEquals(timeout, dispute(virtual).timeout());
        assertEquals(Phases.CONCLUDED, dispute(virtual).phase(), "what is concluded stays so");
        pass();
        concludeAndWithdraw(newest);
        assertPaid(alice, 0, 80);
        assertPaid(bob, 1, 120);
        assertNobodyStuck();
    }

    /** After the timeout of the first registration nothing newer counts, in either parent; what is registered still does. */
    @Test
    @Tag("threat-37")
    void afterThatTimeoutOnlyWhatIsRegisteredCounts() throws Exception {
        alices.submit(throughFirst(old));
        bobsVirtual.await(LedgerEvent.Registered.class);
        pass();
        long before = sent(bob);
        bobs.submit(throughSecond(newest));
        bobs.submit(throughSecond(old));
        awaitVersion(second, 1);
        assertEquals(before + 1, sent(bob), "nothing is paid for what must fail");
        assertEquals(EthereumEncoding.stateHash(old), dispute(virtual).stateHash());
        pass();
        concludeAndWithdraw(old);
        assertPaid(alice, 0, 70 + 30);
        assertPaid(bob, 1, 80 + 20);
        assertNobodyStuck();
    }

    /** Ingrid is gone; the first parent is closed over the open virtual channel. Bob, and Ingrid's heirs, lose nothing by it. */
    @Test
    @Tag("threat-38")
    void aParentThatIsClosedLeavesTheMoneyToBeHadThroughTheOther() throws Exception {
        ingrids.close();
        alices.submit(throughFirst(newest));
        alices.submit(new Intent.Conclude(first.params, firstState, List.of(newest)));
        alices.submit(first.withdraw(0, 0));
        awaitVersion(virtual, 5);
        pass();
        assertPaid(alice, 0, 80);
        assertEquals(BigInteger.valueOf(80 + 40), held(first, ingrid));

        long before = sent(bob);
        bobs.submit(throughSecond(virtual.state(6, single(0, 50))));
        bobs.submit(throughSecond(newest));
        awaitVersion(second, 1);
        assertEquals(before + 1, sent(bob), "a newer one comes too late");
        bobs.submit(new Intent.Conclude(second.params, secondState, List.of(newest)));
        bobs.submit(second.withdraw(0, 1));
        pass();
        assertPaid(bob, 1, 120);
        assertEquals(BigInteger.valueOf(70 + 10), held(second, ingrid), "with the other parent 200, as she paid in");
        assertNobodyStuck();
    }

    /** Closing in agreement is not possible over a virtual channel: refused before anything is paid for it. */
    @Test
    @Tag("threat-38")
    void aParentIsNotClosedInAgreementWhileItLocksMoney() throws Exception {
        State last = new State(first.id, 2, firstState.allocation(), true, firstState.app(), firstState.data());
        alices.submit(new Intent.ConcludeFinal(first.params, first.signed(last).transaction()));
        LedgerEvent.Stuck stuck = alice.witness.await(LedgerEvent.Stuck.class);
        assertEquals(Reason.REVERTED, stuck.reason());
        assertTrue(stuck.sentence().contains("(has sub-channels)"), stuck.sentence());
        assertEquals(1, sent(alice), "the deposit");
        assertEquals(BigInteger.valueOf(100), held(first, alice));
    }

    /** Nobody is given a place that the parent does not have: such a state could never be concluded, so an older one counts. */
    @Test
    @Tag("threat-38")
    void anIndexMapBeyondTheParentIsNotRegistered() throws Exception {
        State beyond = first.state(2, single(70, 80), virtual.lock(List.of(0, 2)));
        alices.submit(new Intent.Register(first.signed(beyond), List.of(virtual.signed(newest))));
        LedgerEvent.Stuck stuck = alice.witness.await(LedgerEvent.Stuck.class);
        assertTrue(stuck.sentence().contains("(index map out of range)"), stuck.sentence());
        assertEquals(1, sent(alice));
        alices.submit(throughFirst(newest));
        awaitVersion(first, 1);
        awaitVersion(virtual, 5);
    }
}
