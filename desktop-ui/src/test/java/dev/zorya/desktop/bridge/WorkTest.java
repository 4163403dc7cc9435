package dev.zorya.desktop.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Whatever a task does, the window gets one outcome, on the JavaFX thread. */
class WorkTest {
    private static final WalletProblem REFUSAL =
            new WalletProblem(WalletProblem.Code.AMOUNT_ZERO, "What.", "Meaning.", "Next.", "details");

    private final Work work = new Work();
    private final BlockingQueue<String> outcomes = new LinkedBlockingQueue<>();

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void close() {
        work.close();
    }

    private void value(String value) {
        outcomes.add("value " + value + thread());
    }

    private void problem(WalletProblem problem) {
        outcomes.add("problem " + problem.code() + thread());
    }

    private static String thread() {
        return Platform.isFxApplicationThread() ? "" : " on the wrong thread";
    }

    private String outcome() throws InterruptedException {
        return String.valueOf(outcomes.poll(60, TimeUnit.SECONDS));
    }

    @Test
    void aTaskRunsAwayFromTheWindowAndItsValueComesBackToIt() throws InterruptedException {
        work.run(() -> Thread.currentThread().isVirtual() ? "virtual" : "platform", this::value, this::problem);
        assertEquals("value virtual", outcome());
    }

    @Test
    void aRefusalIsToldAsItIs() throws InterruptedException {
        work.run(
                () -> {
                    throw new WalletException(REFUSAL);
                },
                this::value,
                problem -> outcomes.add(problem.equals(REFUSAL) ? "the same" + thread() : problem.toString()));
        assertEquals("the same", outcome());
    }

    @Test
    void whatNobodyPlannedBecomesAProblemWithItsName() throws InterruptedException {
        BlockingQueue<WalletProblem> told = new LinkedBlockingQueue<>();
        work.run(
                () -> {
                    throw new IllegalStateException("gone");
                },
                this::value,
                told::add);
        WalletProblem problem = told.poll(60, TimeUnit.SECONDS);
        assertEquals(WalletProblem.Code.INTERNAL, problem.code());
        assertEquals("Zorya met a situation that nobody planned for.", problem.what());
        assertTrue(problem.details().contains("gone"));
        assertTrue(outcomes.isEmpty(), "one outcome, not two");
    }

    @Test
    void anErrorIsAnOutcomeTooAndWhatFollowsStillRuns() throws InterruptedException {
        CountDownLatch afterwards = new CountDownLatch(1);
        work.run(
                () -> {
                    throw new AssertionError("broken");
                },
                this::value,
                this::problem,
                afterwards::countDown);
        assertEquals("problem INTERNAL", outcome());
        assertTrue(afterwards.await(60, TimeUnit.SECONDS));
    }

    @Test
    void whatFollowsRunsOnTheThreadOfTheTask() throws InterruptedException {
        BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
        work.run(
                () -> {
                    threads.add(Thread.currentThread());
                    return "done";
                },
                this::value,
                this::problem,
                () -> threads.add(Thread.currentThread()));
        Thread task = threads.poll(60, TimeUnit.SECONDS);
        assertEquals(task, threads.poll(60, TimeUnit.SECONDS));
    }

    @Test
    void anActionIsFollowedUntilItCompletes() throws InterruptedException {
        CompletableFuture<String> action = new CompletableFuture<>();
        work.follow(() -> action, this::value, this::problem);
        assertEquals(null, outcomes.poll(100, TimeUnit.MILLISECONDS), "not before");
        action.complete("paid");
        assertEquals("value paid", outcome());
    }

    @Test
    void anActionThatIsRefusedLaterOrAtOnceIsUnwrapped() throws InterruptedException {
        work.follow(
                () -> CompletableFuture.failedFuture(new CompletionException(new WalletException(REFUSAL))),
                this::value,
                this::problem);
        assertEquals("problem AMOUNT_ZERO", outcome());
        work.follow(
                () -> {
                    throw new WalletException(REFUSAL);
                },
                this::value,
                this::problem);
        assertEquals("problem AMOUNT_ZERO", outcome());
    }

    @Test
    void afterClosingNothingStartsAndWhatRunsIsInterrupted() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        work.run(
                () -> {
                    started.countDown();
                    try {
                        Thread.sleep(60_000);
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                    return "";
                },
                value -> {},
                problem -> {});
        assertTrue(started.await(60, TimeUnit.SECONDS));
        work.close();
        assertTrue(interrupted.await(60, TimeUnit.SECONDS));
        work.run(() -> "late", this::value, this::problem);
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(outcomes.stream().anyMatch(outcome -> outcome.contains("late")));
    }
}
