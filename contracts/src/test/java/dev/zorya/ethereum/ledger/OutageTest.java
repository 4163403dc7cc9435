package dev.zorya.ethereum.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerException.Reason;
import dev.zorya.channel.port.OwnTransaction;
import dev.zorya.channel.port.OwnTransaction.Status;
import dev.zorya.ethereum.anvil.AnvilOptions;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chain goes away at a bad moment, or this program does; each deposit still happens exactly once (safety rule 9). */
class OutageTest extends ChainTest {
    @TempDir
    Path kept;

    private Gate gate;
    private TestChannel channel;
    private String key;

    @Override
    AnvilOptions options() {
        return AnvilOptions.practice().keptIn(kept);
    }

    @BeforeEach
    void openGate() throws Exception {
        gate = closing(Gate.to(anvil.http()));
        channel = channel(700, 0);
        key = channel.deposit(0, 0).key();
    }

    private EthereumConfig gated() {
        return deployment.practice(gate.uri("http"), null).withPoll(Duration.ofMillis(50));
    }

    private void restartAnvil() throws Exception {
        anvil.close();
        anvil = newAnvil();
        gate.open(anvil.http());
    }

    @Test
    void theChainDiesWithTheDepositInItsPool() throws Exception {
        EthereumLedger alices = ledger(alice, gated());
        watch(alices, channel, alice);
        awaitHeld(alice, single(0, 0));
        anvil.control().setInstantMining(false);
        alices.submit(channel.deposit(0, 0));
        Until.isTrue("sent", () -> isStored(alice, key, Status.SENT));
        restartAnvil();
        awaitHeld(alice, single(700, 0));
        assertDepositedOnce();
        Until.isTrue("connected", () -> alices.health().connected());
    }

    /** The answer to the sending is lost, the transaction is not; the new chain process no longer knows its receipt. */
    @Test
    @Tag("threat-24")
    void theChainDiesRightAfterTheDeposit() throws Exception {
        EthereumLedger alices = ledger(alice, gated());
        watch(alices, channel, alice);
        awaitHeld(alice, single(0, 0));
        anvil.control().setInstantMining(false);
        alices.submit(channel.deposit(0, 0));
        Until.isTrue("sent", () -> isStored(alice, key, Status.SENT));
        gate.shut();
        anvil.control().mine(1);
        assertEquals(BigInteger.valueOf(700), held(channel, alice));
        Until.isTrue("noticed", () -> alices.health().state() == ChainHealth.State.UNREACHABLE);
        assertFalse(alices.health().sentence().isEmpty());
        restartAnvil();
        awaitHeld(alice, single(700, 0));
        Until.isTrue(
                "settled in the records",
                () -> alice.store.unfinished("1:31337").isEmpty());
        assertDepositedOnce();
    }

    @Test
    @Tag("threat-24")
    void thisProgramDiesBetweenSavingAndSending() throws Exception {
        alice.store.afterSave(gate::shut);
        EthereumLedger alices = ledger(alice, gated());
        alices.submit(channel.deposit(0, 0));
        Until.isTrue("saved", () -> isStored(alice, key, Status.PLANNED));
        alices.close();
        assertEquals(0, sent(alice));
        OwnTransaction planned = stored(alice, key);
        alice.store.afterSave(() -> {});
        gate.open(anvil.http());

        EthereumLedger again = ledger(alice, gated());
        watch(again, channel, alice);
        again.submit(channel.deposit(0, 0));
        awaitHeld(alice, single(700, 0));
        Until.isTrue("final", () -> isStored(alice, key, Status.FINAL));
        assertEquals(planned.raw(), stored(alice, key).raw(), "the same bytes");
        assertEquals(planned.hashes(), stored(alice, key).hashes());
        assertDepositedOnce();
    }

    /** Nobody submits again, and still what was saved goes out. */
    @Test
    void whatWasSavedIsSentEvenIfNobodyAsks() throws Exception {
        alice.store.afterSave(gate::shut);
        EthereumLedger alices = ledger(alice, gated());
        alices.submit(channel.deposit(0, 0));
        Until.isTrue("saved", () -> isStored(alice, key, Status.PLANNED));
        alices.close();
        alice.store.afterSave(() -> {});
        gate.open(anvil.http());
        ledger(alice, gated());
        Until.isTrue("held", () -> held(channel, alice).equals(BigInteger.valueOf(700)));
        assertDepositedOnce();
    }

