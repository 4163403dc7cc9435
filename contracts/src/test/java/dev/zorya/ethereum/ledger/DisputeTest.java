package dev.zorya.ethereum.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.crypto.AddressText;
import dev.zorya.channel.ethereum.EthereumEncoding;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.OwnTransaction;
import dev.zorya.channel.port.OwnTransaction.Status;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Registration, refutation, forced moves and conclusion on a real chain (ONCHAIN.md 5 and 8). */
class DisputeTest extends ChainTest {
    private static final int DISPUTE = 0;
    private static final int FORCED = 1;
    private static final int CONCLUDED = 2;

    /** Both deposits are final. */
    private void fund(TestChannel channel, EthereumLedger alices, EthereumLedger bobs) {
        watch(alices, channel, alice);
        watch(bobs, channel, bob);
        for (int asset = 0; asset < channel.initial.assets().size(); asset++) {
            alices.submit(channel.deposit(asset, 0));
            bobs.submit(channel.deposit(asset, 1));
        }
        for (Party party : List.of(alice, bob)) {
            awaitHeld(party, channel.initial.balances());
        }
    }

    private void pass(Duration time) throws Exception {
        anvil.control().increaseTime(time);
        anvil.control().mine(1);
    }

    /** Mallory is Bob: he registers the oldest state; Alice's newest wins, and both are paid by it. */
    @Test
    @Tag("threat-26")
    void anOldStateIsRefutedAndTheNewestIsPaidOut() throws Exception {
        EthereumLedger alices = ledger(alice);
        EthereumLedger bobs = ledger(bob);
        TestChannel channel = channel(40, 60);
        fund(channel, alices, bobs);
        bobs.submit(channel.register(0, single(40, 60)));
        LedgerEvent.Registered seen = alice.witness.await(LedgerEvent.Registered.class);
        assertEquals(0, seen.version());

        Intent.Register refutation = channel.register(100, single(75, 25));
        alices.submit(refutation);
        LedgerEvent.Registered after =
                alice.witness.await(LedgerEvent.Registered.class, event -> event.version() == 100);
        assertEquals(seen.timeout(), after.timeout(), "a refutation does not extend the time");
        State newest = channel.state(100, single(75, 25));
        assertEquals(EthereumEncoding.stateHash(newest), after.stateHash());

        alices.submit(new Intent.Conclude(channel.params, newest, List.of()));
        alices.submit(channel.withdraw(0, 0));
        bobs.submit(channel.withdraw(0, 1));
        Thread.sleep(500);
        assertEquals(DISPUTE, dispute(channel).phase(), "nobody concludes before the time");
        assertEquals(List.of(), alice.witness.all(LedgerEvent.Stuck.class), "waiting is no trouble");
        pass(Duration.ofSeconds(60));
        assertEquals(100, alice.witness.await(LedgerEvent.Concluded.class).version());
        for (int part = 0; part < 2; part++) {
            int p = part;
            LedgerEvent.Withdrawn paid =
                    alice.witness.await(LedgerEvent.Withdrawn.class, event -> event.participant() == p);
            assertEquals(single(75, 25).of(0, part), paid.amount());
        }
        Until.isTrue("over", () -> alice.store.unfinished("1:31337").isEmpty());
        assertEquals(4, sent(alice), "deposit, refutation, conclusion, withdrawal");
    }

