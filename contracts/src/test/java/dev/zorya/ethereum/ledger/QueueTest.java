package dev.zorya.ethereum.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerException.Reason;
import dev.zorya.channel.port.OwnTransaction;
import dev.zorya.channel.port.OwnTransaction.Status;
import dev.zorya.channel.value.Balances;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Numbers, fees and refusals of own transactions (DESIGN.md 5; STACK.md 4.6). */
class QueueTest extends ChainTest {
    private LyingNode node;
    private EthereumConfig config;

    @BeforeEach
    void openNode() throws Exception {
        node = closing(LyingNode.before(anvil.http()));
        config = deployment.practice(node.http(), null).withPoll(Duration.ofMillis(30));
    }

    @Test
    void theNumberOfARefusedTransactionIsUsedAgain() throws Exception {
        EthereumLedger alices = ledger(alice, config);
        TestChannel channel = channel(10, 0);
        watch(alices, channel, alice);
        node.refuse("eth_sendRawTransaction", "intrinsic gas too low");
        alices.submit(channel.deposit(0, 0));
        LedgerEvent.Stuck stuck = alice.witness.await(LedgerEvent.Stuck.class);
        assertTrue(stuck.sentence().contains("intrinsic gas too low"), stuck.sentence());
        Until.isTrue("given up", () -> isStored(alice, channel.deposit(0, 0).key(), Status.FAILED));
        node.beHonest("eth_sendRawTransaction");
        awaitHeld(alice, single(10, 0));
        assertEquals(0, stored(alice, channel.deposit(0, 0).key()).nonce());
        assertEquals(1, sent(alice));
        assertEquals(1, alice.witness.all(LedgerEvent.Stuck.class).size(), "said once, not with each try");
    }

    /** Bob's transaction comes between Alice's look at the chain and the trial of hers: he did her work, which is no trouble. */
    @Test
    void whatAnotherDidMeanwhileIsNoTrouble() throws Exception {
        EthereumLedger alices = ledger(alice, config);
        EthereumLedger bobs = ledger(bob);
        TestChannel channel = channel(40, 60);
        watch(alices, channel, alice);
        watch(bobs, channel, bob);
        alices.submit(channel.deposit(0, 0));
        bobs.submit(channel.deposit(0, 1));
        awaitHeld(alice, single(40, 60));
        awaitHeld(bob, single(40, 60));
        node.beforeNext("eth_estimateGas", () -> {
            bobs.submit(channel.conclude(3, single(100, 0)));
            bob.witness.await(LedgerEvent.Concluded.class);
        });
        alices.submit(channel.conclude(3, single(100, 0)));
        assertEquals(3, alice.witness.await(LedgerEvent.Concluded.class).version());
        assertEquals(1, sent(alice), "a deposit");
        assertEquals(List.of(), alice.witness.all(LedgerEvent.Stuck.class));
    }

    /** The transaction arrives, its answer does not: the node then knows it already, and that is as good as taken. */
    @Test
    void aTransactionThatTheNodeKnowsIsSent() throws Exception {
        anvil.control().setInstantMining(false);
        EthereumLedger alices = ledger(alice, config);
        TestChannel channel = channel(10, 0);
        watch(alices, channel, alice);
        node.refuse("eth_sendRawTransaction", "already known");
        alices.submit(channel.deposit(0, 0));
        Until.isTrue("sent", () -> isStored(alice, channel.deposit(0, 0).key(), Status.SENT));
        assertEquals(List.of(), alice.witness.all(LedgerEvent.Stuck.class));
    }

    @Test
    void aGapBeforeAWaitingTransactionIsFilled() throws Exception {
        anvil.control().setInstantMining(false);
        EthereumLedger alices = ledger(alice, config);
        TestChannel first = channel(10, 0);
        TestChannel second = channel(20, 0);
        alices.submit(first.deposit(0, 0));
        Until.isTrue("sent", () -> isStored(alice, first.deposit(0, 0).key(), Status.SENT));
        alices.submit(second.deposit(0, 0));
        Until.isTrue("sent", () -> isStored(alice, second.deposit(0, 0).key(), Status.SENT));
        alices.close();
        OwnTransaction lost = stored(alice, first.deposit(0, 0).key());
        assertEquals(0, lost.nonce());
        assertEquals(1, stored(alice, second.deposit(0, 0).key()).nonce());
        anvil.control().request("anvil_dropTransaction", "0x" + lost.hashes().getLast());
        alice.store.save(Changes.failed(lost, "dropped", lost.updated()));

        EthereumLedger again = ledger(alice, config);
        watch(again, second, alice);
        Until.isTrue("filled", () -> isStored(alice, "gap/0", Status.SENT));
        anvil.control().mine(1);
        awaitHeld(alice, single(20, 0));
        Until.isTrue("over", () -> alice.store.unfinished("1:31337").isEmpty());
        assertEquals(BigInteger.ZERO, held(first, alice));
        assertEquals(2, sent(alice));
    }

