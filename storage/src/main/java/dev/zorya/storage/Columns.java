package dev.zorya.storage;

import dev.zorya.channel.value.Bytes;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Values of the engine in the columns of the database. */
final class Columns {
    private Columns() {}

    static Bytes bytes(ResultSet row, String column) throws SQLException {
        byte[] content = row.getBytes(column);
        return content == null || content.length == 0 ? Bytes.EMPTY : Bytes.wrap(content);
    }

    static @Nullable Bytes bytesOrNull(ResultSet row, String column) throws SQLException {
        byte[] content = row.getBytes(column);
        return content == null ? null : Bytes.wrap(content);
    }

    static BigInteger amount(ResultSet row, String column) throws SQLException {
        return new BigInteger(row.getString(column));
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return Times.instant(row.getLong(column));
    }
}