    /** The holder may take the tokens already; after the restart only the deposit is missing. */
    @Test
    @Tag("threat-24")
    void thisProgramDiesBetweenApprovalAndDeposit() throws Exception {
        TestChannel tokens = new TestChannel(List.of(alice, bob), List.of(token()), single(40, 0));
        String deposit = tokens.deposit(0, 0).key();
        EthereumLedger alices = ledger(alice, gated());
        alice.store.afterSave(() -> {
            if (isStored(alice, deposit + "/approve", Status.FINAL)) {
                gate.shut();
            }
        });
        alices.submit(tokens.deposit(0, 0));
        Until.isTrue("approved", () -> isStored(alice, deposit + "/approve", Status.FINAL));
        alices.close();
        alice.store.afterSave(() -> {});
        gate.open(anvil.http());

        EthereumLedger again = ledger(alice, gated());
        watch(again, tokens, alice);
        again.submit(tokens.deposit(0, 0));
        awaitHeld(alice, single(40, 0));
        assertEquals(2, sent(alice), "one approval, one deposit");
        assertEquals(TOKENS.subtract(BigInteger.valueOf(40)), again.balances().get(token()));
    }

    @Test
    void withoutAChainItSaysSoAndGoesOnByItself() throws Exception {
        gate.shut();
        EthereumLedger alices = ledger(alice, gated());
        watch(alices, channel, alice);
        alices.submit(channel.deposit(0, 0));
        LedgerEvent.Stuck stuck = alice.witness.await(LedgerEvent.Stuck.class);
        assertEquals(Reason.UNREACHABLE, stuck.reason());
        assertEquals(key, stuck.intentKey());
        assertTrue(stuck.sentence().startsWith("The chain does not answer at 127.0.0.1:"), stuck.sentence());
        Thread.sleep(600);
        gate.open(anvil.http());
        awaitHeld(alice, single(700, 0));
        assertEquals(1, alice.witness.all(LedgerEvent.Stuck.class).size(), "said once");
        assertDepositedOnce();
    }

    @Test
    @Tag("threat-34")
    void aDepositIsFinalThoughTheChainWasAwayWhenItHappened() throws Exception {
        EthereumLedger alices = ledger(alice, gated());
        EthereumLedger bobs = ledger(bob);
        TestChannel both = channel(1, 2);
        watch(alices, both, alice);
        awaitHeld(alice, single(0, 0));
        gate.shut();
        bobs.submit(both.deposit(0, 1));
        Until.isTrue("Bob paid", () -> held(both, bob).signum() > 0);
        anvil.control().mine(700);
        gate.open(anvil.http());
        awaitHeld(alice, single(0, 2));
    }

    @Test
    @Tag("slow")
    void manyCutsInOneLife() throws Exception {
        EthereumLedger alices = ledger(alice, gated());
        EthereumLedger bobs = ledger(bob, gated());
        Thread cutter = Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Thread.sleep(35);
                    gate.cut();
                }
            } catch (InterruptedException e) {
                // enough
            }
        });
        for (int round = 1; round <= 5; round++) {
            TestChannel one = channel(100, 200);
            Party a = new Party("alice");
            Party b = new Party("bob");
            watch(alices, one, a);
            watch(bobs, one, b);
            alices.submit(one.deposit(0, 0));
            bobs.submit(one.deposit(0, 1));
            awaitHeld(a, single(100, 200));
            alices.submit(one.conclude(round, single(0, 300)));
            bobs.submit(one.withdraw(0, 1));
            b.witness.await(LedgerEvent.Withdrawn.class, left -> left.participant() == 1);
        }
        cutter.interrupt();
        cutter.join();
        Until.isTrue(
                "all final",
                () -> alice.store.unfinished("1:31337").isEmpty()
                        && bob.store.unfinished("1:31337").isEmpty());
        assertEquals(
                FORTUNE.subtract(BigInteger.valueOf(500)).subtract(fees(alice)),
                anvil.control().balance(alice.text()));
        assertEquals(
                FORTUNE.add(BigInteger.valueOf(500)).subtract(fees(bob)),
                anvil.control().balance(bob.text()));
        assertEquals(10, sent(alice));
        assertEquals(5, sent(bob), "deposits: Alice pays both when she closes");
    }

    private void assertDepositedOnce() throws Exception {
        assertEquals(BigInteger.valueOf(700), held(channel, alice));
        assertEquals(1, sent(alice));
        assertEquals(
                Optional.of(0L),
                alice.store.rows().stream().map(OwnTransaction::nonce).findFirst());
        assertEquals(
                List.of(key),
                alice.store.rows().stream().map(OwnTransaction::intentKey).toList());
    }
}