    /** Another program with the same key took the number: the intent is looked at anew and sent with the next one. */
    @Test
    @Tag("threat-25")
    void aNumberTakenBySomebodyElseIsNotTheEnd() throws Exception {
        anvil.control().setInstantMining(false);
        EthereumLedger alices = ledger(alice, config);
        TestChannel channel = channel(10, 0);
        watch(alices, channel, alice);
        alices.submit(channel.deposit(0, 0));
        Until.isTrue("sent", () -> isStored(alice, channel.deposit(0, 0).key(), Status.SENT));
        anvil.control()
                .request(
                        "anvil_dropTransaction",
                        "0x"
                                + stored(alice, channel.deposit(0, 0).key())
                                        .hashes()
                                        .getLast());
        anvil.control().request("anvil_setNonce", alice.text(), "0x1");
        anvil.control().setInstantMining(true);
        awaitHeld(alice, single(10, 0));
        assertEquals(1, stored(alice, channel.deposit(0, 0).key()).nonce());
    }

    @Test
    @Tag("threat-25")
    void aWaitingTransactionIsReplacedByADearerOne() throws Exception {
        anvil.control().setInstantMining(false);
        EthereumLedger alices = ledger(alice, config.withFees(gwei(500), 2));
        TestChannel channel = channel(10, 0);
        String key = channel.deposit(0, 0).key();
        watch(alices, channel, alice);
        alices.submit(channel.deposit(0, 0));
        Until.isTrue("sent", () -> isStored(alice, key, Status.SENT));
        OwnTransaction cheap = stored(alice, key);
        for (int block = 0; block < 4 && stored(alice, key).hashes().size() == 1; block++) {
            anvil.control()
                    .request("anvil_setNextBlockBaseFeePerGas", "0x" + gwei(100).toString(16));
            anvil.control().mine(1);
            long head = anvil.control().blockNumber();
            Until.isTrue("head seen", () -> alices.health().head() == head);
        }
        Until.isTrue("replaced", () -> stored(alice, key).hashes().size() == 2);
        OwnTransaction dear = stored(alice, key);
        assertEquals(cheap.nonce(), dear.nonce());
        assertEquals(cheap.hashes().getFirst(), dear.hashes().getFirst());
        assertTrue(dear.maxFee().compareTo(gwei(100)) > 0, "enough for today's fee");
        anvil.control().mine(1);
        LedgerEvent.Mined mined = alice.witness.await(LedgerEvent.Mined.class);
        assertEquals(dear.hashes().getLast(), mined.transaction());
        awaitHeld(alice, single(10, 0));
        assertEquals(List.of(mined.transaction()), stored(alice, key).hashes());
    }

    @Test
    void feesAboveTheLimitAreWaitedOut() throws Exception {
        EthereumLedger alices = ledger(alice, config.withFees(gwei(50), 3));
        TestChannel channel = channel(10, 0);
        watch(alices, channel, alice);
        anvil.control()
                .request("anvil_setNextBlockBaseFeePerGas", "0x" + gwei(100).toString(16));
        anvil.control().mine(1);
        Until.isTrue("head seen", () -> alices.health().head() == anvilBlock());
        alices.submit(channel.deposit(0, 0));
        LedgerEvent.Stuck stuck = alice.witness.await(LedgerEvent.Stuck.class);
        assertEquals(Reason.FEES_ABOVE_LIMIT, stuck.reason());
        assertEquals(
                "The chain asks 100 gwei for gas, more than your limit of 50 gwei. Nothing was sent. "
                        + "The wallet waits; raise the limit if it is urgent.",
                stuck.sentence());
        anvil.control().request("anvil_setNextBlockBaseFeePerGas", "0x" + gwei(2).toString(16));
        anvil.control().mine(1);
        awaitHeld(alice, single(10, 0));
        assertTrue(stored(alice, channel.deposit(0, 0).key()).maxFee().compareTo(gwei(50)) <= 0);
    }

