package dev.zorya.storage;

import dev.zorya.channel.port.ChannelWrite;
import dev.zorya.channel.port.JournalEntry;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.ProposalId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes one step of one channel. On the payment path: statements stay prepared and only rows that change are touched. Not to be
 * used any more after a rollback.
 */
final class ChannelRows {
    private final PreparedStatement find;
    private final PreparedStatement create;
    private final PreparedStatement complete;
    private final PreparedStatement state;
    private final PreparedStatement journal;
    private final BookRows book;
    private final InstantSource clock;

    /** What is known of rows that are committed or in the transaction at hand. */
    private final Map<ProposalId, Row> known = new HashMap<>();

    /** @param named the channel id is in the row */
    private record Row(long id, boolean named) {}

    ChannelRows(Connection connection, InstantSource clock) throws SQLException {
        this.clock = clock;
        find = connection.prepareStatement("SELECT id, channel_id IS NOT NULL FROM channels WHERE key = ?");
        create = connection.prepareStatement(
                "INSERT INTO channels (key, channel_id, terms, created) VALUES (?, ?, ?, ?) RETURNING id");
        complete = connection.prepareStatement(
                "UPDATE channels SET channel_id = coalesce(?, channel_id), terms = coalesce(?, terms) WHERE id = ?");
        state = connection.prepareStatement("""
            INSERT INTO channel_states (channel, phase, version, archived, updated, body) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (channel) DO UPDATE SET phase = excluded.phase, version = excluded.version,
                archived = excluded.archived, updated = excluded.updated, body = excluded.body\
            """);
        book = new BookRows(connection);
        journal = connection.prepareStatement(
                "INSERT INTO journal (channel, at, event, version, details) VALUES (?, ?, ?, ?, ?)");
    }

    void write(ChannelWrite write) throws SQLException {
        long now = Times.nanos(clock.instant());
        long channel = row(write, now);
        state.setLong(1, channel);
        state.setString(2, write.phase());
        state.setLong(3, write.version());
        state.setInt(4, write.archived() ? 1 : 0);
        state.setLong(5, now);
        state.setBytes(6, write.body().toArray());
        state.executeUpdate();
        book.write(channel, write.book());
        for (JournalEntry entry : write.journal()) {
            write(channel, entry);
        }
    }

    private long row(ChannelWrite write, long now) throws SQLException {
        Row row = known.get(write.key());
        if (row == null) {
            row = find(write.key());
        }
        if (row == null) {
            row = create(write, now);
        } else if (write.terms() != null || (write.channelId() != null && !row.named)) {
            row = complete(write, row);
        }
        known.put(write.key(), row);
        return row.id;
    }

    private @Nullable Row find(ProposalId key) throws SQLException {
        find.setBytes(1, key.bytes().toArray());
        try (ResultSet found = find.executeQuery()) {
            return found.next() ? new Row(found.getLong(1), found.getBoolean(2)) : null;
        }
    }

    private Row create(ChannelWrite write, long now) throws SQLException {
        Bytes terms = write.terms();
        create.setBytes(1, write.key().bytes().toArray());
        create.setBytes(2, bytes(write.channelId()));
        create.setBytes(3, (terms == null ? Bytes.EMPTY : terms).toArray());
        create.setLong(4, now);
        try (ResultSet created = create.executeQuery()) {
            return new Row(created.getLong(1), write.channelId() != null);
        }
    }

    private Row complete(ChannelWrite write, Row row) throws SQLException {
        Bytes terms = write.terms();
        complete.setBytes(1, bytes(write.channelId()));
        complete.setBytes(2, terms == null ? null : terms.toArray());
        complete.setLong(3, row.id);
        complete.executeUpdate();
        return new Row(row.id, row.named || write.channelId() != null);
    }

    private void write(long channel, JournalEntry entry) throws SQLException {
        journal.setLong(1, channel);
        journal.setLong(2, Times.nanos(entry.at()));
        journal.setString(3, entry.event());
        journal.setLong(4, entry.version());
        journal.setString(5, entry.details());
        journal.executeUpdate();
    }

    private static byte @Nullable [] bytes(@Nullable ChannelId id) {
        return id == null ? null : id.bytes().toArray();
    }
}