    /** Root, child and grandchild; Bob registers an old grandchild, Alice refutes it through the tree. */
    @Test
    @Tag("threat-36")
    void threeLevelsAreRefutedConcludedAndPaid() throws Exception {
        EthereumLedger alices = ledger(alice);
        EthereumLedger bobs = ledger(bob);
        Balances paidIn = new Balances(List.of(row(100, 100), row(50, 50)));
        TestChannel root = new TestChannel(List.of(alice, bob), List.of(ether(), token()), paidIn);
        TestChannel child = inside(root, new Balances(List.of(row(30, 30), row(10, 10))));
        TestChannel grandchild = inside(root, new Balances(List.of(row(5, 5), row(2, 2))));
        fund(root, alices, bobs);
        State rootState = root.state(7, new Balances(List.of(row(70, 70), row(40, 40))), child.lock());
        State childState = child.state(4, new Balances(List.of(row(25, 25), row(8, 8))), grandchild.lock());
        State old = grandchild.state(1, new Balances(List.of(row(5, 5), row(2, 2))));
        State newest = grandchild.state(9, new Balances(List.of(row(10, 0), row(4, 0))));

        bobs.submit(
                new Intent.Register(root.signed(rootState), List.of(child.signed(childState), grandchild.signed(old))));
        awaitVersion(grandchild, 1);
        alices.submit(new Intent.Register(
                root.signed(rootState), List.of(child.signed(childState), grandchild.signed(newest))));
        awaitVersion(grandchild, 9);
        alices.submit(new Intent.Conclude(root.params, rootState, List.of(childState, newest)));
        alices.submit(root.withdraw(0, 0));
        alices.submit(root.withdraw(1, 0));
        pass(Duration.ofSeconds(60));
        assertEquals(7, alice.witness.await(LedgerEvent.Concluded.class).version());
        assertEquals(CONCLUDED, dispute(grandchild).phase());
        assertEquals(
                row(105, 95).getFirst(),
                alice.witness
                        .await(
                                LedgerEvent.Withdrawn.class,
                                event -> event.assetIndex() == 0 && event.participant() == 0)
                        .amount());
        assertEquals(
                row(52, 48).getFirst(),
                alice.witness
                        .await(
                                LedgerEvent.Withdrawn.class,
                                event -> event.assetIndex() == 1 && event.participant() == 0)
                        .amount());
        assertEquals(List.of(), alice.witness.all(LedgerEvent.Stuck.class));
    }

    /** ETH and a token in one channel, as one dispute: one registration, one refutation, one conclusion, and each asset paid. */
    @Test
    @Tag("threat-26")
    void twoAssetsAreOneDispute() throws Exception {
        EthereumLedger alices = ledger(alice);
        EthereumLedger bobs = ledger(bob);
        Balances paidIn = new Balances(List.of(row(100, 50), row(10, 70)));
        TestChannel channel = new TestChannel(List.of(alice, bob), List.of(ether(), token()), paidIn);
        fund(channel, alices, bobs);
        long before = sent(alice);
        bobs.submit(channel.register(0, paidIn));
        alice.witness.await(LedgerEvent.Registered.class);
        Balances outcome = new Balances(List.of(row(120, 30), row(80, 0)));
        State newest = channel.state(6, outcome);
        alices.submit(new Intent.Register(channel.signed(newest), List.of()));
        awaitVersion(channel, 6);
        alices.submit(new Intent.Conclude(channel.params, newest, List.of()));
        pass(Duration.ofSeconds(60));
        alice.witness.await(LedgerEvent.Concluded.class);
        for (int asset = 0; asset < 2; asset++) {
            alices.submit(channel.withdraw(asset, 0));
            bobs.submit(channel.withdraw(asset, 1));
        }
        assertPaid(channel, outcome);
        Until.isTrue("over", () -> alice.store.unfinished("1:31337").isEmpty());
        assertEquals(before + 4, sent(alice), "refutation, conclusion, two withdrawals");
        assertEquals(TOKENS.add(BigInteger.valueOf(70)), alices.balances().get(token()));
        assertEquals(TOKENS.subtract(BigInteger.valueOf(70)), bobs.balances().get(token()));
    }

    /** Alice's ledger tells of every payout, whoever's it is. */
    private void assertPaid(TestChannel channel, Balances outcome) {
        for (int asset = 0; asset < channel.initial.assets().size(); asset++) {
            for (int part = 0; part < 2; part++) {
                int a = asset;
                int p = part;
                LedgerEvent.Withdrawn left = alice.witness.await(
                        LedgerEvent.Withdrawn.class, one -> one.assetIndex() == a && one.participant() == p);
                assertEquals(outcome.of(asset, part), left.amount());
            }
        }
    }

    private static TestChannel inside(TestChannel root, Balances balances) {
        return new TestChannel(root.parties, root.initial.assets(), balances).asSub();
    }

