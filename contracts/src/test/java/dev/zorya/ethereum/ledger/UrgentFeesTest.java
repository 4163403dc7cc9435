package dev.zorya.ethereum.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent.Stuck;
import dev.zorya.channel.port.LedgerException.Reason;
import dev.zorya.channel.port.OwnTransaction;
import dev.zorya.channel.port.OwnTransaction.Status;
import dev.zorya.channel.value.Balances;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A refutation while gas is dear, blocks are full or the account is empty (decision 0010). */
@Tag("threat-30")
class UrgentFeesTest extends ChainTest {
    private TestChannel channel;
    private Intent.Register refutation;
    private EthereumConfig config;
    private long deadline;

    /** Bob registers version 0; Alice owns one ETH by version 9 and has not heard of it yet. */
    @BeforeEach
    void cheat() throws Exception {
        BigInteger ether = Party.ETHER;
        channel = new TestChannel(
                List.of(alice, bob), List.of(ether()), new Balances(List.of(List.of(ether, BigInteger.ZERO))));
        Balances newest = channel.initial.balances();
        refutation = channel.register(9, newest);
        EthereumLedger bobs = ledger(bob);
        bobs.submit(channel.register(0, new Balances(List.of(List.of(BigInteger.ZERO, ether)))));
        awaitVersion(channel, 0);
        bobs.close();
        deadline = dispute(channel).timeout();
        anvil.control().setInstantMining(false);
        // staleAfter above zero: as on a public chain, where the newest block's time counts
        config =
                config().withPoll(Duration.ofMillis(20)).withFees(gwei(10), 100).withStaleAfter(Duration.ofDays(900));
    }

    private static BigInteger gwei(long amount) {
        return BigInteger.valueOf(amount).multiply(BigInteger.TEN.pow(9));
    }

    /** The next block has nothing in it that pays less than this, and this much time is left after it. */
    private void block(EthereumLedger ledger, long baseGwei, long secondsLeft) throws Exception {
        anvil.control()
                .request(
                        "anvil_setNextBlockBaseFeePerGas", "0x" + gwei(baseGwei).toString(16));
        anvil.control().setNextBlockTime(deadline - secondsLeft);
        anvil.control().mine(1);
        long number = anvil.control().blockNumber();
        Until.isTrue("head seen", () -> ledger.health().head() == number);
    }

    @Test
    void theOfferRisesToTheDeadlineAndNeverFallsNotEvenByARestart() throws Exception {
        EthereumLedger alices = ledger(alice, config);
        watch(alices, channel, alice);
        block(alices, 100, 50);
        alices.submit(refutation);
        Stuck stuck = alice.witness.await(Stuck.class);
        assertEquals(Reason.FEES_ABOVE_LIMIT, stuck.reason());
        assertEquals(
                "An old state of this channel was registered, and the chain asks 100 gwei for gas, more than the limit "
                        + "of 10 gwei. Unanswered, the old state counts after " + Instant.ofEpochSecond(deadline)
                        + ". The wallet answers as soon as it may; raise the limit now.",
                stuck.sentence());
        block(alices, 100, 29);
        String key = refutation.key();
        Until.isTrue("sent", () -> isStored(alice, key, Status.SENT));
        OwnTransaction first = stored(alice, key);
        assertTrue(first.maxFee().compareTo(gwei(200)) > 0, "beyond the limit: " + first.maxFee());

        block(alices, 900, 14);
        Until.isTrue("raised", () -> stored(alice, key).hashes().size() >= 2);
        alices.close();
        OwnTransaction second = stored(alice, key);
        assertTrue(second.maxFee().compareTo(gwei(900)) > 0, "enough for today: " + second.maxFee());

        EthereumLedger again = ledger(alice, config);
        watch(again, channel, alice);
        again.submit(refutation);
        block(again, 2_000, 7);
        Until.isTrue(
                "raised",
                () -> stored(alice, key).hashes().size() > second.hashes().size());
        OwnTransaction before = first;
        for (OwnTransaction saved : alice.store.saved()) {
            assertTrue(saved.maxFee().compareTo(before.maxFee()) >= 0);
            assertTrue(saved.maxPriorityFee().compareTo(before.maxPriorityFee()) >= 0);
            assertEquals(0, saved.nonce(), "one transaction, whatever it is offered for");
            before = saved;
        }
        assertTrue(
                before.maxFee().multiply(before.gasLimit()).compareTo(Party.ETHER.shiftRight(1)) <= 0,
                "at most half of what is at stake");
        block(again, 2_000, 1);
        assertEquals(9, dispute(channel).version(), "in the last second");
    }

