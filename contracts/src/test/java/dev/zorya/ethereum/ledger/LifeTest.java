package dev.zorya.ethereum.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.ethereum.AssetHolderCalls;
import dev.zorya.channel.ethereum.EthereumEncoding;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.port.OwnTransaction;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Channels from the deposit to the withdrawal, on a real chain with the real contracts. */
class LifeTest extends ChainTest {
    @Test
    void twoAssetsThroughALifeAddUpToTheWei() throws Exception {
        EthereumLedger alices = ledger(alice);
        EthereumLedger bobs = ledger(bob);
        Balances paidIn = new Balances(List.of(row(3_000, 5_000), row(70, 0)));
        TestChannel channel = new TestChannel(List.of(alice, bob), List.of(ether(), token()), paidIn);
        assertEquals(Optional.empty(), alices.refusal(channel.params, channel.initial));
        watch(alices, channel, alice);
        watch(bobs, channel, bob);
        alices.submit(channel.deposit(0, 0));
        alices.submit(channel.deposit(1, 0));
        bobs.submit(channel.deposit(0, 1));
        for (Party party : List.of(alice, bob)) {
            party.witness.await(
                    LedgerEvent.Holdings.class, held -> held.deposited().equals(paidIn));
        }

        Balances outcome = new Balances(List.of(row(1_000, 7_000), row(20, 50)));
        alices.submit(channel.conclude(9, outcome));
        bobs.submit(channel.conclude(9, outcome));
        for (Party party : List.of(alice, bob)) {
            assertEquals(9, party.witness.await(LedgerEvent.Concluded.class).version());
        }
        for (int asset = 0; asset < 2; asset++) {
            alices.submit(channel.withdraw(asset, 0));
            bobs.submit(channel.withdraw(asset, 1));
        }
        for (Party party : List.of(alice, bob)) {
            for (int asset = 0; asset < 2; asset++) {
                for (int part = 0; part < 2; part++) {
                    int a = asset;
                    int p = part;
                    LedgerEvent.Withdrawn left = party.witness.await(
                            LedgerEvent.Withdrawn.class, one -> one.assetIndex() == a && one.participant() == p);
                    assertEquals(outcome.of(asset, part), left.amount());
                }
            }
        }
        assertEquals(
                FORTUNE.add(BigInteger.valueOf(1_000 - 3_000)).subtract(fees(alice)),
                anvil.control().balance(alice.text()));
        assertEquals(
                FORTUNE.add(BigInteger.valueOf(7_000 - 5_000)).subtract(fees(bob)),
                anvil.control().balance(bob.text()));
        assertEquals(TOKENS.subtract(BigInteger.valueOf(50)), alices.balances().get(token()));
        assertEquals(TOKENS.add(BigInteger.valueOf(50)), bobs.balances().get(token()));
        assertTrue(alices.health().connected());
    }

    /** Alice is ready to send when Bob's transaction comes first: hers reverts, and that is no trouble. */
    @Test
    void theSecondToConcludeFindsItDone() throws Exception {
        EthereumLedger alices = ledger(alice);
        EthereumLedger bobs = ledger(bob);
        TestChannel channel = channel(40, 60);
        watch(alices, channel, alice);
        watch(bobs, channel, bob);
        alices.submit(channel.deposit(0, 0));
        bobs.submit(channel.deposit(0, 1));
        awaitHeld(alice, single(40, 60));
        awaitHeld(bob, single(40, 60));
        Balances outcome = single(100, 0);
        alice.store.afterSave(() -> {
            alice.store.afterSave(() -> {});
            bobs.submit(channel.conclude(3, outcome));
            bob.witness.await(LedgerEvent.Concluded.class);
        });
        alices.submit(channel.conclude(3, outcome));
        assertEquals(3, alice.witness.await(LedgerEvent.Concluded.class).version());
        Until.isTrue(
                "Alice's transaction failed",
                () -> isStored(alice, channel.conclude(3, outcome).key(), OwnTransaction.Status.FAILED));
        assertEquals(2, sent(alice));
        assertEquals(List.of(), alice.witness.all(LedgerEvent.Stuck.class));
        assertEquals(1, alice.witness.all(LedgerEvent.Mined.class).size(), "only the deposit counts as done by her");
    }

