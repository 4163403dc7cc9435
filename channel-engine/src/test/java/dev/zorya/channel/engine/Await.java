package dev.zorya.channel.engine;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.ChannelSnapshot.Status;
import dev.zorya.channel.sim.SimParty;
import dev.zorya.channel.value.ProposalId;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Waiting for engines, but not for ever. */
final class Await {
    private static final int SECONDS = 30;

    private Await() {}

    static <T> T done(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("never completed", e);
        } catch (ExecutionException e) {
            throw new AssertionError("failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Why it failed; everything but an {@link EngineException} fails the test. */
    static EngineException.Reason failure(CompletionStage<?> stage) {
        return refusal(stage).reason();
    }

    /** What it failed with; everything but an {@link EngineException} fails the test. */
    static EngineException refusal(CompletionStage<?> stage) {
        ExecutionException failure = assertThrows(
                ExecutionException.class, () -> stage.toCompletableFuture().get(SECONDS, TimeUnit.SECONDS));
        return assertInstanceOf(EngineException.class, failure.getCause());
    }

    static void that(BooleanSupplier condition, String what) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("not within " + SECONDS + " s: " + what);
            }
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    static void released(CountDownLatch latch) {
        try {
            if (!latch.await(SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("never released");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static void status(SimParty party, ProposalId key, Status wanted) {
        that(
                () -> party.engine()
                        .channel(key)
                        .map(ChannelSnapshot::status)
                        .filter(wanted::equals)
                        .isPresent(),
                "status " + wanted + ", is " + party.engine().channel(key).map(ChannelSnapshot::status));
    }
}
