package dev.zorya.wallet;

import dev.zorya.channel.port.JournalEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads from a channel's journal who did what before the chain: a line alone does not say by whom. */
final class Docket {
    /** What a line of the journal means. */
    enum Move {
        CLOSED_ALONE,
        WE_REGISTERED,
        /** The other side, with the newest balance. */
        THEY_REGISTERED,
        THEY_CHEATED,
        /** The other side, with a balance that we do not have. */
        THEY_SURPRISED,
        WE_ANSWERED,
        THEY_ANSWERED,
        APP_MOVED,
        /** Says what an earlier line said. */
        REPEATED,
        /** Not about a dispute. */
        OTHER
    }

    /** @param values the key=value pairs of its details; words without a sign are left out */
    record Line(JournalEntry entry, Move move, Map<String, String> values) {
        String value(String key) {
            return values.getOrDefault(key, "");
        }
    }

    private final List<Line> lines = new ArrayList<>();
    private String lastFact = "";
    private boolean announced;
    private long ours;

    private Docket() {}

    /** Reads a journal line by line; {@code oldestFirst} is the order in which it was written. */
    static List<Line> read(List<JournalEntry> oldestFirst) {
        Docket docket = new Docket();
        oldestFirst.forEach(docket::add);
        return List.copyOf(docket.lines);
    }

    private void add(JournalEntry entry) {
        Map<String, String> values = values(entry.details());
        lines.add(new Line(entry, move(entry, values), values));
    }

    private Move move(JournalEntry entry, Map<String, String> values) {
        return switch (entry.event()) {
            case "REGISTERING" -> announced(entry);
            case "REGISTERED" -> repeated(entry, values) ? Move.REPEATED : registered(entry, values);
            case "REFUTED" ->
                repeated(entry, values)
                        ? Move.REPEATED
                        : own(entry, values)
                                ? Move.WE_ANSWERED
                                : unknown(entry) ? Move.THEY_SURPRISED : Move.THEY_ANSWERED;
            case "PROGRESSED" -> repeated(entry, values) ? Move.REPEATED : Move.APP_MOVED;
            default -> Move.OTHER;
        };
    }

    /** With the channel around it is not the person's doing. */
    private Move announced(JournalEntry entry) {
        announced = true;
        ours = entry.version();
        return entry.details().contains("with=parent") ? Move.OTHER : Move.CLOSED_ALONE;
    }

    /** The same fact is written again when more becomes known about it; after a reorganisation its time is another. */
    private boolean repeated(JournalEntry entry, Map<String, String> values) {
        String fact = entry.event() + " " + entry.version() + " " + values.getOrDefault("timeout", "");
        boolean same = fact.equals(lastFact);
        lastFact = fact;
        return same;
    }

    private Move registered(JournalEntry entry, Map<String, String> values) {
        if (announced && ours == entry.version()) {
            return Move.WE_REGISTERED;
        }
        if (own(entry, values)) {
            return Move.THEY_REGISTERED;
        }
        boolean older = Long.compareUnsigned(entry.version(), unsigned(values.get("ours"))) < 0;
        return older ? Move.THEY_CHEATED : unknown(entry) ? Move.THEY_SURPRISED : Move.THEY_REGISTERED;
    }

    private static boolean own(JournalEntry entry, Map<String, String> values) {
        return Long.toUnsignedString(entry.version()).equals(values.get("ours"));
    }

    private static boolean unknown(JournalEntry entry) {
        return entry.details().endsWith(" unknown");
    }

    private static long unsigned(@Nullable String number) {
        return number != null && number.matches("\\d{1,20}") ? Long.parseUnsignedLong(number) : 0;
    }

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
