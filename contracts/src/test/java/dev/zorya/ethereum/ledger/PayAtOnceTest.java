package dev.zorya.ethereum.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.ethereum.AdjudicatorCalls;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.OwnTransaction;
import dev.zorya.channel.port.OwnTransaction.Status;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On our contracts, whoever closes a channel that nobody disputes pays everybody in the same transaction. */
class PayAtOnceTest extends FundedTest {
    /** docs/GAS.md: 2 deposits and the closing; other addresses and keys move it by some hundreds. */
    private static final long WHOLE_LIFE = 187_503;

    private static final Balances OUTCOME = single(55, 45);

    @BeforeEach
    void awaitFinality() throws Exception {
        settle(alice);
        settle(bob);
    }

    private static void settle(Party party) throws Exception {
        Until.isTrue("final", () -> party.store.unfinished("1:31337").isEmpty());
    }

    private static LedgerEvent.Withdrawn paid(Party told, int part) {
        return told.witness.await(LedgerEvent.Withdrawn.class, left -> left.participant() == part);
    }

    private OwnTransaction closing(Party by) {
        return stored(by, channel.conclude(3, OUTCOME).key());
    }

    private void assertPaidBy(OwnTransaction transaction) {
        for (Party party : List.of(alice, bob)) {
            for (int part = 0; part < 2; part++) {
                LedgerEvent.Withdrawn left = paid(party, part);
                assertEquals(OUTCOME.of(0, part), left.amount());
                assertEquals(transaction.hashes().getLast(), left.transaction());
            }
            assertEquals(2, party.witness.all(LedgerEvent.Withdrawn.class).size());
            assertEquals(List.of(), party.witness.all(LedgerEvent.Stuck.class));
        }
    }

    @Test
    void oneTransactionEndsTheChannelAndPaysBoth() throws Exception {
        Intent.ConcludeFinal conclude = channel.conclude(3, OUTCOME);
        alices.submit(conclude);
        paid(bob, 1);
        alices.submit(channel.withdraw(0, 0));
        bobs.submit(conclude);
        bobs.submit(channel.withdraw(0, 1));
        alice.witness.await(LedgerEvent.Mined.class, mined -> mined.intentKey().equals(conclude.key()));
        assertPaidBy(closing(alice));
        assertEquals(
                AdjudicatorCalls.concludeFinalAndPay(channel.params, channel.last(3, OUTCOME)),
                closing(alice).data());
        Thread.sleep(300);
        assertEquals(2, sent(alice), "deposit and closing");
        assertEquals(1, sent(bob), "the deposit");
        assertEquals(List.of("deposit/" + channel.id + "/0"), keys(bob));
        long gas = alice.store.rows().stream()
                        .mapToLong(OwnTransaction::gasUsed)
                        .sum()
                + bob.store.rows().stream().mapToLong(OwnTransaction::gasUsed).sum();
        System.out.println("a whole life in three transactions: " + gas + " gas, of which the closing used "
                + closing(alice).gasUsed() + " with a limit of "
                + closing(alice).gasLimit());
        assertTrue(Math.abs(gas - WHOLE_LIFE) < 500, "gas: " + gas);
        assertEquals(
                FORTUNE.add(BigInteger.valueOf(55 - 40)).subtract(fees(alice)),
                anvil.control().balance(alice.text()));
        assertEquals(
                FORTUNE.add(BigInteger.valueOf(45 - 60)).subtract(fees(bob)),
                anvil.control().balance(bob.text()));
    }

    /** Also a token, and for no more than was said before. */
    @Test
    void aTokenIsPaidOutToBothAsWell() throws Exception {
        TestChannel other = new TestChannel(List.of(alice, bob), List.of(token()), single(300, 200));
        watch(alices, other, alice);
        alices.submit(other.deposit(0, 0));
        bobs.submit(other.deposit(0, 1));
        awaitHeld(alice, single(300, 200));
        Intent.ConcludeFinal conclude = other.conclude(2, single(100, 400));
        alices.submit(conclude);
        LedgerEvent.Mined mined = alice.witness.await(
                LedgerEvent.Mined.class, one -> one.intentKey().equals(conclude.key()));
        Costs costs = alices.costs(token());
        assertTrue(
                BigInteger.valueOf(mined.gasUsed()).multiply(costs.feePerGas()).compareTo(costs.closeTogether()) <= 0,
                "gas: " + mined.gasUsed());
        assertEquals(TOKENS.subtract(BigInteger.valueOf(200)), alices.balances().get(token()));
        assertEquals(TOKENS.add(BigInteger.valueOf(200)), bobs.balances().get(token()));
    }

    private static List<String> keys(Party party) {
        return party.store.rows().stream().map(OwnTransaction::intentKey).toList();
    }