    /** The move is handed over while the dispute still runs; it goes out when the time has come, and the next one at once. */
    @Test
    void anAppIsMovedOnTwiceAndConcluded() throws Exception {
        EthereumLedger alices = ledger(alice);
        EthereumLedger bobs = ledger(bob);
        App app = new App.Contract(config().apps().iterator().next());
        TestChannel channel = channel(40, 60).under(app);
        fund(channel, alices, bobs);
        State first = channel.state(3, single(50, 50));
        State second = channel.state(4, single(45, 55));
        State third = channel.state(5, single(40, 60));
        alices.submit(new Intent.Register(channel.signed(first), List.of()));
        alices.submit(new Intent.Progress(channel.id, channel.params, first, second, 0, channel.sign(0, second)));
        awaitVersion(channel, 3);
        Thread.sleep(300);
        assertEquals(DISPUTE, dispute(channel).phase());
        pass(Duration.ofSeconds(60));
        LedgerEvent.Registered moved = bob.witness.await(LedgerEvent.Registered.class, event -> event.version() == 4);
        assertEquals(LedgerEvent.Stage.FORCED_EXECUTION, moved.stage());
        alices.submit(new Intent.Progress(channel.id, channel.params, second, third, 0, channel.sign(0, third)));
        awaitVersion(channel, 5);
        assertEquals(FORCED, dispute(channel).phase());
        alices.submit(new Intent.Conclude(channel.params, third, List.of()));
        alices.submit(channel.withdraw(0, 0));
        bobs.submit(channel.withdraw(0, 1));
        Thread.sleep(300);
        assertEquals(FORCED, dispute(channel).phase(), "the other side may still answer");
        pass(Duration.ofSeconds(60));
        assertEquals(5, alice.witness.await(LedgerEvent.Concluded.class).version());
        assertPaid(channel, third.balances());
        assertEquals(List.of(), alice.witness.all(LedgerEvent.Stuck.class));
    }

    /** Without a move the participants of an app wait twice as long (ONCHAIN.md 8). */
    @Test
    void anAppChannelConcludesAfterTheTimeForMoves() throws Exception {
        EthereumLedger alices = ledger(alice);
        EthereumLedger bobs = ledger(bob);
        App app = new App.Contract(config().apps().iterator().next());
        TestChannel channel = channel(40, 60).under(app);
        fund(channel, alices, bobs);
        State state = channel.state(3, single(50, 50));
        alices.submit(new Intent.Register(channel.signed(state), List.of()));
        alices.submit(new Intent.Conclude(channel.params, state, List.of()));
        awaitVersion(channel, 3);
        pass(Duration.ofSeconds(61));
        Thread.sleep(500);
        assertEquals(DISPUTE, dispute(channel).phase());
        assertEquals(List.of(), alice.witness.all(LedgerEvent.Stuck.class));
        pass(Duration.ofSeconds(60));
        assertEquals(3, alice.witness.await(LedgerEvent.Concluded.class).version());
    }

    /** Nobody sends anything, so no block comes; the conclusion goes out when the time is over all the same. */
    @Test
    void onAnIdlePracticeChainTheTimePassesWithoutBlocks() throws Exception {
        EthereumLedger alices = ledger(alice);
        EthereumLedger bobs = ledger(bob);
        TestChannel channel = channel(40, 60).lasting(3);
        fund(channel, alices, bobs);
        State state = channel.state(1, single(50, 50));
        alices.submit(new Intent.Register(channel.signed(state), List.of()));
        LedgerEvent.Registered registered = alice.witness.await(LedgerEvent.Registered.class);
        long before = anvil.control().blockNumber();
        alices.submit(new Intent.Conclude(channel.params, state, List.of()));
        LedgerEvent.Concluded concluded = alice.witness.await(LedgerEvent.Concluded.class);
        assertTrue(!concluded.time().isBefore(registered.timeout()), "not before its time");
        assertTrue(
                concluded.time().isBefore(registered.timeout().plusSeconds(3)),
                "soon after: " + registered.timeout() + " " + concluded.time());
        assertEquals(before + 1, concluded.block(), "no block but that of the conclusion");
        assertEquals(List.of(), alice.witness.all(LedgerEvent.Stuck.class));
    }

    /** Somebody else refuted with the very same state: nothing is left to send (ONCHAIN.md 5, step 4). */
    @Test
    @Tag("threat-31")
    void whatIsRegisteredAlreadyIsNotRegisteredAgain() throws Exception {
        EthereumLedger alices = ledger(alice);
        EthereumLedger bobs = ledger(bob);
        TestChannel channel = channel(40, 60);
        fund(channel, alices, bobs);
        bobs.submit(channel.register(4, single(50, 50)));
        alice.witness.await(LedgerEvent.Registered.class);
        long before = sent(alice);
        Intent.Register same = channel.register(4, single(50, 50));
        Intent.Register older = channel.register(3, single(45, 55));
        alices.submit(same);
        alices.submit(older);
        onlyLaterWorkIsSent(alices, before);
        assertEquals(List.of(), alice.witness.all(LedgerEvent.Stuck.class), "and that is no trouble");
    }

