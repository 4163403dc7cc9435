package dev.zorya.node;

import dev.zorya.wallet.api.WalletException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that is made on a thread of its own: on two cores the keys of two wallets take no longer than those of one. */
final class Making<T> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Making.class);

    /** How it is made; may block. */
    interface Recipe<T> {
        T make() throws WalletException;
    }

    private final FutureTask<T> task;
    private final Consumer<T> end;

    private Making(FutureTask<T> task, Consumer<T> end) {
        this.task = task;
        this.end = end;
    }

    /** @param end closes what was made */
    static <T> Making<T> start(Recipe<T> recipe, Consumer<T> end) {
        FutureTask<T> task = new FutureTask<>(recipe::make);
        Thread.ofPlatform().name("zorya-make").start(task);
        return new Making<>(task, end);
    }

    /** Waits for it. */
    T made() throws WalletException, InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WalletException known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Ends it, also if nobody asked for it because another one could not be made. */
    @Override
    public void close() {
        try {
            end.accept(task.get());
        } catch (ExecutionException e) {
            LOG.debug("never made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
