package dev.zorya.desktop.channel;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.TimelineItem;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.Coin;
import dev.zorya.wallet.api.TimelineEntry;
import java.util.ArrayList;
import java.util.List;

/** The timeline of a channel, newest first; long runs of payments fold into one row (UI.md 8). */
final class Story {
    /** So many payments of a run are told one by one before the rest folds. */
    private static final int TOLD = 3;

    private Story() {}

    static List<TimelineItem> of(List<TimelineEntry> entries, Coin coin, Money money, When when) {
        List<TimelineItem> items = new ArrayList<>();
        int at = 0;
        while (at < entries.size()) {
            int end = at;
            while (end < entries.size() && payment(entries.get(end))) {
                end++;
            }
            if (end == at) {
                items.add(item(entries.get(at), coin, money, when));
                at++;
            } else {
                run(entries.subList(at, end), coin, money, when, items);
                at = end;
            }
        }
        return items;
    }

    /** Oldest first, from the moment on when it went to the chain (UI.md 8). */
    static List<TimelineItem> ofDispute(List<TimelineEntry> entries, Coin coin, Money money, When when) {
        return entries.reversed().stream()
                .dropWhile(entry -> !opensDispute(entry.kind()))
                .map(entry -> item(entry, coin, money, when))
                .toList();
    }

    /** There is something before the chain that others could check. */
    static boolean isProvable(List<TimelineEntry> entries) {
        return entries.stream()
                .anyMatch(entry -> opensDispute(entry.kind()) && entry.kind() != TimelineEntry.Kind.CLOSING_ALONE);
    }

    private static boolean opensDispute(TimelineEntry.Kind kind) {
        return switch (kind) {
            case CLOSING_ALONE, REGISTERED, OLD_BALANCE, UNKNOWN_BALANCE -> true;
            case PROPOSED,
                    DEPOSITED,
                    OPENED,
                    PAID,
                    RECEIVED,
                    PENDING,
                    CANCELLED,
                    CLOSING,
                    ANSWERED,
                    PROGRESSED,
                    CONCLUDED,
                    WITHDRAWN,
                    DECLINED,
                    PROBLEM -> false;
        };
    }

    private static void run(List<TimelineEntry> run, Coin coin, Money money, When when, List<TimelineItem> items) {
        boolean folds = run.size() > TOLD + 1;
        run.stream().limit(folds ? TOLD : run.size()).forEach(entry -> items.add(item(entry, coin, money, when)));
        if (folds) {
            List<TimelineEntry> rest = run.subList(TOLD, run.size());
            items.add(new TimelineItem(
                    Icon.CHANNELS,
                    Tone.BUSY,
                    Text.count("story.more-payments", rest.size()),
                    when.stamp(rest.getFirst().at()),
                    Text.of("story.since", when.stamp(rest.getLast().at())),
                    false));
        }
    }

    private static boolean payment(TimelineEntry entry) {
        return entry.kind() == TimelineEntry.Kind.PAID || entry.kind() == TimelineEntry.Kind.RECEIVED;
    }

    private static TimelineItem item(TimelineEntry entry, Coin coin, Money money, When when) {
        String second = Evidence.of(entry, coin, money);
        return new TimelineItem(
                icon(entry.kind()), tone(entry.kind()), entry.sentence(), when.stamp(entry.at()), second, false);
    }

    private static Icon icon(TimelineEntry.Kind kind) {
        return switch (kind) {
            case PROPOSED, PENDING -> Icon.WAITING;
            case DEPOSITED, CONCLUDED, WITHDRAWN -> Icon.PAYING_OUT;
            case OPENED -> Icon.DONE;
            case PAID -> Icon.PAY;
            case RECEIVED -> Icon.RECEIVE;
            case CLOSING, CLOSING_ALONE, PROGRESSED -> Icon.WORKING;
            case REGISTERED -> Icon.DONE;
            case OLD_BALANCE, UNKNOWN_BALANCE -> Icon.DISPUTE;
            case ANSWERED -> Icon.GUARD;
            case CANCELLED, DECLINED -> Icon.CLOSE;
            case PROBLEM -> Icon.STOPPED;
        };
    }

    private static Tone tone(TimelineEntry.Kind kind) {
        return switch (kind) {
            case PROPOSED, DEPOSITED, CANCELLED, DECLINED, CONCLUDED, REGISTERED, PROGRESSED -> Tone.NEUTRAL;
            case OPENED, WITHDRAWN, RECEIVED, ANSWERED -> Tone.OK;
            case PAID, CLOSING, CLOSING_ALONE -> Tone.BUSY;
            case PENDING, UNKNOWN_BALANCE -> Tone.WAIT;
            case PROBLEM, OLD_BALANCE -> Tone.BAD;
        };
    }
}
