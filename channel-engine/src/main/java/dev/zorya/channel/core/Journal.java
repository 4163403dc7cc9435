package dev.zorya.channel.core;

import dev.zorya.channel.port.JournalEntry;
import java.time.Instant;

/** Lines of a channel's journal. */
final class Journal {
    private static final int MAX_DETAILS = 1000;

    private Journal() {}

    /** Texts of a peer may stand in the details: control characters are taken out, and they are cut (THREATS.md 63). */
    static JournalEntry line(Instant at, String event, long version, String details) {
        return new JournalEntry(at, event, version, Reasons.clean(details, MAX_DETAILS));
    }
}
