package dev.zorya.node.peer;

import dev.zorya.node.peer.Failure.Kind;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Until when a command may take. */
record Deadline(Duration limit, long end) {
    static Deadline in(Duration limit) {
        return new Deadline(limit, System.nanoTime() + limit.toNanos());
    }

    /**
     * Waits for it.
     *
     * @param late what it is called if it takes too long
     */
    <T> T await(CompletionStage<T> stage, Kind late) throws Failure {
        try {
            return stage.toCompletableFuture().get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new Failure(late, "Not done within " + limit.toMillis() / 1000.0 + " s. It may still happen.", e);
        } catch (ExecutionException e) {
            throw Failures.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Kind.OTHER, "The peer is stopping.", e);
        }
    }
}
