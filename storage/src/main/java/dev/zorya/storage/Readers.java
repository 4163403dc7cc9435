package dev.zorya.storage;

import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.MalformedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A few read-only connections. A reader sees all writes that returned before it began, and never holds up the writer. */
final class Readers implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Readers.class);
    private static final int AT_ONCE = 3;

    private final Path file;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Deque<Reader> idle = new ArrayDeque<>();
    private boolean closed;

    Readers(Path file) {
        this.file = file;
    }

    interface Query<C, T> {
        T run(C connection) throws SQLException;
    }

    <T> T read(Query<Handle, T> query) throws StoreException {
        return with(reader -> query.run(reader.handle()));
    }

    /** Loads JDBI beside whatever else a start has to do: its first query takes half a second, later ones 0.2 ms. */
    void warm() {
        Thread.ofPlatform().name("zorya-store-warm").daemon().start(() -> {
            try {
                read(handle ->
                        handle.createQuery("SELECT 1").mapTo(Integer.class).one());
            } catch (StoreException e) {
                log.debug("Closed before it was warm: {}", e.getMessage());
            }
        });
    }

    /** Without JDBI, for what the start of the wallet waits for. */
    <T> T readPlain(Query<Connection, T> query) throws StoreException {
        return with(reader -> query.run(reader.connection));
    }

    Connection copier() throws SQLException {
        return Connections.copier(file);
    }

    /** Waits for the queries that run, then ends. */
    @Override
    public void close() {
        free.acquireUninterruptibly(AT_ONCE);
        synchronized (idle) {
            closed = true;
            idle.forEach(Reader::close);
            idle.clear();
        }
        free.release(AT_ONCE);
    }

    private <T> T with(Query<Reader, T> query) throws StoreException {
        Reader reader = take();
        try {
            return query.run(reader);
        } catch (SQLException | JdbiException e) {
            throw Failures.of(e);
        } catch (IllegalArgumentException | MalformedException e) {
            throw Failures.corrupt(file, "a row holds a value that Zorya never writes (" + e.getMessage() + ")");
        } finally {
            synchronized (idle) {
                idle.push(reader);
            }
            free.release();
        }
    }

    private Reader take() throws StoreException {
        free.acquireUninterruptibly();
        try {
            synchronized (idle) {
                if (closed) {
                    throw Failures.closed();
                }
                Reader reader = idle.poll();
                if (reader != null) {
                    return reader;
                }
            }
            return new Reader(Connections.reader(file));
        } catch (SQLException | StoreException e) {
            free.release();
            throw Failures.of(e);
        }
    }

    private static final class Reader {
        private final Connection connection;
        private @Nullable Handle handle;

        Reader(Connection connection) {
            this.connection = connection;
        }

        Handle handle() {
            Handle open = handle;
            if (open == null) {
                open = Jdbi.open(connection);
                handle = open;
            }
            return open;
        }

        void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                log.debug("A reader did not close: {}", e.getMessage());
            }
        }
    }
}
