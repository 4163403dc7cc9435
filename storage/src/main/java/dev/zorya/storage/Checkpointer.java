package dev.zorya.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the write-ahead log into the file beside the writer, so that no payment waits for it. While payments come without
 * a pause the log cannot be emptied that way; when it is long, the writer moves the few pages that are left itself.
 */
final class Checkpointer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Checkpointer.class);

    /** Writes after which to move; a payment dirties about five pages. */
    private static final int MANY_WRITES = 150;

    /** Pages in the log from which on the writer empties it. */
    private static final int LONG_LOG = LogFile.PAGES / 2;

    private static final long PAUSE_MILLIS = 2000;

    private final Connection connection;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int writes;
    private boolean closing;
    private volatile boolean restToWriter;

    Checkpointer(Path file) throws SQLException {
        connection = Connections.writer(file);
        thread = Thread.ofPlatform().name("zorya-store-checkpoint").daemon().start(this::work);
    }

    /** One pass that waits for nobody. @return pages in the log, as far as this connection has seen it grow */
    static int run(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(PASSIVE)")) {
            row.next();
            return row.getInt(2);
        }
    }

    /** Called by the writer after each commit. */
    void committed(int count) {
        lock.lock();
        try {
            boolean few = writes < MANY_WRITES;
            writes += count;
            if (few && writes >= MANY_WRITES) {
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether the writer shall run a pass now. Asking takes the wish back. */
    boolean leavesRestToWriter() {
        if (!restToWriter) {
            return false;
        }
        restToWriter = false;
        return true;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try (connection) {
            while (awaitWrites()) {
                pass();
            }
        } catch (SQLException e) {
            log.warn("The checkpoint connection did not close in order: {}", e.getMessage());
        } catch (InterruptedException e) {
            log.debug("Interrupted; the log is moved when the wallet is opened again");
        }
    }

    /** Waits for many writes, or for a pause after a few. @return false to end */
    private boolean awaitWrites() throws InterruptedException {
        lock.lock();
        try {
            while (!closing && writes < MANY_WRITES) {
                if (!changed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS) && writes > 0) {
                    break;
                }
            }
            writes = 0;
            return !closing;
        } finally {
            lock.unlock();
        }
    }

    private void pass() {
        try {
            restToWriter = run(connection) > LONG_LOG;
        } catch (SQLException e) {
            log.warn("The write-ahead log stays as it is for now: {}", e.getMessage());
        }
    }
}
