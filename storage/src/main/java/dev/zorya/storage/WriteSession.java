package dev.zorya.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The writer's connection with what stays open on it. Used by the writer's thread only. */
final class WriteSession {
    private static final Logger log = LoggerFactory.getLogger(WriteSession.class);

    private final Connection connection;
    private final InstantSource clock;
    private @Nullable Prepared prepared;
    private @Nullable Handle handle;

    WriteSession(Path file, InstantSource clock) throws SQLException {
        this.clock = clock;
        connection = Connections.writer(file);
        LogFile.lengthen(file);
    }

    private record Prepared(PreparedStatement begin, PreparedStatement commit, ChannelRows channels) {}

    /** The payment path: prepared statements, without JDBI's 0.2 ms a call. */
    ChannelRows channels() throws SQLException {
        return prepared().channels;
    }

    /** Everything else. Made when first asked for: loading JDBI takes longer than opening the wallet. */
    Handle handle() {
        if (handle == null) {
            handle = Jdbi.open(connection);
        }
        return handle;
    }

    void begin() throws SQLException {
        prepared().begin.execute();
    }

    void commit() throws SQLException {
        prepared().commit.execute();
    }

    /**
     * Undoes what was begun; SQLite has done so already after some failures, such as a full disk. The driver closes a
     * statement that did not succeed, so all are prepared anew; and rows of the transaction do not exist.
     */
    void rollback() {
        prepared = null;
        try (Statement rollback = connection.createStatement()) {
            rollback.execute("ROLLBACK");
        } catch (SQLException e) {
            log.debug("Nothing to roll back: {}", e.getMessage());
        }
    }

    private Prepared prepared() throws SQLException {
        Prepared open = prepared;
        if (open == null) {
            open = new Prepared(
                    connection.prepareStatement("BEGIN IMMEDIATE"),
                    connection.prepareStatement("COMMIT"),
                    new ChannelRows(connection, clock));
            prepared = open;
        }
        return open;
    }

    /** Moves what the checkpointer left into the file, so that the log begins anew with the next commit. */
    void checkpoint() throws SQLException {
        Checkpointer.run(connection);
    }

    void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            log.warn("The database did not close in order; it is checked at the next start: {}", e.getMessage());
        }
    }
}
