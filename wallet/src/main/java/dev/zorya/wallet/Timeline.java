package dev.zorya.wallet;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.JournalEntry;
import dev.zorya.channel.port.StoreException;
import dev.zorya.storage.Activity;
import dev.zorya.storage.ActivityFilter;
import dev.zorya.storage.JournalRow;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.Coin;
import dev.zorya.wallet.api.TimelineEntry;
import dev.zorya.wallet.api.TimelineEntry.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What happened to a channel, from its journal and its book. */
final class Timeline {
    private static final int MAX = 300;
    private static final String TRANSACTION = "transaction";

    private final Activity activity;
    private final ChannelViews views;

    Timeline(Activity activity, ChannelViews views) {
        this.activity = activity;
        this.views = views;
    }

    /** Newest first, with the newest payments only: there may be very many. */
    List<TimelineEntry> of(ChannelSnapshot channel) throws StoreException {
        Coin coin = views.coin(channel);
        List<JournalEntry> journal = inOrder(activity.journal(channel.key(), Activity.NEWEST, MAX));
        String contact = views.contactOf(channel);
        // newest first, so that what happened in the same moment keeps its order
        Stream<TimelineEntry> happenings = Docket.read(journal).reversed().stream()
                .map(line -> happening(line, channel, contact))
                .flatMap(Optional::stream);
        ActivityFilter ofChannel = new ActivityFilter(channel.key(), null, null, null, "");
        Stream<TimelineEntry> payments =
                activity.page(ofChannel, Activity.NEWEST, MAX).stream().map(row -> payment(row.entry(), coin));
        return Stream.concat(happenings, payments)
                .sorted(Comparator.comparing(TimelineEntry::at).reversed())
                .toList();
    }

    /** Oldest first. Block times lag behind ours: a line is not told before the one that it follows. */
    private static List<JournalEntry> inOrder(List<JournalRow> newestFirst) {
        List<JournalEntry> journal = new ArrayList<>();
        Instant last = Instant.MIN;
        for (JournalRow row : newestFirst.reversed()) {
            JournalEntry entry = row.entry();
            last = entry.at().isAfter(last) ? entry.at() : last;
            journal.add(new JournalEntry(last, entry.event(), entry.version(), entry.details()));
        }
        return journal;
    }

    private static TimelineEntry payment(BookEntry entry, Coin coin) {
        boolean incoming = entry.direction() == BookEntry.Direction.IN;
        Kind kind = switch (entry.status()) {
            case PENDING -> Kind.PENDING;
            case DONE -> incoming ? Kind.RECEIVED : Kind.PAID;
            case CANCELLED -> Kind.CANCELLED;
        };
        String amount = Coins.text(new Amount(entry.amount(), coin));
        String memo = Memos.clean(entry.memo());
        String sentence = Texts.get("timeline." + kind, amount) + (memo.isEmpty() ? "" : " " + memo);
        return new TimelineEntry(
                entry.at(), kind, sentence, Texts.get("timeline.version", Long.toUnsignedString(entry.version())), "");
    }

    private static Optional<TimelineEntry> happening(Docket.Line line, ChannelSnapshot channel, String contact) {
        JournalEntry entry = line.entry();
        Optional<TimelineEntry> told = told(line, contact);
        return told.isPresent()
                ? told
                : kind(line)
                        .map(kind -> new TimelineEntry(
                                entry.at(),
                                kind,
                                sentence(line, kind, channel),
                                entry.details(),
                                line.value(TRANSACTION)));
    }

    /** What was done before the chain. */
    private static Optional<TimelineEntry> told(Docket.Line line, String contact) {
        Kind kind = switch (line.move()) {
            case CLOSED_ALONE -> Kind.CLOSING_ALONE;
            case WE_REGISTERED, THEY_REGISTERED, THEY_ANSWERED -> Kind.REGISTERED;
            case THEY_CHEATED -> Kind.OLD_BALANCE;
            case THEY_SURPRISED -> Kind.UNKNOWN_BALANCE;
            case WE_ANSWERED -> Kind.ANSWERED;
            case APP_MOVED -> Kind.PROGRESSED;
            case REPEATED, OTHER -> null;
        };
        if (kind == null) {
            return Optional.empty();
        }
        JournalEntry entry = line.entry();
        String version = Long.toUnsignedString(entry.version());
        return Optional.of(new TimelineEntry(
                entry.at(),
                kind,
                Texts.get("timeline." + line.move(), contact),
                "version=" + version + " " + entry.details(),
                ""));
    }

    /** Events that a person has no use for are left out. */
    private static Optional<Kind> kind(Docket.Line line) {
        return Optional.ofNullable(
                switch (line.entry().event()) {
                    case "PROPOSED" -> Kind.PROPOSED;
                    case "OPENED" -> Kind.OPENED;
                    case "FINAL" -> Kind.CLOSING;
                    case "CONCLUDED" -> Kind.CONCLUDED;
                    case "WITHDRAWN" -> Kind.WITHDRAWN;
                    case "ENDED" -> Kind.DECLINED;
                    case "STUCK" -> Kind.PROBLEM;
                    case "MINED" -> mined(line.value("intent"));
                    default -> null;
                });
    }

    private static Kind mined(String intent) {
        return switch (what(intent)) {
            case "deposit" -> Kind.DEPOSITED;
            case "withdraw" -> Kind.WITHDRAWN;
            case "register", "progress" -> Kind.REGISTERED;
            default -> Kind.CLOSING;
        };
    }

    private static String what(String intent) {
        return intent.substring(0, Math.max(0, intent.indexOf('/')));
    }

    private static String sentence(Docket.Line line, Kind kind, ChannelSnapshot channel) {
        return switch (kind) {
            case PROPOSED -> Texts.get(channel.ownIndex() == 0 ? "timeline.PROPOSED.own" : "timeline.PROPOSED.peer");
            case DEPOSITED, WITHDRAWN, CLOSING, REGISTERED ->
                Texts.get("timeline." + kind + (line.entry().event().equals("MINED") ? ".mined" : ""));
            case PROBLEM -> Troubles.of(Disputes.stuck(line)).what();
            default -> Texts.get("timeline." + kind);
        };
    }
}
