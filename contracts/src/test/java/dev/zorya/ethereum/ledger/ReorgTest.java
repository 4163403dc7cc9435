package dev.zorya.ethereum.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.OwnTransaction.Status;
import dev.zorya.channel.value.State;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The chain takes blocks back in the middle of a dispute. What was not final is done again, and nothing is done twice. */
@Tag("threat-29")
class ReorgTest extends ChainTest {
    private EthereumLedger alices;
    private EthereumLedger bobs;
    private TestChannel channel;

    @BeforeEach
    void fund() throws Exception {
        alices = ledger(alice, config().withFinalityDepth(3));
        bobs = ledger(bob);
        channel = channel(40, 60);
        watch(alices, channel, alice);
        watch(bobs, channel, bob);
        alices.submit(channel.deposit(0, 0));
        bobs.submit(channel.deposit(0, 1));
        awaitHeld(bob, single(40, 60));
        anvil.control().mine(3);
        awaitHeld(alice, single(40, 60));
        Until.isTrue("final", () -> alice.store.unfinished("1:31337").isEmpty());
    }

    @Test
    void aRefutationThatIsTakenBackIsSentAgain() throws Exception {
        bobs.submit(channel.register(0, single(40, 60)));
        awaitVersion(channel, 0);
        String before = anvil.control().snapshot();
        Intent.Register refutation = channel.register(9, single(90, 10));
        alices.submit(refutation);
        Until.isTrue("mined", () -> isStored(alice, refutation.key(), Status.MINED));
        anvil.control().setInstantMining(false);
        anvil.control().revert(before);
        anvil.control().mine(1);
        assertEquals(0, dispute(channel).version(), "gone from the chain");
        awaitPending(1);
        anvil.control().mine(3);
        assertEquals(9, dispute(channel).version());
        Until.isTrue("final", () -> isStored(alice, refutation.key(), Status.FINAL));
        assertEquals(2, sent(alice), "deposit and refutation");
    }

    /** Somebody else refuted for us, and then that block is taken back: now it is up to us. */
    @Test
    @Tag("threat-31")
    void theHelpOfOthersCountsWhenItIsFinal() throws Exception {
        bobs.submit(channel.register(0, single(40, 60)));
        awaitVersion(channel, 0);
        String before = anvil.control().snapshot();
        Intent.Register refutation = channel.register(9, single(90, 10));
        bobs.submit(refutation);
        awaitVersion(channel, 9);
        alices.submit(refutation);
        TestChannel other = channel(1, 0);
        alices.submit(other.deposit(0, 0));
        Until.isTrue("later work is done", () -> held(other, alice).signum() > 0);
        assertEquals(2, sent(alice), "two deposits, no refutation of our own");

        bobs.close();
        anvil.control().revert(before);
        Until.isTrue("refuted by us", () -> {
            anvil.control().mine(1);
            Thread.sleep(100);
            return dispute(channel).version() == 9;
        });
        anvil.control().mine(3);
        Until.isTrue("final", () -> isStored(alice, refutation.key(), Status.FINAL));
    }

    /** Only a conclusion that is final ends the intent to conclude. */
    @Test
    void aConclusionThatIsTakenBackIsSentAgain() throws Exception {
        State state = channel.state(5, single(20, 80));
        alices.submit(new Intent.Register(channel.signed(state), List.of()));
        awaitVersion(channel, 5);
        Intent.Conclude conclude = new Intent.Conclude(channel.params, state, List.of());
        anvil.control().mine(3);
        anvil.control().setNextBlockTime(dispute(channel).timeout());
        anvil.control().mine(1);
        String before = anvil.control().snapshot();
        alices.submit(conclude);
        Until.isTrue("concluded", () -> dispute(channel).phase() == Phases.CONCLUDED);
        Until.isTrue("mined", () -> isStored(alice, conclude.key(), Status.MINED));
        assertEquals(List.of(), alice.witness.all(LedgerEvent.Concluded.class), "not final");
        anvil.control().setInstantMining(false);
        anvil.control().revert(before);
        anvil.control().mine(1);
        awaitPending(1);
        anvil.control().mine(3);
        assertEquals(5, alice.witness.await(LedgerEvent.Concluded.class).version());
    }
}