    @Test
    void whatIsUnderWayOrDoneIsNotSentAgain() throws Exception {
        EthereumLedger alices = ledger(alice);
        EthereumLedger bobs = ledger(bob);
        TestChannel channel = channel(40, 60);
        watch(alices, channel, alice);
        watch(bobs, channel, bob);
        alices.submit(channel.deposit(0, 0));
        bobs.submit(channel.deposit(0, 1));
        awaitHeld(alice, single(40, 60));
        anvil.control().setInstantMining(false);
        alices.submit(channel.conclude(3, single(50, 50)));
        Until.isTrue(
                "Alice's transaction is under way",
                () -> isStored(alice, channel.conclude(3, single(50, 50)).key(), OwnTransaction.Status.SENT));
        bobs.submit(channel.conclude(3, single(50, 50)));
        bobs.submit(channel.withdraw(0, 1));
        Thread.sleep(200);
        anvil.control().mine(1);
        bob.witness.await(LedgerEvent.Concluded.class);
        bob.witness.await(LedgerEvent.Withdrawn.class, left -> left.participant() == 1);
        alice.witness.await(LedgerEvent.Withdrawn.class, left -> left.participant() == 0);
        assertEquals(1, sent(bob), "a deposit: Alice's transaction did the rest");
        alices.submit(channel.conclude(3, single(50, 50)));
        Until.isTrue(
                "a finished intent is reported again",
                () -> alice.witness.all(LedgerEvent.Mined.class).size() == 3);
        assertEquals(2, sent(alice));
    }

    /** Ten blocks of somebody else's come between; the money is held once (onchain-live.json: others held 200 for 100). */
    @Test
    @Tag("threat-24")
    void aRecordThatIsLostDoesNotDepositTwice() throws Exception {
        TestChannel channel = channel(100, 1);
        EthereumLedger first = ledger(alice);
        watch(first, channel, alice);
        first.submit(channel.deposit(0, 0));
        awaitHeld(alice, single(100, 0));
        first.close();
        anvil.control().mine(120);
        Party forgetful = new Party("alice");
        EthereumLedger second = ledger(forgetful);
        watch(second, channel, forgetful);
        second.submit(channel.deposit(0, 0));
        awaitHeld(forgetful, single(100, 0));
        Thread.sleep(300);
        assertEquals(BigInteger.valueOf(100), held(channel, alice));
        assertEquals(1, sent(alice));
    }

    @Test
    @Tag("threat-22")
    void aPartThatIsThereIsOnlyCompleted() throws Exception {
        TestChannel channel = channel(100, 1);
        EthereumLedger alices = ledger(alice);
        alices.submit(new Intent.Deposit(channel.id, channel.params, 0, ether(), 0, BigInteger.valueOf(30)));
        Until.isTrue("a part is there", () -> held(channel, alice).signum() > 0);
        alices.close();
        Party again = new Party("alice");
        EthereumLedger second = ledger(again);
        watch(second, channel, again);
        second.submit(channel.deposit(0, 0));
        awaitHeld(again, single(100, 0));
        assertEquals(
                BigInteger.valueOf(70),
                stored(again, channel.deposit(0, 0).key()).value());
    }

    /** Whoever paid: what is held is held, and more would be lost. */
    @Test
    @Tag("threat-22")
    void aDepositBySomebodyElseCounts() throws Exception {
        TestChannel channel = channel(100, 1);
        Bytes id = EthereumEncoding.fundingId(channel.id, alice.address());
        Bytes holder = config().assets().getFirst().holder();
        String data = "0x" + AssetHolderCalls.deposit(id, BigInteger.valueOf(130));
        String rich = anvil.control().request("eth_accounts").get(0).asString();
        anvil.control()
                .request(
                        "eth_sendTransaction",
                        Map.of("from", rich, "to", "0x" + holder, "value", "0x82", "data", data));
        EthereumLedger alices = ledger(alice);
        watch(alices, channel, alice);
        alices.submit(channel.deposit(0, 0));
        awaitHeld(alice, single(130, 0));
        Thread.sleep(300);
        assertEquals(0, sent(alice));
        assertEquals(List.of(), alice.witness.all(LedgerEvent.Stuck.class));
    }

    @Test
    @Tag("threat-22")
    void nothingIsPaidIntoAClosedChannel() throws Exception {
        TestChannel channel = channel(100, 0);
        EthereumLedger alices = ledger(alice);
        watch(alices, channel, alice);
        alices.submit(channel.conclude(1, single(0, 0)));
        alice.witness.await(LedgerEvent.Concluded.class);
        alices.submit(channel.deposit(0, 0));
        LedgerEvent.Stuck stuck = alice.witness.await(LedgerEvent.Stuck.class);
        assertEquals(LedgerException.Reason.REVERTED, stuck.reason());
        assertTrue(stuck.sentence().startsWith("The channel is closed already"), stuck.sentence());
        assertEquals(1, sent(alice));
        assertEquals(BigInteger.ZERO, held(channel, alice));
    }
}
