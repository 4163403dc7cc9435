package dev.zorya.wallet.agent;

import dev.zorya.wallet.api.WalletException;
import java.util.concurrent.CompletableFuture;

/** A change of the identity under way. Cancelling it interrupts what it does. */
final class Change<T> extends CompletableFuture<T> {
    private final Thread thread;

    interface Task<T> {
        T run() throws WalletException, InterruptedException;
    }

    private Change(Task<T> task) {
        this.thread = Thread.ofVirtual().name("identity-change").unstarted(() -> {
            try {
                complete(task.run());
            } catch (WalletException | RuntimeException e) {
                completeExceptionally(e);
            } catch (InterruptedException e) {
                cancel(false);
            }
        });
    }

    static <T> Change<T> begin(Task<T> task) {
        Change<T> change = new Change<>(task);
        change.thread.start();
        return change;
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        boolean cancelled = super.cancel(mayInterrupt);
        thread.interrupt();
        return cancelled;
    }
}
