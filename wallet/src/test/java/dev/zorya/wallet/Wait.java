package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.function.Executable;

/** Waits for what takes a moment, and not for ever. */
final class Wait {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Wait() {}

    static <T> T done(CompletionStage<T> stage) throws Exception {
        try {
            return stage.toCompletableFuture().get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (Causes.unwrapped(e) instanceof WalletException problem) {
                throw problem;
            }
            throw e;
        }
    }

    static void until(Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(LONGEST);
        while (!condition.call()) {
            if (Instant.now().isAfter(end)) {
                fail("did not become true within " + LONGEST);
            }
            Thread.sleep(5);
        }
    }

    /** The problem that an action or its stage fails with; its three sentences are there. */
    static WalletProblem problem(Executable action) {
        WalletProblem problem = assertThrows(WalletException.class, action).problem();
        assertTrue(problem.what().length() > 10
                && problem.meaning().length() > 10
                && problem.next().length() > 10);
        return problem;
    }
}
