package dev.zorya.desktop.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.desktop.component.TimelineItem;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.memory.Disputes;
import dev.zorya.desktop.memory.Samples;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.DisputeView;
import dev.zorya.wallet.api.TimelineEntry;
import dev.zorya.wallet.api.WalletProblem;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisputeModelTest {
    private static final When WHEN = new When(Samples.CLOCK);
    private static final ChannelView CHANNEL =
            Samples.channel("c3", Samples.NADIA, ChannelView.Status.OPEN, Samples.eth("2"), Samples.eth("2"));

    private static DisputeModel model(DisputeView dispute) {
        return model(dispute, false);
    }

    private static DisputeModel model(DisputeView dispute, boolean hidden) {
        return DisputeModel.of(
                Samples.disputed(CHANNEL, dispute),
                dispute,
                "Nadia Osei",
                "",
                Optional.of(Samples.costs()),
                Money.forPeople(hidden),
                WHEN);
    }

    private static List<String> steps(DisputeModel model) {
        return model.steps().stream().map(TimelineItem::sentence).toList();
    }

    @Test
    void anAnsweredOneSaysFirstThatThereIsNothingToDo() {
        DisputeModel model = model(Disputes.answered());
        assertEquals(Tone.OK, model.tone());
        assertEquals("You do not need to do anything.", model.strong());
        assertEquals(
                "Nadia Osei closed with an old balance. Zorya answered with the latest one, and the chain accepted it."
                        + " On Monday 23 Nov, 11:24 you are paid 2.0000\u00A0pETH.",
                model.plain());
        assertEquals(
                List.of("Version 12, theirs", "Version 40 counts"),
                model.balances().stream().map(DisputeModel.Side::title).toList());
        assertEquals(
                "1.2500",
                Objects.requireNonNull(model.balances().getFirst().mine()).number());
        assertTrue(model.balances().getLast().counts());
        assertEquals("Without the answer you would have lost 0.7500\u00A0pETH.", model.difference());
        assertEquals("0.000487", model.spent().number());
        assertEquals("0.0016\u00A0pETH", model.toCome());
        assertEquals(
                List.of("Close the channel on the chain", "Pay out 2.0000\u00A0pETH to your address"), steps(model));
        assertTrue(model.steps().stream().allMatch(TimelineItem::future));
    }

    @Test
    void thePeriodIsTheFirstRegistrations() {
        DisputeModel.Period period =
                Objects.requireNonNull(model(Disputes.answered()).period());
        assertEquals(Disputes.SINCE, period.since());
        assertEquals(Disputes.END, period.end());
        assertEquals("10:24, they closed", period.begun());
        assertEquals("11:24, decided", period.decided());
        assertEquals("Monday 23 Nov, 11:24, in chain time", period.day());
    }

    @Test
    void whileTheAnswerIsUnderWayTheComputerStaysOn() {
        DisputeModel model = model(Disputes.answering());
        assertEquals("Keep this computer on.", model.strong());
        assertTrue(model.plain().contains("must be on the chain by Monday 23 Nov, 11:24"), model.plain());
        assertEquals("Answer with version 40", steps(model).getFirst());
        assertEquals("Version 40 counts", model.balances().getLast().title());
    }

    @Test
    void aRightBalanceNeedsNoAnswer() {
        DisputeModel model = model(Disputes.correct());
        assertTrue(model.plain().startsWith("Nadia Osei closed without asking. The balance is right"), model.plain());
        assertEquals(1, model.balances().size());
        assertEquals("", model.difference());
    }

    @Test
    void ourOwnCloseSaysWhenTheMoneyIsBack() {
        DisputeModel model = model(Disputes.alone());
        assertEquals(
                "You closed alone with the newest balance. On Monday 23 Nov, 11:24 you are paid 2.0000\u00A0pETH.",
                model.plain());
        assertEquals("10:24, you closed", Objects.requireNonNull(model.period()).begun());
    }

    @Test
    void beforeAnythingIsOnTheChainNoTimeRuns() {
        DisputeModel model = model(Samples.registering(40, Samples.eth("2")));
        assertNull(model.period());
        assertEquals("Put version 40 on the chain", steps(model).getFirst());
        assertEquals("Keep this computer on.", model.strong());
    }

    @Test
    void anUnknownBalanceIsNotCalledOurs() {
        DisputeModel model = model(Disputes.unknown());
        assertEquals(Tone.WAIT, model.tone());
        assertEquals(
                "Version 41, not in this wallet", model.balances().getFirst().title());
        assertFalse(model.balances().getFirst().counts());
        assertNull(model.balances().getFirst().mine());
        assertEquals("Nadia Osei does this.", model.steps().getFirst().second());
        assertEquals("Pay out your part to your address", steps(model).getLast());
    }

    @Test
    void troubleIsTheFirstThingSaid() {
        WalletProblem trouble = Samples.problem(WalletProblem.Code.FEES_MISSING);
        DisputeModel model = model(Disputes.stuck(trouble));
        assertEquals(Tone.BAD, model.tone());
        assertEquals(trouble.what(), model.strong());
        assertEquals(trouble.meaning() + " " + trouble.next(), model.plain());
    }

    @Test
    void hiddenAmountsAppearNowhere() {
        String all = model(Disputes.answered(), true).toString().replaceAll("Share\\[[^]]*]", "");
        for (String digits : List.of("1.25", "2.0000", "0.75", "0.000487", "0.0016")) {
            assertFalse(all.contains(digits), digits + " in " + all);
        }
    }

    @Test
    void theStoryBeginsWithTheDisputeAndIsToldInOrder() {
        List<TimelineEntry> newestFirst = List.of(
                entry(4, TimelineEntry.Kind.ANSWERED, "answered"),
                entry(3, TimelineEntry.Kind.OLD_BALANCE, "old"),
                entry(2, TimelineEntry.Kind.PAID, "paid"),
                entry(1, TimelineEntry.Kind.OPENED, "opened"));
        List<TimelineItem> story = Story.ofDispute(newestFirst, Samples.COIN, Money.forPeople(false), WHEN);
        assertEquals(
                List.of("old", "answered"),
                story.stream().map(TimelineItem::sentence).toList());
        assertEquals("Version 12, block 18,200.", story.getFirst().second());
    }

    private static TimelineEntry entry(int second, TimelineEntry.Kind kind, String sentence) {
        return new TimelineEntry(
                Instant.ofEpochSecond(second), kind, sentence, "version=12 ours=40 block=18200 state=0xab", "");
    }
}
