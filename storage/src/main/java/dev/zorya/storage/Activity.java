package dev.zorya.storage;

import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.JournalEntry;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.ProposalId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;

/** What happened, newest first, in pages. A page is found by the row it begins below: rows that come meanwhile move nothing. */
public final class Activity {
    /** The cursor of the first page. */
    public static final long NEWEST = Long.MAX_VALUE;

    private final Readers readers;

    Activity(Readers readers) {
        this.readers = readers;
    }

    /**
     * Payments in the order in which they first came.
     *
     * @param below cursor of the last row of the page before, or {@link #NEWEST}
     */
    public List<ActivityRow> page(ActivityFilter filter, long below, int limit) throws StoreException {
        ActivityQuery query = new ActivityQuery(filter);
        return readers.read(handle -> {
            Query select = handle.createQuery(query.sql()).bind("below", below).bind("limit", limit);
            for (Map.Entry<String, Object> value : query.values().entrySet()) {
                select.bind(value.getKey(), value.getValue());
            }
            return select.map((row, context) -> payment(row)).list();
        });
    }

    /** What happened to a channel. @param below as in {@link #page} */
    public List<JournalRow> journal(ProposalId channel, long below, int limit) throws StoreException {
        return readers.read(handle -> handle.createQuery("""
            SELECT seq, at, event, version, details FROM journal
            WHERE channel = (SELECT id FROM channels WHERE key = :channel) AND seq < :below
            ORDER BY seq DESC LIMIT :limit\
            """)
                .bind("channel", channel.bytes().toArray())
                .bind("below", below)
                .bind("limit", limit)
                .map((row, context) -> journal(row))
                .list());
    }

    private static ActivityRow payment(ResultSet row) throws SQLException {
        BookEntry entry = new BookEntry(
                Columns.bytes(row, "id"),
                BookEntry.Direction.valueOf(row.getString("direction")),
                BookEntry.Status.valueOf(row.getString("status")),
                row.getInt("asset"),
                Columns.amount(row, "amount"),
                row.getString("memo"),
                row.getLong("version"),
                Columns.bytes(row, "request"),
                Columns.time(row, "at"));
        return new ActivityRow(
                row.getLong("seq"), new ProposalId(Columns.bytes(row, "key")), row.getString("contact"), entry);
    }

    private static JournalRow journal(ResultSet row) throws SQLException {
        JournalEntry entry = new JournalEntry(
                Columns.time(row, "at"), row.getString("event"), row.getLong("version"), row.getString("details"));
        return new JournalRow(row.getLong("seq"), entry);
    }
}