    /** What was handed over after {@code before} transactions came to nothing: what is handed over now is the next one. */
    private void onlyLaterWorkIsSent(EthereumLedger alices, long before) throws Exception {
        TestChannel other = channel(1, 0);
        alices.submit(other.deposit(0, 0));
        Until.isTrue("later work is done", () -> held(other, alice).signum() > 0);
        assertEquals(before + 1, sent(alice), "only the deposit");
    }

    /** One block after the timeout no refutation is possible any more, and none is paid for. */
    @Test
    @Tag("threat-27")
    void aRefutationThatComesTooLateEndsQuietly() throws Exception {
        EthereumLedger alices = ledger(alice);
        EthereumLedger bobs = ledger(bob);
        TestChannel channel = channel(40, 60);
        fund(channel, alices, bobs);
        bobs.submit(channel.register(0, single(40, 60)));
        alice.witness.await(LedgerEvent.Registered.class);
        anvil.control().setNextBlockTime(dispute(channel).timeout());
        anvil.control().mine(1);
        long before = sent(alice);
        alices.submit(channel.register(1, single(90, 10)));
        onlyLaterWorkIsSent(alices, before);
        assertEquals(0, dispute(channel).version());
        assertEquals(List.of(), alice.witness.all(LedgerEvent.Stuck.class));
    }

    /** One second before the timeout it still counts. */
    @Test
    @Tag("threat-27")
    void aRefutationInTheLastSecondCounts() throws Exception {
        EthereumLedger alices = ledger(alice);
        EthereumLedger bobs = ledger(bob);
        TestChannel channel = channel(40, 60);
        fund(channel, alices, bobs);
        bobs.submit(channel.register(0, single(40, 60)));
        alice.witness.await(LedgerEvent.Registered.class);
        anvil.control().setInstantMining(false);
        Intent.Register refutation = channel.register(1, single(90, 10));
        alices.submit(refutation);
        Until.isTrue("sent", () -> isStored(alice, refutation.key(), Status.SENT));
        anvil.control().setNextBlockTime(dispute(channel).timeout() - 1);
        anvil.control().mine(1);
        awaitVersion(channel, 1);
    }

    /** Bob sends Alice's withdrawal for her, before her own is in a block, and once more later: the money is hers all the same. */
    @Test
    @Tag("threat-40")
    void aWithdrawalThatSomebodyElseSendsPaysUsAndOnlyOnce() throws Exception {
        EthereumLedger alices = ledger(alice);
        EthereumLedger bobs = ledger(bob);
        TestChannel channel = channel(400, 600);
        fund(channel, alices, bobs);
        // once it is registered, each takes its own part
        bobs.submit(channel.register(0, single(400, 600)));
        bob.witness.await(LedgerEvent.Registered.class);
        bobs.submit(channel.conclude(3, single(450, 550)));
        alice.witness.await(LedgerEvent.Concluded.class);
        anvil.control().setInstantMining(false);
        Intent.Withdraw withdraw = channel.withdraw(0, 0);
        alices.submit(withdraw);
        Until.isTrue("sent", () -> isStored(alice, withdraw.key(), Status.SENT));
        OwnTransaction hers = stored(alice, withdraw.key());
        anvil.control().request("anvil_impersonateAccount", bob.text());
        Map<String, String> his = Map.of(
                "from",
                bob.text(),
                "to",
                AddressText.of(hers.to()),
                "data",
                "0x" + hers.data().hex(),
                "gas",
                "0x30000",
                "maxFeePerGas",
                "0x174876e800",
                "maxPriorityFeePerGas",
                "0x174876e800");
        anvil.control().request("eth_sendTransaction", his);
        anvil.control().mine(1);
        anvil.control().setInstantMining(true);
        LedgerEvent.Withdrawn paid =
                alice.witness.await(LedgerEvent.Withdrawn.class, event -> event.participant() == 0);
        assertEquals(BigInteger.valueOf(450), paid.amount());
        Until.isTrue("over", () -> alice.store.unfinished("1:31337").isEmpty());
        assertEquals(Status.FAILED, stored(alice, withdraw.key()).status(), "there was nothing left for her own");
        assertEquals(
                FORTUNE.add(BigInteger.valueOf(50)).subtract(fees(alice)),
                anvil.control().balance(alice.text()));
        assertEquals(List.of(), alice.witness.all(LedgerEvent.Stuck.class), "and that is no trouble");
        var again = anvil.control().exchange("eth_call", List.of(his, "latest"));
        assertTrue(again.path("error").path("message").asString("").contains("insufficient funds"), again.toString());
    }
}
