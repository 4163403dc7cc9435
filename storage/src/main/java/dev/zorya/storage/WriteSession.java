package dev.zorya.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement rollback;
    private final ChannelRows channels;
    private @Nullable Handle handle;

    WriteSession(Path file, InstantSource clock) throws SQLException {
        connection = Connections.writer(file);
        LogFile.lengthen(file);
        begin = connection.prepareStatement("BEGIN IMMEDIATE");
        commit = connection.prepareStatement("COMMIT");
        rollback = connection.prepareStatement("ROLLBACK");
        channels = new ChannelRows(connection, clock);
    }

    /** The payment path: prepared statements, without JDBI's 0.2 ms a call. */
    ChannelRows channels() {
        return channels;
    }

    /** Everything else. Made when first asked for: loading JDBI takes longer than opening the wallet. */
    Handle handle() {
        if (handle == null) {
            handle = Jdbi.open(connection);
        }
        return handle;
    }

    void begin() throws SQLException {
        begin.execute();
    }

    void commit() throws SQLException {
        commit.execute();
    }

    /** Undoes what was begun. SQLite has done so already after some failures, such as a full disk. */
    void rollback() {
        channels.forget();
        try {
            rollback.execute();
        } catch (SQLException e) {
            log.debug("Nothing to roll back: {}", e.getMessage());
        }
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