    @Test
    void anEmptyAccountIsToldUntilWhenItMustHaveWhat() throws Exception {
        anvil.control().setBalance(alice.text(), BigInteger.valueOf(1_000));
        EthereumLedger alices = ledger(alice, config);
        watch(alices, channel, alice);
        alices.submit(refutation);
        Stuck stuck = alice.witness.await(Stuck.class);
        assertEquals(Reason.NOT_ENOUGH_FUNDS, stuck.reason());
        assertTrue(
                stuck.sentence()
                        .startsWith("An old state of this channel was registered, and the account has too little"),
                stuck.sentence());
        assertTrue(
                stuck.sentence()
                        .endsWith("Unanswered, the old state counts after " + Instant.ofEpochSecond(deadline)
                                + ". Add ETH to the account now; the wallet then answers by itself."),
                stuck.sentence());
        anvil.control().setBalance(alice.text(), Party.ETHER);
        block(alices, 1, 30);
        Until.isTrue("sent", () -> isStored(alice, refutation.key(), Status.SENT));
        block(alices, 1, 20);
        assertEquals(9, dispute(channel).version());
    }

    /** The offer would be twice the base fee and a tip; what is there is enough for the base fee itself. */
    @Test
    void whatTheAccountHasIsOfferedIfItHasLessThanTheSchedule() throws Exception {
        EthereumLedger alices = ledger(alice, config);
        watch(alices, channel, alice);
        BigInteger there = gwei(6).multiply(BigInteger.valueOf(140_000));
        anvil.control().setBalance(alice.text(), there);
        block(alices, 5, 25);
        alices.submit(refutation);
        Until.isTrue("sent", () -> isStored(alice, refutation.key(), Status.SENT));
        OwnTransaction sent = stored(alice, refutation.key());
        assertTrue(sent.maxFee().compareTo(gwei(12)) < 0, "below its price of 12 gwei: " + sent.maxFee());
        assertTrue(sent.maxFee().multiply(sent.gasLimit()).compareTo(there) <= 0);
        block(alices, 5, 20);
        assertEquals(9, dispute(channel).version());
        assertEquals(List.of(), alice.witness.all(Stuck.class));
    }

    /** It is forgotten by the node that took it; with the next block it is there again. */
    @Test
    void aRefutationIsHandedOverWithEachBlock() throws Exception {
        EthereumLedger alices = ledger(alice, config);
        watch(alices, channel, alice);
        alices.submit(refutation);
        Until.isTrue("sent", () -> isStored(alice, refutation.key(), Status.SENT));
        String hash = "0x" + stored(alice, refutation.key()).hashes().getLast();
        anvil.control().request("anvil_dropTransaction", hash);
        block(alices, 1, 40);
        Until.isTrue(
                "there again",
                () -> anvil.control()
                        .request("txpool_status")
                        .path("pending")
                        .asString()
                        .equals("0x1"));
        block(alices, 1, 35);
        assertEquals(9, dispute(channel).version());
    }

    /** A node that has it answers in words that nobody knows: it is under way all the same. */
    @Test
    void whatANodeTookOnceIsNotGivenUpForItsWords() throws Exception {
        LyingNode node = closing(LyingNode.before(anvil.http()));
        EthereumLedger alices = ledger(
                alice,
                deployment
                        .practice(node.http(), null)
                        .withPoll(Duration.ofMillis(20))
                        .withStaleAfter(Duration.ofDays(900)));
        alices.submit(refutation);
        Until.isTrue("sent", () -> isStored(alice, refutation.key(), Status.SENT));
        long before = node.asked("eth_sendRawTransaction");
        node.refuse("eth_sendRawTransaction", "no thank you, we have plenty of these");
        Until.isTrue("handed over again", () -> node.asked("eth_sendRawTransaction") > before);
        Thread.sleep(100);
        assertEquals(Status.SENT, stored(alice, refutation.key()).status());
        block(alices, 1, 35);
        assertEquals(9, dispute(channel).version());
        assertEquals(1, sent(alice));
    }

    @Test
    void theReserveIsEnoughForADisputeToTheEnd() throws Exception {
        anvil.control().setInstantMining(true);
        EthereumLedger alices = ledger(alice);
        BigInteger reserve = alices.reserves(List.of(channel.initial)).getFirst();
        assertTrue(reserve.signum() > 0);
        anvil.control().setBalance(alice.text(), reserve);
        watch(alices, channel, alice);
        alices.submit(refutation);
        awaitVersion(channel, 9);
        var state = refutation.root().transaction().state();
        anvil.control().increaseTime(Duration.ofSeconds(60));
        alices.submit(new Intent.Conclude(channel.params, state, List.of()));
        Until.isTrue("concluded", () -> dispute(channel).phase() == Phases.CONCLUDED);
        assertEquals(List.of(), alice.witness.all(Stuck.class));
    }
}
