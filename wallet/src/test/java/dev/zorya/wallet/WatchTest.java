package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.Guard;
import dev.zorya.wallet.api.GuardReport;
import dev.zorya.wallet.api.Guarded;
import dev.zorya.wallet.api.Guarded.Kind;
import dev.zorya.wallet.api.PayOrder;
import dev.zorya.wallet.api.TransactionView;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is guarded since when, up to which balance, and what it takes, on a real chain. */
@Tag("slow")
class WatchTest extends OnChainTest {
    @Test
    void fromTheFirstSignatureToThePayout() throws Exception {
        GuardReport nothing = two.alice.guarded();
        assertEquals(List.of(), nothing.channels());
        assertEquals("Nothing of yours is in channels, so there are no fees to keep money for.", nothing.sentence());
        assertFalse(nothing.isShort());

        Instant before = Instant.now();
        ChannelView opened = two.shortChannel("2", "1");
        Wait.done(two.alice.pay(new PayOrder(opened.key(), Money.of(two.alice, "0.5"), "", "")));
        GuardReport report = two.alice.guarded();
        Guarded row = report.channels().getFirst();
        assertEquals(Kind.GUARDED, row.kind());
        assertEquals(1, row.version());
        assertEquals(Money.of(two.alice, "1.5"), row.pays());
        assertEquals(Duration.ofSeconds(10), row.protectionPeriod());
        assertFalse(row.since().isBefore(before) || row.since().isAfter(Instant.now()), row.toString());
        assertFalse(row.since().isBefore(opened.opened()), "the proposal alone guards nothing");
        assertNull(row.deadline());
        assertEquals(report.reserve(), row.reserve(), "it is the only one");
        assertTrue(Objects.requireNonNull(row.reserve()).units().signum() > 0);
        assertFalse(report.isShort());
        assertTrue(report.block() > 0);
        assertTrue(report.sentence().startsWith("Keep ") && report.sentence().contains("pETH"), report.sentence());

        node.setBalance(two.alice.address(), "0x1");
        GuardReport poor = two.alice.guarded();
        assertTrue(poor.isShort());
        Amount missing = new Amount(
                Objects.requireNonNull(poor.reserve()).units().subtract(BigInteger.ONE),
                two.alice.coins().getFirst());
        assertTrue(poor.sentence().startsWith("Send " + Coins.text(missing)), poor.sentence());
        node.setBalance(two.alice.address(), "0x8ac7230489e80000");

        two.bob.close();
        Wait.until(() -> two.alice.health().peersOnline() == 1);
        Wait.done(two.alice.closeAlone(opened.key()));
        Wait.until(() -> !two.alice.guarded().channels().isEmpty()
                && two.alice.guarded().channels().getFirst().deadline() != null);
        Guarded defended = two.alice.guarded().channels().getFirst();
        assertEquals(Kind.DEFENDED, defended.kind());
        assertEquals(row.since(), defended.since());
        assertEquals(Money.of(two.alice, "1.5"), defended.pays());
        Wait.until(() -> two.alice.guarded().channels().isEmpty());

        List<TransactionView> own = two.alice.transactions(10).rows();
        assertEquals(
                List.of(
                        "Takes your part of the channel with Bob to your account",
                        "Closes the channel with Bob on the chain",
                        "Puts your newest balance with Bob before the chain",
                        "Pays your deposit into the channel with Bob"),
                own.stream().map(TransactionView::sentence).toList());
        for (TransactionView transaction : own) {
            assertEquals(TransactionView.State.FINAL, transaction.state());
            assertEquals(opened.key(), transaction.channelKey());
            assertTrue(transaction.paid() && transaction.fee().units().signum() > 0);
            assertTrue(transaction.hash().matches("0x[0-9a-f]{64}"), transaction.hash());
        }
        assertTrue(two.alice.transactions(2).more());
    }

    @Test
    void aGuardSaysTheSame() throws Exception {
        ChannelView opened = two.channel("2", "1");
        Guarded inWindow = two.alice.guarded().channels().getFirst();
        String id = two.alice.info().id();
        two.alice.close();
        try (Guard guard = two.wallets.guard(id, TwoWallets.passphrase())) {
            Wait.until(
                    () -> guard.guarded().reserve() != null && guard.guarded().block() > 0);
            GuardReport report = guard.guarded();
            Guarded row = report.channels().getFirst();
            assertEquals(opened.key(), row.key());
            assertEquals(inWindow.since(), row.since());
            assertEquals(inWindow.version(), row.version());
            assertEquals(inWindow.pays(), row.pays());
            assertNotNull(row.reserve());
        }
    }
}
