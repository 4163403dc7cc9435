package dev.zorya.wallet.meeting;

import dev.zorya.wallet.Problems;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Who waits for the end of which meeting. */
final class Promises implements AutoCloseable {
    private final Map<String, CompletableFuture<ContactView>> all = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** @param wait runs on a thread of its own, and only if nothing waits for this meeting yet */
    CompletableFuture<ContactView> begin(String id, Runnable wait) {
        CompletableFuture<ContactView> promise = new CompletableFuture<>();
        CompletableFuture<ContactView> earlier = all.putIfAbsent(id, promise);
        if (earlier != null) {
            return earlier;
        }
        if (closed) {
            promise.completeExceptionally(Problems.failure(Code.LOCKED));
        } else {
            Thread.ofVirtual().name("meeting").start(wait);
        }
        return promise;
    }

    /** Returns whether the meeting is over, one way or the other, before the time is. */
    boolean over(String id, Duration time) throws InterruptedException {
        try {
            Optional<CompletableFuture<ContactView>> promise = Optional.ofNullable(all.get(id));
            if (promise.isPresent()) {
                promise.get().get(time.toMillis(), TimeUnit.MILLISECONDS);
            }
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        } catch (ExecutionException | CancellationException ended) {
            return true;
        }
    }

    void keep(String id, ContactView contact) {
        Optional.ofNullable(all.remove(id)).ifPresent(promise -> promise.complete(contact));
    }

    void fail(String id, WalletException why) {
        Optional.ofNullable(all.remove(id)).ifPresent(promise -> promise.completeExceptionally(why));
    }

    boolean closed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        all.keySet().forEach(id -> fail(id, Problems.failure(Code.LOCKED)));
    }
}
