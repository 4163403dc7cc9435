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
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer. Its thread takes all writes that wait, applies them in one transaction, commits, then releases their callers:
 * what many channels wait for at the same time costs one turn of the disk (DESIGN.md 2, 6).
 */
final class Writer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Writer.class);

    /** Bounds how long the first write of a group waits for the others. */
    private static final int LARGEST_GROUP = 256;

    private final BlockingQueue<Job<?>> waiting = new LinkedBlockingQueue<>();
    private final WriteSession session;
    private final Checkpointer checkpointer;
    private final Thread thread;
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

    /**
     * Returns at once.
     *
     * @return completes on the writer's thread when the work is committed, or fails with a {@link StoreException}
     */
    <T> CompletionStage<T> submit(Work<T> work) {
        return add(work).outcome;
    }

    /** Blocks until the work is committed. An interruption of the caller waits: the outcome must be known. */
    <T> T write(Work<T> work) throws StoreException {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("the writer would wait for itself");
        }
        try {
            return add(work).outcome.join();
        } catch (CompletionException e) {
            throw Failures.of(e.getCause() == null ? e : e.getCause());
        }
    }

    private <T> Job<T> add(Work<T> work) {
        Job<T> job = new Job<>(work);
        waiting.add(job);
        LockSupport.unpark(thread);
        if (finished) {
            refuseWaiting();
        }
        return job;
    }

    /** How many writes the writer has not taken up yet. */
    int waiting() {
        return waiting.size();
    }

    /** Commits what waits, moves the log into the file and ends. */
    @Override
    public void close() {
        // one after the other: two that close at the same time both leave the tidying to the other
        checkpointer.close();
        closing = true;
        LockSupport.unpark(thread);
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
        List<Job<?>> group = new ArrayList<>();
        while (!closing || !waiting.isEmpty()) {
            if (waiting.drainTo(group, LARGEST_GROUP) == 0) {
                LockSupport.park(this);
            } else {
                commit(group);
                checkpoint();
                group.clear();
            }
        }
        session.close();
        finished = true;
        refuseWaiting();
    }

    private void refuseWaiting() {
        for (Job<?> job = waiting.poll(); job != null; job = waiting.poll()) {
            job.outcome.completeExceptionally(Failures.closed());
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
            group.getFirst().outcome.completeExceptionally(Failures.of(failure));
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
