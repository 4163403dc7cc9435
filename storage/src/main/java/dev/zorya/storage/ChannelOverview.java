package dev.zorya.storage;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.ProposalId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One channel in a list.
 *
 * @param channelId null until the params are complete
 * @param contact id of the contact at the other end, or empty
 * @param phase name of the engine's phase
 * @param version newest fully signed version, unsigned
 * @param updated time of the last write
 */
public record ChannelOverview(
        ProposalId key,
        @Nullable ChannelId channelId,
        String contact,
        String phase,
        long version,
        boolean archived,
        Instant created,
        Instant updated) {
    static final String SELECT = """
            SELECT c.key, c.channel_id, coalesce(p.contact, '') AS contact, s.phase, s.version, s.archived, c.created,
                s.updated
            FROM channels c JOIN channel_states s ON s.channel = c.id LEFT JOIN channel_contacts p ON p.key = c.key
            ORDER BY c.id""";

    static ChannelOverview read(ResultSet row) throws SQLException {
        Bytes id = Columns.bytesOrNull(row, "channel_id");
        return new ChannelOverview(
                new ProposalId(Columns.bytes(row, "key")),
                id == null ? null : new ChannelId(id),
                row.getString("contact"),
                row.getString("phase"),
                row.getLong("version"),
                row.getBoolean("archived"),
                Columns.time(row, "created"),
                Columns.time(row, "updated"));
    }
}
