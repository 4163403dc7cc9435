package dev.zorya.ethereum.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.OwnTransaction;
import dev.zorya.channel.port.OwnTransaction.Status;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The transaction that pays everybody is lost, repeated or taken back with its block: paid once, and told once. */
class PaymentTakenBackTest extends ChainTest {
    private EthereumLedger alices;
    private EthereumLedger bobs;
    private TestChannel channel;
    private Intent.ConcludeFinal conclude;

    @BeforeEach
    void fund() throws Exception {
        alices = ledger(alice, config().withFinalityDepth(3));
        bobs = ledger(bob, config().withFinalityDepth(3));
        channel = channel(40, 60);
        conclude = channel.conclude(3, single(55, 45));
        watch(alices, channel, alice);
        watch(bobs, channel, bob);
        alices.submit(channel.deposit(0, 0));
        bobs.submit(channel.deposit(0, 1));
        Until.isTrue("held", () -> sent(alice) == 1 && sent(bob) == 1);
        anvil.control().mine(3);
        awaitHeld(alice, single(40, 60));
        awaitHeld(bob, single(40, 60));
        for (Party party : List.of(alice, bob)) {
            Until.isTrue("final", () -> party.store.unfinished("1:31337").isEmpty());
        }
    }

    private void assertEverybodyPaidOnce() throws Exception {
        for (Party party : List.of(alice, bob)) {
            for (int part = 0; part < 2; part++) {
                int index = part;
                LedgerEvent.Withdrawn left =
                        party.witness.await(LedgerEvent.Withdrawn.class, one -> one.participant() == index);
                assertEquals(BigInteger.valueOf(part == 0 ? 55 : 45), left.amount());
            }
            assertEquals(1, party.witness.all(LedgerEvent.Concluded.class).size());
            assertEquals(2, party.witness.all(LedgerEvent.Withdrawn.class).size());
        }
        assertEquals(BigInteger.ZERO, held(channel, alice));
        assertEquals(BigInteger.ZERO, held(channel, bob));
    }

    /** Ours comes again by itself. Until it is final, nobody is told of a payout, and nobody's withdrawal is called done. */
    @Test
    @Tag("threat-29")
    void ourPaymentComesAgain() throws Exception {
        String before = anvil.control().snapshot();
        alices.submit(conclude);
        Until.isTrue("mined", () -> isStored(alice, conclude.key(), Status.MINED));
        bobs.submit(channel.withdraw(0, 1));
        Thread.sleep(200);
        assertEquals(List.of(), bob.witness.all(LedgerEvent.Withdrawn.class));
        anvil.control().setInstantMining(false);
        anvil.control().revert(before);
        anvil.control().mine(1);
        assertEquals(BigInteger.valueOf(60), held(channel, bob), "gone from the chain");
        awaitPending(1);
        anvil.control().mine(3);
        assertEverybodyPaidOnce();
        assertEquals(2, sent(alice));
        assertEquals(1, sent(bob));
    }

    /** Alice's payment is gone for good, and what comes in its place leaves Bob's share to him: his withdrawal still stands. */
    @Test
    @Tag("slow")
    @Tag("threat-29")
    void aWithdrawalIsNotOverWhileThePaymentCanBeTakenBack() throws Exception {
        String before = anvil.control().snapshot();
        alices.submit(conclude);
        Until.isTrue("mined", () -> isStored(alice, conclude.key(), Status.MINED));
        Intent.Withdraw withdraw = channel.withdraw(0, 1);
        bobs.submit(withdraw);
        Thread.sleep(300);
        alices.close();
        anvil.control().revert(before);
        delegate(bob, UnwillingReceiverTest.WANTS_MUCH);
        bobs.submit(conclude);
        Until.isTrue("withdrawn", () -> isStored(bob, withdraw.key(), Status.MINED));
        anvil.control().mine(3);
        LedgerEvent.Withdrawn left = bob.witness.await(LedgerEvent.Withdrawn.class, one -> one.participant() == 1);
        assertEquals(BigInteger.valueOf(45), left.amount());
        assertEquals(stored(bob, withdraw.key()).hashes().getLast(), left.transaction());
    }

    /** Bob paid everybody, his block is gone, and so is Bob: now it is up to us. */
    @Test
    @Tag("threat-29")
    void thePeersPaymentIsMadeUpFor() throws Exception {
        String before = anvil.control().snapshot();
        bobs.submit(conclude);
        Until.isTrue("mined", () -> isStored(bob, conclude.key(), Status.MINED));
        alices.submit(conclude);
        alices.submit(channel.withdraw(0, 0));
        Thread.sleep(300);
        assertEquals(1, sent(alice), "nothing to do while Bob's payment stands");
        bobs.close();
        anvil.control().setInstantMining(false);
        anvil.control().revert(before);
        anvil.control().mine(1);
        awaitPending(1);
        anvil.control().mine(3);
        LedgerEvent.Withdrawn left = alice.witness.await(LedgerEvent.Withdrawn.class, one -> one.participant() == 0);
        assertEquals(BigInteger.valueOf(55), left.amount());
        assertEquals(stored(alice, conclude.key()).hashes().getLast(), left.transaction());
        assertEquals(BigInteger.ZERO, held(channel, bob));
    }

    /** Signed and stored, then the program ends before the node has it: the same bytes go out after the restart. */
    @Test
    @Tag("threat-24")
    void aCrashBeforeSendingPaysOnce() throws Exception {
        alice.store.afterSave(() -> {
            throw new IllegalStateException("killed");
        });
        alices.submit(conclude);
        Until.isTrue("stored", () -> isStored(alice, conclude.key(), Status.PLANNED));
        alices.close();
        alice.store.afterSave(() -> {});
        OwnTransaction planned = stored(alice, conclude.key());
        restartAndFinish();
        assertEquals(planned.hashes(), stored(alice, conclude.key()).hashes());
        assertEverybodyPaidOnce();
        assertEquals(2, sent(alice));
    }

    /** The node has it, the record of that is lost: it is followed, and not sent a second time. */
    @Test
    @Tag("threat-24")
    void aCrashAfterSendingPaysOnce() throws Exception {
        anvil.control().setInstantMining(false);
        alices.submit(conclude);
        Until.isTrue("sent", () -> isStored(alice, conclude.key(), Status.SENT));
        alices.close();
        OwnTransaction planned = alice.store.saved().stream()
                .filter(row -> row.intentKey().equals(conclude.key()) && row.status() == Status.PLANNED)
                .findFirst()
                .orElseThrow();
        alice.store.save(planned);
        anvil.control().setInstantMining(true);
        anvil.control().mine(1);
        restartAndFinish();
        assertEverybodyPaidOnce();
        assertEquals(2, sent(alice));
        assertThrows(Exception.class, () -> anvil.control().request("eth_sendRawTransaction", "0x" + planned.raw()));
    }

    private void restartAndFinish() throws Exception {
        EthereumLedger again = ledger(alice, config().withFinalityDepth(3));
        watch(again, channel, alice);
        again.submit(conclude);
        again.submit(channel.withdraw(0, 0));
        Until.isTrue("paid", () -> held(channel, bob).signum() == 0);
        anvil.control().mine(3);
        Until.isTrue("final", () -> isStored(alice, conclude.key(), Status.FINAL));
    }
}
