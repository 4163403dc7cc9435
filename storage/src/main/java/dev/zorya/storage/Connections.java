package dev.zorya.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteOpenMode;
import org.sqlite.jdbc4.JDBC4Connection;

/** Opens the database in the ways this wallet uses it, each with the settings that a file from elsewhere calls for (threat 47). */
final class Connections {
    /** No row of ours comes near; a file that holds larger ones is not read into memory. */
    private static final int LARGEST_VALUE = 16 << 20;

    private static final int BUSY_MILLIS = 10_000;

    private static final List<String> ALWAYS =
            List.of("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "foreign_keys=ON", "temp_store=MEMORY");

    private Connections() {}

    /** Reads a file that is not trusted yet. Does not change it, not even by moving the write-ahead log into it at the end. */
    static Connection inspector(Path file) throws SQLException {
        return open(file, true, List.of("query_only=ON"));
    }

    static Connection reader(Path file) throws SQLException {
        return open(file, true, List.of("query_only=ON", "cache_size=-4000"));
    }

    /**
     * Every commit is on the disk when it returns (DESIGN.md 6). The log is moved into the file by the
     * {@link Checkpointer} and keeps its length: to overwrite is faster than to append.
     */
    static Connection writer(Path file) throws SQLException {
        return open(
                file,
                false,
                List.of(
                        "journal_mode=WAL",
                        "synchronous=FULL",
                        "wal_autocheckpoint=0",
                        "journal_size_limit=67108864",
                        "cache_size=-16000"));
    }

    /** For {@code VACUUM INTO}, which attaches the file that it writes. */
    static Connection copier(Path file) throws SQLException {
        return open(file, true, 1, List.of());
    }

    /** Writes to a file that nobody has opened yet, and leaves no log beside it. */
    static Connection marker(Path file) throws SQLException {
        return open(file, false, List.of("journal_mode=DELETE", "synchronous=FULL"));
    }

    private static Connection open(Path file, boolean readOnly, List<String> pragmas) throws SQLException {
        return open(file, readOnly, 0, pragmas);
    }

    private static Connection open(Path file, boolean readOnly, int attached, List<String> pragmas)
            throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        if (readOnly) {
            config.setReadOnly(true);
        } else {
            config.resetOpenMode(SQLiteOpenMode.CREATE);
        }
        config.setBusyTimeout(BUSY_MILLIS);
        config.setGetGeneratedKeys(false);
        config.setPragma(Pragma.LIMIT_LENGTH, Integer.toString(LARGEST_VALUE));
        config.setPragma(Pragma.LIMIT_ATTACHED, Integer.toString(attached));
        config.setPragma(Pragma.LIMIT_TRIGGER_DEPTH, "0");
        // As a URI: the driver reads settings out of a plain file name that has a question mark in it.
        String uri = file.toAbsolutePath().toUri().toASCIIString();
        Connection connection = new JDBC4Connection("jdbc:sqlite:" + uri, uri, config.toProperties());
        try (Statement statement = connection.createStatement()) {
            for (String pragma : ALWAYS) {
                statement.execute("PRAGMA " + pragma);
            }
            for (String pragma : pragmas) {
                statement.execute("PRAGMA " + pragma);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }
}