    /** Both are sure that they are the first: one of them pays for nothing, and everybody has the money. */
    @Test
    void bothInTheSameBlock() throws Exception {
        anvil.control().setInstantMining(false);
        Intent.ConcludeFinal conclude = channel.conclude(3, OUTCOME);
        alice.store.afterSave(() -> {
            alice.store.afterSave(() -> {});
            bobs.submit(conclude);
            try {
                Until.isTrue("Bob sent", () -> isStored(bob, conclude.key(), Status.SENT));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        alices.submit(conclude);
        awaitPending(2);
        anvil.control().mine(1);
        Until.isTrue("both are over", () -> isOver(alice) && isOver(bob));
        Party winner = isStored(alice, conclude.key(), Status.FINAL) ? alice : bob;
        Party second = winner == alice ? bob : alice;
        assertTrue(isStored(second, conclude.key(), Status.FAILED));
        alices.submit(channel.withdraw(0, 0));
        bobs.submit(channel.withdraw(0, 1));
        assertPaidBy(closing(winner));
        Thread.sleep(300);
        assertEquals(2, sent(alice));
        assertEquals(2, sent(bob));
    }

    private boolean isOver(Party party) {
        String key = channel.conclude(3, OUTCOME).key();
        return isStored(party, key, Status.FINAL) || isStored(party, key, Status.FAILED);
    }

    /** Bob was away, and comes back to a channel that is over and a holder that keeps nothing. */
    @Test
    void whoWasNotThereIsToldWhatPaidHim() throws Exception {
        bobs.close();
        alices.submit(channel.conclude(3, OUTCOME));
        paid(alice, 0);
        anvil.control().mine(30);
        Party later = new Party("bob");
        EthereumLedger again = ledger(later);
        watch(again, channel, later);
        assertEquals(3, later.witness.await(LedgerEvent.Concluded.class).version());
        LedgerEvent.Withdrawn left = paid(later, 1);
        assertEquals(BigInteger.valueOf(45), left.amount());
        assertEquals(closing(alice).hashes().getLast(), left.transaction());
        again.submit(channel.conclude(3, OUTCOME));
        again.submit(channel.withdraw(0, 1));
        Thread.sleep(300);
        assertEquals(List.of(), keys(later));
        assertEquals(1, sent(bob));
    }

    /** A node that gives no events: the money counts, what moved it stays unknown. */
    @Test
    void withoutEventsThePayoutIsToldAllTheSame() throws Exception {
        bobs.close();
        alices.submit(channel.conclude(3, OUTCOME));
        paid(alice, 0);
        LyingNode silent = closing(LyingNode.before(anvil.http()));
        silent.refuse("eth_getLogs", "not here");
        Party later = new Party("bob");
        EthereumLedger again = through(silent, later);
        watch(again, channel, later);
        LedgerEvent.Withdrawn left = paid(later, 1);
        assertEquals(BigInteger.ZERO, left.amount());
        assertEquals(Bytes.EMPTY, left.transaction());
    }

    /** Of a channel that was paid out at once the judge keeps no state: it is over all the same. */
    @Test
    void nothingIsRegisteredForAChannelThatWasPaidOut() throws Exception {
        alices.submit(channel.conclude(3, OUTCOME));
        paid(bob, 1);
        for (long version : List.of(2L, 3L, 4L)) {
            bobs.submit(channel.register(version, OUTCOME));
        }
        State state = channel.state(2, OUTCOME);
        bobs.submit(new Intent.Conclude(channel.params, state, List.of()));
        Thread.sleep(300);
        assertEquals(1, sent(bob));
        assertEquals(List.of(), bob.witness.all(LedgerEvent.Stuck.class));
        assertEquals(List.of(), bob.witness.all(LedgerEvent.Registered.class));
    }

    /** Against somebody who disputes, nothing but the conclusion; then each takes its part. */
    @Test
    void aRegisteredChannelIsConcludedOnly() throws Exception {
        bobs.submit(channel.register(0, single(40, 60)));
        alice.witness.await(LedgerEvent.Registered.class);
        Intent.ConcludeFinal conclude = channel.conclude(3, OUTCOME);
        alices.submit(conclude);
        assertEquals(3, bob.witness.await(LedgerEvent.Concluded.class).version());
        assertEquals(
                AdjudicatorCalls.concludeFinal(channel.params, conclude.last()),
                closing(alice).data());
        alices.submit(channel.withdraw(0, 0));
        LedgerEvent.Withdrawn left = paid(bob, 0);
        assertEquals(BigInteger.valueOf(55), left.amount());
        assertEquals(stored(alice, channel.withdraw(0, 0).key()).hashes().getLast(), left.transaction());
        assertEquals(BigInteger.valueOf(45), held(channel, bob));
    }

    /** Too poor to pay everybody, rich enough to conclude. */
    @Test
    void whoCannotAffordToPayEverybodyConcludes() throws Exception {
        alices.submit(channel.conclude(3, OUTCOME));
        paid(alice, 0);
        OwnTransaction dear = closing(alice);
        TestChannel other = channel(0, 100);
        bobs.submit(other.deposit(0, 1));
        Until.isTrue("held", () -> held(other, bob).signum() > 0);
        BigInteger limit = dear.gasLimit().multiply(dear.maxFee());
        anvil.control()
                .setBalance(alice.text(), limit.multiply(BigInteger.valueOf(7)).divide(BigInteger.TEN));
        Intent.ConcludeFinal conclude = other.conclude(3, single(30, 70));
        watch(alices, other, alice);
        alices.submit(conclude);
        alice.witness.await(LedgerEvent.Mined.class, mined -> mined.intentKey().equals(conclude.key()));
        assertEquals(
                AdjudicatorCalls.concludeFinal(other.params, conclude.last()),
                stored(alice, conclude.key()).data());
        alices.submit(other.withdraw(0, 0));
        Until.isTrue("paid", () -> held(other, alice).signum() == 0);
        assertEquals(List.of(), alice.witness.all(LedgerEvent.Stuck.class));
    }
}
