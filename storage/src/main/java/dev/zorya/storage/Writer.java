package dev.zorya.storage;

import dev.zorya.channel.port.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer. Takes all writes that wait, applies them in one transaction, commits, then releases their callers: what
 * many channels wait for at the same time costs one turn of the disk (DESIGN.md 2, 6). A thread does this, except that a
 * caller who finds it idle does it at once itself: to wake the thread and to be woken by it cost a fifth of a commit.
 */
final class Writer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Writer.class);

    /** Bounds how long the first write of a group waits for the others. */
    private static final int LARGEST_GROUP = 256;

    private final BlockingQueue<Job<?>> waiting = new LinkedBlockingQueue<>();
    private final WriteSession session;
    private final Checkpointer checkpointer;
    private final Thread thread;

    /** Held by whoever uses the session. */
    private final ReentrantLock turn = new ReentrantLock();

    private volatile boolean closing;
    private volatile boolean finished;

    Writer(Path file, InstantSource clock) throws SQLException {
        session = new WriteSession(file, clock);
        checkpointer = new Checkpointer(file);
        thread = Thread.ofPlatform().name("zorya-store").daemon().start(this::work);
    }

    /** Runs inside a transaction of the writer. May run again if another write of its group did not succeed. */
    interface Work<T> {
        T run(WriteSession session) throws Exception;
    }

    /** Blocks until the work is committed. An interruption of the caller waits: the outcome must be known. */
    <T> T write(Work<T> work) throws StoreException {
        Job<T> job = new Job<>(work);
        waiting.add(job);
        if (turn.tryLock()) {
            commitWaiting();
        }
        if (!job.outcome.isDone()) {
            LockSupport.unpark(thread);
        }
        try {
            return job.outcome.join();
        } catch (CompletionException e) {
            throw Failures.of(e.getCause() == null ? e : e.getCause());
        }
    }

    /** How many writes the writer has not taken up yet. */
    int waiting() {
        return waiting.size();
    }

    /** Commits what waits, moves the log into the file and ends. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        checkpointer.close();
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
        while (!closing || !waiting.isEmpty()) {
            if (waiting.isEmpty()) {
                LockSupport.park(this);
            } else {
                turn.lock();
                commitWaiting();
            }
        }
        turn.lock();
        try {
            finished = true;
            session.close();
        } finally {
            commitWaiting();
        }
    }

    /** One group. Called with the turn, gives it back. */
    private void commitWaiting() {
        try {
            List<Job<?>> group = new ArrayList<>();
            waiting.drainTo(group, LARGEST_GROUP);
            if (finished) {
                group.forEach(job -> job.outcome.completeExceptionally(Failures.closed()));
            } else if (!group.isEmpty()) {
                commit(group);
                checkpoint();
            }
        } finally {
            turn.unlock();
        }
    }

    private void commit(List<Job<?>> group) {
        try {
            session.begin();
            for (Job<?> job : group) {
                job.apply(session);
            }
            session.commit();
        } catch (Throwable failure) {
            session.rollback();
            failed(group, failure);
            return;
        }
        checkpointer.committed(group.size());
        group.forEach(Job::release);
    }

    /** One of the group did not succeed, or the disk did not: each then gets a transaction and an answer of its own. */
    private void failed(List<Job<?>> group, Throwable failure) {
        if (group.size() == 1) {
            group.getFirst().outcome.completeExceptionally(failure);
        } else {
            group.forEach(job -> commit(List.of(job)));
        }
    }

    private void checkpoint() {
        if (checkpointer.leavesRestToWriter()) {
            try {
                session.checkpoint();
            } catch (SQLException e) {
                log.warn("The write-ahead log stays long: {}", e.getMessage());
            }
        }
    }

    private static final class Job<T> {
        private final Work<T> work;
        private final CompletableFuture<T> outcome = new CompletableFuture<>();
        private @Nullable T result;

        Job(Work<T> work) {
            this.work = work;
        }

        void apply(WriteSession session) throws Exception {
            result = work.run(session);
        }

        void release() {
            outcome.complete(Objects.requireNonNull(result));
        }
    }
}
