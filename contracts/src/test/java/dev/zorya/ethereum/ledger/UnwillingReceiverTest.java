package dev.zorya.ethereum.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerException.Reason;
import dev.zorya.channel.port.OwnTransaction.Status;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/**
 * A participant's account can have code (EIP-7702), and with it refuse money or take more gas than the holder gives. That is
 * no trouble for the others, and the share waits for its owner.
 */
class UnwillingReceiverTest extends FundedTest {
    /** Writes three new words: 66,000 gas, more than the holder gives when all are paid at once. */
    static final String WANTS_MUCH = "0x600160005560016001556001600255" + "00";

    private static final String REFUSES = "0x60006000fd";
    private static final String BURNS = "0x5b600056";

    private void plain(Party party) throws Exception {
        anvil.control().request("anvil_setCode", party.text(), "0x");
    }

    private void close() throws Exception {
        alices.submit(channel.conclude(3, single(55, 45)));
        assertEquals(3, bob.witness.await(LedgerEvent.Concluded.class).version());
    }

    @Test
    void whoNeedsMoreGasTakesTheShareAlone() throws Exception {
        delegate(bob, WANTS_MUCH);
        close();
        bob.witness.await(LedgerEvent.Withdrawn.class, left -> left.participant() == 0);
        assertEquals(BigInteger.valueOf(45), held(channel, bob));
        bobs.submit(channel.withdraw(0, 1));
        alices.submit(channel.withdraw(0, 0));
        LedgerEvent.Withdrawn left = alice.witness.await(LedgerEvent.Withdrawn.class, one -> one.participant() == 1);
        assertEquals(BigInteger.valueOf(45), left.amount());
        assertEquals(stored(bob, channel.withdraw(0, 1).key()).hashes().getLast(), left.transaction());
        assertEquals(2, sent(alice));
        assertEquals(2, sent(bob));
    }

    @Test
    void whoRefusesIsToldAndNobodyElseWaits() throws Exception {
        delegate(bob, REFUSES);
        close();
        alice.witness.await(LedgerEvent.Withdrawn.class, left -> left.participant() == 0);
        bobs.submit(channel.withdraw(0, 1));
        assertEquals(Reason.REVERTED, bob.witness.await(LedgerEvent.Stuck.class).reason());
        assertEquals(1, sent(bob), "nothing is paid for what must fail");
        plain(bob);
        anvil.control().mine(1);
        bob.witness.await(LedgerEvent.Withdrawn.class, left -> left.participant() == 1);
        assertEquals(BigInteger.ZERO, held(channel, bob));
    }

    /** After the simulation the first receiver begins to burn what it gets: the limit leaves enough for the second. */
    @Test
    void gasThatAReceiverBurnsInTheBlockIsThere() throws Exception {
        anvil.control().setInstantMining(false);
        alices.submit(channel.conclude(3, single(55, 45)));
        awaitPending(1);
        delegate(alice, BURNS);
        anvil.control().mine(1);
        bob.witness.await(LedgerEvent.Withdrawn.class, left -> left.participant() == 1);
        String key = channel.conclude(3, single(55, 45)).key();
        Until.isTrue("final", () -> isStored(alice, key, Status.FINAL));
        assertTrue(stored(alice, key).gasUsed() > 140_000, "it did burn");
        assertEquals(BigInteger.valueOf(55), held(channel, alice));
        anvil.control().setInstantMining(true);
        plain(alice);
        alices.submit(channel.withdraw(0, 0));
        alice.witness.await(LedgerEvent.Withdrawn.class, left -> left.participant() == 0);
        assertEquals(BigInteger.ZERO, held(channel, alice));
    }
}
