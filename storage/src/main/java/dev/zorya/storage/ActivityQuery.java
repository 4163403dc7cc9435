package dev.zorya.storage;

import dev.zorya.channel.port.BookEntry;
import java.util.HashMap;
import java.util.Map;

/** The filter of an activity page as SQL: only conditions that are asked for, so that their indexes are used. */
record ActivityQuery(String sql, Map<String, Object> values) {
    static final String SELECT = """
            SELECT b.seq, c.key, coalesce(p.contact, '') AS contact, b.direction, b.id, b.status, b.asset, b.amount,
                b.memo, b.version, b.request, b.at
            FROM book b JOIN channels c ON c.id = b.channel LEFT JOIN channel_contacts p ON p.key = c.key
                LEFT JOIN contacts n ON n.id = p.contact""";

    ActivityQuery(ActivityFilter filter) {
        Map<String, Object> values = new HashMap<>();
        this(
                SELECT + " WHERE b.seq < :below" + conditions(filter, values) + " ORDER BY b.seq DESC LIMIT :limit",
                values);
    }

    private static String conditions(ActivityFilter filter, Map<String, Object> values) {
        StringBuilder conditions = new StringBuilder();
        if (filter.channel() != null) {
            conditions.append(" AND b.channel = (SELECT id FROM channels WHERE key = :channel)");
            values.put("channel", filter.channel().bytes().toArray());
        }
        if (filter.contact() != null) {
            conditions.append(" AND b.channel IN (SELECT id FROM channels WHERE key IN"
                    + " (SELECT key FROM channel_contacts WHERE contact = :contact))");
            values.put("contact", filter.contact());
        }
        if (filter.direction() != null) {
            conditions.append(" AND b.direction = :direction");
            values.put("direction", filter.direction().name());
        }
        if (filter.status() != null) {
            // The second condition says no more than the first, but lets SQLite use the partial index.
            conditions.append(" AND b.status = :status");
            conditions.append(filter.status() == BookEntry.Status.DONE ? "" : " AND b.status <> 'DONE'");
            values.put("status", filter.status().name());
        }
        if (!filter.text().isBlank()) {
            conditions.append(" AND (b.memo LIKE :text ESCAPE '!' OR coalesce(n.name, '') LIKE :text ESCAPE '!')");
            values.put("text", "%" + filter.text().strip().replaceAll("([!%_])", "!$1") + "%");
        }
        return conditions.toString();
    }
}
