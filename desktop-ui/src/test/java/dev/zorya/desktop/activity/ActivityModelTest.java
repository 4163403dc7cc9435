package dev.zorya.desktop.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.feed.Snapshots;
import dev.zorya.desktop.memory.MemoryWallet;
import dev.zorya.desktop.memory.Samples;
import dev.zorya.desktop.memory.Scenes;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.ActivityFilter;
import dev.zorya.wallet.api.PaymentView;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivityModelTest {
    private static final When WHEN = new When(Samples.CLOCK);
    private final MemoryWallet wallet = Scenes.everyday();

    private ActivityModel model(ActivityFilter filter) {
        return ActivityModel.of(
                wallet.activity(filter, "", 50).rows(), false, Snapshots.of(wallet), Money.forPeople(false), WHEN);
    }

    @Test
    void paymentsStandUnderTheirDay() {
        List<Line> lines = model(ActivityFilter.ALL).lines();
        assertEquals(
                List.of("Today", "Yesterday", "Saturday, 21 November"),
                lines.stream()
                        .filter(line -> line instanceof Line.Day)
                        .map(line -> ((Line.Day) line).words())
                        .toList());
        assertEquals(9, lines.size());
    }

    @Test
    void aPendingRowIsAmberAndACancelledOneIsQuiet() {
        List<Line> lines = model(ActivityFilter.ALL).lines();
        Line.Payment pending = (Line.Payment) lines.get(1);
        assertEquals("Pending", pending.status().word());
        assertEquals(Tone.WAIT, pending.status().tone());
        assertEquals("−0.0200", pending.amount().number());
        assertEquals("Paid Blue Door Café −0.0200 practice ETH, Two espressos, Pending, 10:41.", pending.spoken());
        Line.Payment cancelled = (Line.Payment) lines.getLast();
        assertEquals("Cancelled", cancelled.status().word());
        assertEquals(Tone.NEUTRAL, cancelled.status().tone());
    }

    @Test
    void filtersAskTheWallet() {
        assertEquals(ActivityFilter.ALL, Show.ALL.filter(""));
        assertEquals(true, Show.RECEIVED.filter("").incoming());
        assertEquals(false, Show.SENT.filter("").incoming());
        assertEquals(PaymentView.Status.PENDING, Show.PENDING.filter("x").status());
        assertEquals("x", Show.PENDING.filter("x").text());
        assertEquals(2, payments(model(Show.RECEIVED.filter(""))));
        assertEquals(1, payments(model(Show.PENDING.filter(""))));
    }

    private static long payments(ActivityModel model) {
        return model.lines().stream()
                .filter(line -> line instanceof Line.Payment)
                .count();
    }

    @Test
    void theDrawerTellsEverything() {
        PaymentView payment = wallet.payments.getFirst();
        PaymentDetail detail = PaymentDetail.of(payment, Snapshots.of(wallet), Money.forPeople(false), WHEN);
        assertTrue(detail.pending());
        assertEquals("to Blue Door Café", detail.who());
        assertEquals("23 Nov 2026, 10:41:30", detail.facts().get("When"));
        assertEquals("0.0200\u00A0pETH", detail.facts().get("Exactly"));
        assertEquals("40", detail.facts().get("Version"));
        PaymentDetail received =
                PaymentDetail.of(wallet.payments.get(2), Snapshots.of(wallet), Money.forPeople(false), WHEN);
        assertFalse(received.pending());
        assertEquals("from Ilya Brandt", received.who());
    }
}
