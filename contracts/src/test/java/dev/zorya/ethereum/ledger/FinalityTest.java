package dev.zorya.ethereum.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.OwnTransaction.Status;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A fact counts when its block has the configured number of blocks on it, itself included (ONCHAIN.md 9). */
class FinalityTest extends ChainTest {
    @Test
    @Tag("threat-23")
    void depthThreeTakesTwoMoreBlocks() throws Exception {
        EthereumLedger alices = ledger(alice, config().withFinalityDepth(3));
        TestChannel channel = channel(5, 0);
        watch(alices, channel, alice);
        awaitHeld(alice, single(0, 0));
        anvil.control().setInstantMining(false);
        alices.submit(channel.deposit(0, 0));
        String key = channel.deposit(0, 0).key();
        Until.isTrue("sent", () -> alice.store.find("1:31337", key).isPresent());
        anvil.control().mine(1);
        long block = anvil.control().blockNumber();
        Until.isTrue("mined", () -> isStored(alice, key, Status.MINED));
        anvil.control().mine(1);
        Until.isTrue("head seen", () -> alices.health().head() == block + 1);
        assertEquals(Status.MINED, stored(alice, key).status());
        assertEquals(1, alice.witness.all().size(), "nothing but the empty channel is reported");

        anvil.control().mine(1);
        LedgerEvent.Holdings held = awaitHeld(alice, single(5, 0));
        assertEquals(block, held.block());
        LedgerEvent.Mined mined = alice.witness.await(LedgerEvent.Mined.class);
        assertEquals(block, mined.block());
        assertEquals(stored(alice, key).hashes().getLast(), mined.transaction());
        assertEquals(Status.FINAL, stored(alice, key).status());
        assertEquals(fees(alice), mined.fee());
    }

    @Test
    void depthOneTakesNone() throws Exception {
        EthereumLedger alices = ledger(alice);
        TestChannel channel = channel(5, 0);
        watch(alices, channel, alice);
        alices.submit(channel.deposit(0, 0));
        LedgerEvent.Holdings held = awaitHeld(alice, single(5, 0));
        assertEquals(anvil.control().blockNumber(), held.block());
        assertEquals(anvil.control().blockTime(), held.time().getEpochSecond());
    }

    /** The chain goes back and takes another way: what was mined is sent again. */
    @Test
    @Tag("threat-23")
    void aBlockThatIsTakenBackIsNotAFact() throws Exception {
        EthereumLedger alices = ledger(alice, config().withFinalityDepth(3));
        TestChannel channel = channel(5, 0);
        watch(alices, channel, alice);
        String key = channel.deposit(0, 0).key();
        awaitHeld(alice, single(0, 0));
        String before = anvil.control().snapshot();
        alices.submit(channel.deposit(0, 0));
        Until.isTrue("mined", () -> isStored(alice, key, Status.MINED));
        anvil.control().setInstantMining(false);
        anvil.control().revert(before);
        anvil.control().mine(1);
        Until.isTrue("waiting again", () -> isStored(alice, key, Status.SENT));
        awaitPending(1);
        anvil.control().mine(3);
        awaitHeld(alice, single(5, 0));
        assertEquals(1, sent(alice));
    }
}
