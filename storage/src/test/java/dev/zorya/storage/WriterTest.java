package dev.zorya.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Group commit: one transaction for all that wait, an answer for each. */
@Timeout(60)
class WriterTest {
    @TempDir
    Path folder;

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch busy = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private WalletStore store;

    @BeforeEach
    void open() throws StoreException {
        store = WalletStore.open(folder);
    }

    @AfterEach
    void close() {
        release.countDown();
        store.close();
        callers.close();
    }

    /** Keeps the writer busy, so that all that comes until {@code release} waits and becomes one group. */
    private Future<?> hold() throws InterruptedException {
        Future<?> holder = callers.submit(() -> store.writer().write(session -> {
            busy.countDown();
            return release.await(30, TimeUnit.SECONDS);
        }));
        assertTrue(busy.await(30, TimeUnit.SECONDS));
        return holder;
    }

    private Future<?> later(Writer.Work<?> work) throws InterruptedException {
        int before = store.writer().waiting();
        Future<?> future = callers.submit(() -> store.writer().write(work));
        while (store.writer().waiting() == before) {
            Thread.sleep(1);
        }
        return future;
    }

    private static Writer.Work<Integer> put(String key) {
        return session -> session.handle().execute("INSERT INTO settings VALUES (?, 'x')", key);
    }

    private static int inTransaction(WriteSession session) {
        return session.handle()
                .createQuery("SELECT count(*) FROM settings")
                .mapTo(Integer.class)
                .one();
    }

    @Test
    void whatWaitsBecomesOneTransactionAndNobodyIsReleasedBeforeItsCommit() throws Exception {
        hold();
        Future<?> first = later(put("a"));
        AtomicInteger seenInside = new AtomicInteger(-1);
        AtomicInteger seenOutside = new AtomicInteger(-1);
        AtomicBoolean firstDone = new AtomicBoolean(true);
        Future<?> second = later(session -> {
            seenInside.set(inTransaction(session));
            seenOutside.set(store.settings().all().size());
            firstDone.set(first.isDone());
            return true;
        });
        release.countDown();
        second.get();
        first.get();
        assertEquals(1, seenInside.get(), "same transaction");
        assertEquals(0, seenOutside.get(), "not committed yet");
        assertFalse(firstDone.get(), "not released yet");
        assertEquals(List.of("a"), List.copyOf(store.settings().all().keySet()));
    }

    @Test
    void oneThatFailsForItsOwnReasonDoesNotTakeTheOthersWithIt() throws Exception {
        hold();
        Future<?> before = later(put("before"));
        Future<?> refused = later(session -> session.handle().execute("INSERT INTO settings VALUES ('n', NULL)"));
        Future<?> broken = later(session -> {
            session.handle().execute("INSERT INTO settings VALUES ('half', 'x')");
            throw new IllegalStateException("a fault of the caller");
        });
        Future<?> after = later(put("after"));
        release.countDown();
        before.get();
        after.get();
        assertInstanceOf(
                StoreException.class,
                assertThrows(ExecutionException.class, refused::get).getCause());
        StoreException told = assertInstanceOf(
                StoreException.class,
                assertThrows(ExecutionException.class, broken::get).getCause());
        assertInstanceOf(IllegalStateException.class, told.getCause());
        assertEquals(
                List.of("after", "before"), List.copyOf(store.settings().all().keySet()));
    }

    @Test
    void aChannelOfARolledBackGroupIsFoundAgain() throws Exception {
        hold();
        Future<?> opening = later(session -> {
            session.channels().write(Samples.opening(1));
            return true;
        });
        Future<?> broken = later(session -> {
            throw new IllegalStateException("a fault of the caller");
        });
        release.countDown();
        opening.get();
        assertThrows(ExecutionException.class, broken::get);
        Saved.now(store, Samples.payment(1, 5));
        assertEquals(5, store.channels().overview().getFirst().version());
    }

    @Test
    void anInterruptedCallerStillLearnsTheOutcome() throws Exception {
        Future<?> holder = hold();
        AtomicBoolean flag = new AtomicBoolean();
        CountDownLatch saved = new CountDownLatch(1);
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                store.settings().put("kept", "x");
                flag.set(Thread.currentThread().isInterrupted());
                saved.countDown();
            } catch (StoreException e) {
                throw new AssertionError(e);
            }
        });
        while (store.writer().waiting() == 0) {
            Thread.sleep(1);
        }
        caller.interrupt();
        release.countDown();
        assertTrue(saved.await(30, TimeUnit.SECONDS));
        holder.get();
        assertTrue(flag.get());
        assertEquals("x", store.settings().get("kept").orElseThrow());
    }

    @Test
    void closingCommitsWhatWaits() throws Exception {
        hold();
        Future<?> waiting = later(put("late"));
        Thread closing = Thread.ofPlatform().start(store::close);
        release.countDown();
        waiting.get();
        closing.join();
        try (WalletStore again = WalletStore.open(folder)) {
            assertEquals("x", again.settings().get("late").orElseThrow());
        }
    }

    @Test
    void whatFollowsACommitOnTheWritersThreadCannotWaitForTheNextOne() throws Exception {
        CompletionStage<Throwable> answer = store.writer()
                .submit(put("a"))
                .handle((count, failure) -> {
                    try {
                        return store.writer().write(put("b"));
                    } catch (StoreException | IllegalStateException refused) {
                        return refused;
                    }
                })
                .thenApply(Throwable.class::cast);
        assertInstanceOf(
                IllegalStateException.class, answer.toCompletableFuture().get());
        assertEquals(List.of("a"), List.copyOf(store.settings().all().keySet()));
    }

    @Test
    void afterClosingEveryWriteIsRefused() {
        Writer writer = store.writer();
        store.close();
        StoreException told = assertThrows(StoreException.class, () -> writer.write(put("late")));
        assertEquals(StoreException.Reason.CLOSED, told.reason());
    }

    @Test
    void aHundredChannelsPayAtOnceWhileOthersRead() throws Exception {
        List<Future<?>> all = new ArrayList<>();
        for (int channel = 0; channel < 100; channel++) {
            int mine = channel;
            all.add(callers.submit(() -> {
                Saved.now(store, Samples.opening(mine));
                for (int number = 1; number <= 20; number++) {
                    Saved.now(store, Samples.payment(mine, mine * 1000 + number));
                    if (number % 10 == 0) {
                        assertEquals(
                                mine * 1000 + number,
                                store.activity().page(ActivityFilter.ALL, Activity.NEWEST, 5000).stream()
                                        .filter(row -> row.channel().equals(Samples.key(mine)))
                                        .findFirst()
                                        .orElseThrow()
                                        .entry()
                                        .version());
                    }
                }
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        assertEquals(
                2000,
                store.activity().page(ActivityFilter.ALL, Activity.NEWEST, 5000).size());
    }

    @Test
    void theLogDoesNotGrowWithoutEnd() throws Exception {
        Saved.now(store, Samples.opening(1));
        for (int number = 1; number <= 3000; number++) {
            Saved.now(store, Samples.payment(1, number));
        }
        long length = Files.size(LogFile.of(Database.file(folder)));
        assertTrue(length < 2L * LogFile.PAGES * 4200, () -> "length " + length);
    }
}
