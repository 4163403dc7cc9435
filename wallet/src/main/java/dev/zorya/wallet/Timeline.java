package dev.zorya.wallet;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.JournalEntry;
import dev.zorya.channel.port.StoreException;
import dev.zorya.storage.Activity;
import dev.zorya.storage.ActivityFilter;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.Coin;
import dev.zorya.wallet.api.TimelineEntry;
import dev.zorya.wallet.api.TimelineEntry.Kind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Stream<TimelineEntry> happenings = activity.journal(channel.key(), Activity.NEWEST, MAX).stream()
                .map(row -> happening(row.entry(), channel))
                .flatMap(Optional::stream);
        ActivityFilter ofChannel = new ActivityFilter(channel.key(), null, null, null, "");
        Stream<TimelineEntry> payments =
                activity.page(ofChannel, Activity.NEWEST, MAX).stream().map(row -> payment(row.entry(), coin));
        return Stream.concat(happenings, payments)
                .sorted(Comparator.comparing(TimelineEntry::at).reversed())
                .toList();
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

    private static Optional<TimelineEntry> happening(JournalEntry entry, ChannelSnapshot channel) {
        return kind(entry)
                .map(kind -> new TimelineEntry(
                        entry.at(),
                        kind,
                        sentence(entry, kind, channel),
                        entry.details(),
                        values(entry.details()).getOrDefault(TRANSACTION, "")));
    }

    /** Events that a person has no use for are left out. */
    private static Optional<Kind> kind(JournalEntry entry) {
        return Optional.ofNullable(
                switch (entry.event()) {
                    case "PROPOSED" -> Kind.PROPOSED;
                    case "OPENED" -> Kind.OPENED;
                    case "FINAL" -> Kind.CLOSING;
                    case "CONCLUDED" -> Kind.CONCLUDED;
                    case "WITHDRAWN" -> Kind.WITHDRAWN;
                    case "ENDED" -> Kind.DECLINED;
                    case "STUCK" -> Kind.PROBLEM;
                    case "MINED" -> mined(values(entry.details()).getOrDefault("intent", ""));
                    default -> null;
                });
    }

    private static Kind mined(String intent) {
        if (intent.startsWith("deposit/")) {
            return Kind.DEPOSITED;
        }
        return intent.startsWith("withdraw/") ? Kind.WITHDRAWN : Kind.CLOSING;
    }

    private static String sentence(JournalEntry entry, Kind kind, ChannelSnapshot channel) {
        return switch (kind) {
            case PROPOSED -> Texts.get(channel.ownIndex() == 0 ? "timeline.PROPOSED.own" : "timeline.PROPOSED.peer");
            case DEPOSITED, WITHDRAWN, CLOSING ->
                Texts.get("timeline." + kind + (entry.event().equals("MINED") ? ".mined" : ""));
            default -> Texts.get("timeline." + kind);
        };
    }

    /** The key=value pairs of a journal line; words without a sign are left out. */
    private static Map<String, String> values(String details) {
        Map<String, String> values = new HashMap<>();
        for (String word : details.split(" ", -1)) {
            int sign = word.indexOf('=');
            if (sign > 0) {
                values.putIfAbsent(word.substring(0, sign), word.substring(sign + 1));
            }
        }
        return values;
    }
}
