package dev.zorya.desktop.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.TimelineItem;
import dev.zorya.desktop.feed.Snapshots;
import dev.zorya.desktop.memory.MemoryWallet;
import dev.zorya.desktop.memory.Samples;
import dev.zorya.desktop.memory.Scenes;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.ChannelDetail;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChannelModelTest {
    private static final When WHEN = new When(Samples.CLOCK);
    private final MemoryWallet wallet = Scenes.everyday();

    private ChannelModel model(ChannelView channel) {
        return ChannelModel.of(
                new ChannelDetail(channel, wallet.timeline),
                Snapshots.of(wallet),
                "",
                Optional.empty(),
                Money.forPeople(false),
                WHEN);
    }

    @Test
    void thePageOfAPendingChannel() {
        ChannelModel model = model(wallet.channels.get(1));
        assertEquals("Blue Door Café", model.person().name());
        assertEquals("Pending", model.look().word());
        assertEquals("Blue Door Café has not confirmed your payment of 0.0200\u00A0pETH.", model.pendingNote());
        assertEquals(
                "Channel with Blue Door Café, Pending. Of 1.0000 practice ETH, 0.9322 is yours, 0.0200 is pending,"
                        + " 0.0478 is theirs.",
                model.spoken());
        assertEquals("1 hour", model.period());
        assertEquals("40", model.version());
        assertEquals(Exit.BOTH, model.exit());
    }

    @Test
    void nothingPendingMeansNoNote() {
        assertEquals("", model(wallet.channels.getFirst()).pendingNote());
    }

    @ParameterizedTest
    @EnumSource
    void closingIsOfferedOnlyWhereItCanBegin(ChannelView.Status status) {
        ChannelView channel = Samples.channel("x", Samples.ILYA, status, Samples.eth("1"), Samples.eth("1"));
        Exit exit = switch (status) {
            case OPEN, PENDING -> Exit.BOTH;
            case CLOSING -> Exit.ALONE;
            case OPENING -> Exit.DEPOSIT;
            case PROPOSED, SENDING, IN_DISPUTE, PAYING_OUT, SETTLED, STALE, DECLINED, STOPPED -> Exit.NONE;
        };
        assertEquals(exit, model(channel).exit());
    }

    @Test
    void everyDigitIsShownOnTheDetailPage() {
        ChannelView channel = Samples.channel(
                "x", Samples.ILYA, ChannelView.Status.OPEN, Samples.eth("0.123456789"), Samples.eth("1"));
        assertEquals("0.123\u00A0456\u00A0789", model(channel).mine().number());
    }

    @Test
    void aLongRunOfPaymentsFoldsAfterThree() {
        List<TimelineItem> story = story(wallet.timeline);
        assertEquals(
                List.of(
                        "Payment of 0.0200 pETH not confirmed",
                        "Paid 0.0150 pETH",
                        "Paid 0.0150 pETH",
                        "Paid 0.0150 pETH",
                        "39 more payments",
                        "Channel opened",
                        "You put in 0.9800, they put in 0.0200"),
                story.stream().map(TimelineItem::sentence).toList());
        assertEquals("0x8f2c 41d7 … 09be", story.getLast().second());
    }

    @Test
    void aShortRunIsToldInFull() {
        for (int count = 0; count <= 4; count++) {
            assertEquals(count, story(run(count)).size());
        }
        assertEquals(4, story(run(5)).size());
        assertEquals("2 more payments", story(run(5)).getLast().sentence());
    }

    private static List<TimelineItem> story(List<TimelineEntry> entries) {
        return Story.of(entries, Samples.COIN, Money.forPeople(false), WHEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version 2||version 2",
                "||''",
                "proposer=0||''",
                "block=1234||Block 1,234.",
                "asset=0 amount=135 block=8||Block 8.",
                "intent=deposit/5be3 transaction=0x9aec block=8 gas=40228"
                        + " fee=56545662520300|0x9aec5d1f00000000259e|Block 8, fee 0.000057\u00A0pETH. 0x9aec 5d1f … 259e",
                "block=x fee=y||''",
                "block=8 fee=-1||Block 8."
            })
    void theSecondLineHoldsOnlyWhatAPersonCanCompare(String details, String transaction, String line) {
        TimelineEntry entry = new TimelineEntry(
                Instant.EPOCH,
                TimelineEntry.Kind.DEPOSITED,
                "s",
                details == null ? "" : details,
                transaction == null ? "" : transaction);
        assertEquals(line, story(List.of(entry)).getFirst().second());
    }

    private static List<TimelineEntry> run(int count) {
        List<TimelineEntry> run = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TimelineEntry.Kind kind = i % 2 == 0 ? TimelineEntry.Kind.PAID : TimelineEntry.Kind.RECEIVED;
            run.add(new TimelineEntry(Instant.EPOCH, kind, "payment " + i, "", ""));
        }
        return run;
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfEntryHasAnIconAndATone(TimelineEntry.Kind kind) {
        TimelineItem item = story(List.of(new TimelineEntry(Instant.EPOCH, kind, "s", "d", "")))
                .getFirst();
        assertFalse(item.icon() == Icon.UNKNOWN);
        assertEquals("d", item.second());
    }
}
