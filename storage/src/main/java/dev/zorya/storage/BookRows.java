package dev.zorya.storage;

import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.value.Bytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the book. Payments that are merged into one update come together and are done together: new lines go in several at a
 * time, and lines that stand in a row change in one statement. For that the one writer numbers the lines itself and remembers which
 * are not done. Not to be used any more after a rollback.
 */
final class BookRows {
    /** Lines of one statement. */
    private static final int SEVERAL = 16;

    private static final String COLUMNS =
            "INSERT INTO book (seq, channel, direction, id, status, asset, amount, memo, version, request, at) VALUES ";
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int WIDTH = 11;

    private final PreparedStatement find;
    private final PreparedStatement single;
    private final PreparedStatement several;
    private final PreparedStatement change;
    /** By channel: what goes out and is not done, by its id, with its number. */
    private final Map<Long, Map<Bytes, Long>> open = new HashMap<>();

    private long last;

    BookRows(Connection connection) throws SQLException {
        find = connection.prepareStatement("""
            SELECT id, seq FROM book
            WHERE status IN ('PENDING', 'CANCELLED') AND status <> 'DONE' AND channel = ? AND direction = 'OUT'\
            """);
        single = connection.prepareStatement(COLUMNS + ROW);
        several = connection.prepareStatement(COLUMNS + ROW + ("," + ROW).repeat(SEVERAL - 1));
        change = connection.prepareStatement(
                "UPDATE book SET status = ?, version = ?, at = ? WHERE seq BETWEEN ? AND ?");
        try (Statement select = connection.createStatement();
                ResultSet newest = select.executeQuery("SELECT coalesce(max(seq), 0) FROM book")) {
            newest.next();
            last = newest.getLong(1);
        }
    }

    /** What comes in is done when it comes; what goes out keeps its line until it is. */
    void write(long channel, List<BookEntry> entries) throws SQLException {
        List<BookEntry> fresh = new ArrayList<>();
        int at = 0;
        while (at < entries.size()) {
            BookEntry entry = entries.get(at);
            Long line = line(channel, entry);
            if (line == null) {
                fresh.add(entry);
                stands(channel, entry, last + fresh.size());
                at++;
            } else {
                insert(channel, fresh);
                int row = row(channel, entries, at, line);
                change(entry, line, line + row - 1);
                for (BookEntry changed : entries.subList(at, at + row)) {
                    stands(channel, changed, line++);
                }
                at += row;
            }
        }
        insert(channel, fresh);
    }

    private @Nullable Long line(long channel, BookEntry entry) throws SQLException {
        return switch (entry.direction()) {
            case IN -> null;
            case OUT -> open(channel).get(entry.id());
        };
    }

    private Map<Bytes, Long> open(long channel) throws SQLException {
        Map<Bytes, Long> lines = open.get(channel);
        if (lines == null) {
            lines = new HashMap<>();
            find.setLong(1, channel);
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    lines.put(Bytes.wrap(row.getBytes(1)), row.getLong(2));
                }
            }
            open.put(channel, lines);
        }
        return lines;
    }

    /** From now on this is what the line says. */
    private void stands(long channel, BookEntry entry, long line) throws SQLException {
        switch (entry.direction()) {
            case IN -> {}
            case OUT -> {
                switch (entry.status()) {
                    case PENDING, CANCELLED -> open(channel).put(entry.id(), line);
                    case DONE -> open(channel).remove(entry.id());
                }
            }
        }
    }

    /** How many entries from here on change lines that follow each other, to the same. */
    private int row(long channel, List<BookEntry> entries, int from, long line) throws SQLException {
        BookEntry first = entries.get(from);
        int row = 1;
        while (from + row < entries.size()) {
            BookEntry next = entries.get(from + row);
            Long its = line(channel, next);
            if (its == null || its != line + row || !isSameChange(first, next)) {
                break;
            }
            row++;
        }
        return row;
    }

    private static boolean isSameChange(BookEntry one, BookEntry other) {
        return one.status() == other.status()
                && one.version() == other.version()
                && one.at().equals(other.at());
    }

    private void change(BookEntry to, long first, long end) throws SQLException {
        change.setString(1, to.status().name());
        change.setLong(2, to.version());
        change.setLong(3, Times.nanos(to.at()));
        change.setLong(4, first);
        change.setLong(5, end);
        change.executeUpdate();
    }

    /** Numbers them from {@link #last} on, and leaves the list empty. */
    private void insert(long channel, List<BookEntry> fresh) throws SQLException {
        int at = 0;
        for (; fresh.size() - at >= SEVERAL; at += SEVERAL) {
            insert(several, channel, fresh.subList(at, at + SEVERAL));
        }
        for (; at < fresh.size(); at++) {
            insert(single, channel, fresh.subList(at, at + 1));
        }
        fresh.clear();
    }

    private void insert(PreparedStatement statement, long channel, List<BookEntry> lines) throws SQLException {
        int column = 0;
        for (BookEntry entry : lines) {
            bind(statement, column, channel, entry, ++last);
            column += WIDTH;
        }
        statement.executeUpdate();
    }

    private static void bind(PreparedStatement row, int before, long channel, BookEntry entry, long line)
            throws SQLException {
        row.setLong(before + 1, line);
        row.setLong(before + 2, channel);
        row.setString(before + 3, entry.direction().name());
        row.setBytes(before + 4, entry.id().toArray());
        row.setString(before + 5, entry.status().name());
        row.setInt(before + 6, entry.asset());
        row.setString(before + 7, entry.amount().toString());
        row.setString(before + 8, entry.memo());
        row.setLong(before + 9, entry.version());
        row.setBytes(before + 10, entry.request().toArray());
        row.setLong(before + 11, Times.nanos(entry.at()));
    }
}