    @Test
    void aPoorAccountIsToldAndGoesOnWhenItHasMoney() throws Exception {
        anvil.control().setBalance(alice.text(), new BigInteger("1500000000000000000"));
        EthereumLedger alices = ledger(alice, config);
        TestChannel channel = new TestChannel(
                List.of(alice, bob),
                List.of(ether()),
                new Balances(List.of(List.of(Party.ETHER.multiply(BigInteger.TWO), BigInteger.ZERO))));
        watch(alices, channel, alice);
        alices.submit(channel.deposit(0, 0));
        LedgerEvent.Stuck stuck = alice.witness.await(LedgerEvent.Stuck.class);
        assertEquals(Reason.NOT_ENOUGH_FUNDS, stuck.reason());
        assertEquals(
                "This needs 2 ETH and the account has 1.5 ETH. Nothing was sent. "
                        + "Add money to the account; the wallet then goes on by itself.",
                stuck.sentence());
        anvil.control().setBalance(alice.text(), FORTUNE);
        alice.witness.await(
                LedgerEvent.Holdings.class,
                held -> held.deposited().of(0, 0).equals(Party.ETHER.multiply(BigInteger.TWO)));
        assertEquals(1, sent(alice));
    }

    /** Enough for the deposit, not for its gas. */
    @Test
    void gasIsPartOfWhatIsNeeded() throws Exception {
        anvil.control().setBalance(alice.text(), BigInteger.valueOf(1_000));
        EthereumLedger alices = ledger(alice, config);
        TestChannel channel = channel(1_000, 0);
        watch(alices, channel, alice);
        alices.submit(channel.deposit(0, 0));
        assertEquals(
                Reason.NOT_ENOUGH_FUNDS,
                alice.witness.await(LedgerEvent.Stuck.class).reason());
        assertEquals(BigInteger.valueOf(1_000), anvil.control().balance(alice.text()));
    }

    @Test
    void tooFewTokensAreSeenBeforeTheHolderMayTakeThem() throws Exception {
        EthereumLedger alices = ledger(alice, config);
        TestChannel channel = new TestChannel(List.of(alice, bob), List.of(token()), single(TOKENS.longValue() + 1, 0));
        watch(alices, channel, alice);
        alices.submit(channel.deposit(0, 0));
        LedgerEvent.Stuck stuck = alice.witness.await(LedgerEvent.Stuck.class);
        assertEquals(Reason.NOT_ENOUGH_FUNDS, stuck.reason());
        assertTrue(
                stuck.sentence()
                        .startsWith("This needs 0.000000000001000001 PRACTICE and the account has 0.000000000001"),
                stuck.sentence());
        assertEquals(0, sent(alice));
    }

    /** An allowance is shared: the second deposit must not use up that of the first. */
    @Test
    void tokenDepositsOfTwoChannelsDoNotDisturbEachOther() throws Exception {
        EthereumLedger alices = ledger(alice, config);
        TestChannel first = new TestChannel(List.of(alice, bob), List.of(token()), single(300, 0));
        TestChannel second = new TestChannel(List.of(alice, bob), List.of(token()), single(500, 0));
        Party other = new Party("alice");
        watch(alices, first, alice);
        watch(alices, second, other);
        alices.submit(first.deposit(0, 0));
        alices.submit(second.deposit(0, 0));
        awaitHeld(alice, single(300, 0));
        awaitHeld(other, single(500, 0));
        assertEquals(4, sent(alice));
        assertEquals(TOKENS.subtract(BigInteger.valueOf(800)), alices.balances().get(token()));
    }

    @Test
    @Tag("threat-43")
    void aFullDiskStopsTheSendingAndNothingElse() throws Exception {
        EthereumLedger alices = ledger(alice, config);
        TestChannel channel = channel(10, 0);
        watch(alices, channel, alice);
        alice.store.setFull(true);
        alices.submit(channel.deposit(0, 0));
        assertEquals(Reason.STORE, alice.witness.await(LedgerEvent.Stuck.class).reason());
        awaitHeld(alice, single(0, 0));
        assertEquals(0, node.asked("eth_sendRawTransaction"));
        alice.store.setFull(false);
        awaitHeld(alice, single(10, 0));
        assertEquals(1, sent(alice));
    }

    @Test
    void whatTheContractRefusesIsSaidInItsWords() throws Exception {
        EthereumLedger alices = ledger(alice, config);
        TestChannel channel = channel(10, 0);
        watch(alices, channel, alice);
        var last = channel.last(4, single(10, 0));
        var forged = last.with(1, last.ordered().getFirst());
        alices.submit(new Intent.ConcludeFinal(channel.params, forged));
        LedgerEvent.Stuck stuck = alice.witness.await(LedgerEvent.Stuck.class);
        assertEquals(Reason.REVERTED, stuck.reason());
        assertTrue(stuck.sentence().contains("(invalid signature)"), stuck.sentence());
        assertEquals(0, sent(alice), "nothing is paid for what must fail");
    }

    private long anvilBlock() throws Exception {
        return anvil.control().blockNumber();
    }

    private static BigInteger gwei(long amount) {
        return BigInteger.valueOf(amount).multiply(BigInteger.TEN.pow(9));
    }
}
