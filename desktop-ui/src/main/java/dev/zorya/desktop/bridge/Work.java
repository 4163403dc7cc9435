package dev.zorya.desktop.bridge;

import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what may block on virtual threads and gives the outcome to the JavaFX thread: a value or a problem, never an exception. */
public final class Work implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Work.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Runs a task that may block; one of {@code value} and {@code problem} is called on the JavaFX thread. */
    public <T> void run(Callable<T> task, Consumer<T> value, Consumer<WalletProblem> problem) {
        run(task, value, problem, () -> {});
    }

    /** Like the shorter one; {@code afterwards} runs on the thread of the task when its outcome is on its way to the window. */
    public <T> void run(Callable<T> task, Consumer<T> value, Consumer<WalletProblem> problem, Runnable afterwards) {
        try {
            threads.execute(() -> {
                try {
                    T result = task.call();
                    show(() -> value.accept(result));
                } catch (Exception | Error e) {
                    WalletProblem words = words(e);
                    show(() -> problem.accept(words));
                } finally {
                    afterwards.run();
                }
            });
        } catch (RejectedExecutionException closed) {
            LOG.debug("The window is closing; a task was not started");
        }
    }

    /** Runs an action that completes later; starting it may block as well. */
    public <T> void follow(Callable<CompletionStage<T>> action, Consumer<T> value, Consumer<WalletProblem> problem) {
        run(
                action,
                stage -> stage.whenComplete((result, failure) -> show(() -> {
                    if (failure == null) {
                        value.accept(result);
                    } else {
                        problem.accept(words(failure));
                    }
                })),
                problem);
    }

    /** Hands a report that comes from another thread to the JavaFX thread. */
    public void show(Runnable report) {
        Platform.runLater(report);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static WalletProblem words(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof WalletException expected) {
            return expected.problem();
        }
        if (!(cause instanceof CancellationException)) {
            LOG.error("A task of the window ended in a way that nobody planned", cause);
        }
        return Unplanned.problem(cause);
    }
}
