package dev.zorya.desktop.window;

import dev.zorya.desktop.bridge.Work;
import dev.zorya.wallet.api.Wallet;
import java.util.concurrent.CompletableFuture;

/** Wallets that were locked and are still closing: until they have closed their files nothing is opened and the program does not end. */
final class Leaving {
    private volatile CompletableFuture<Void> all = CompletableFuture.completedFuture(null);

    /** Closes a wallet away from the JavaFX thread. */
    void close(Wallet wallet, Work work) {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        all = CompletableFuture.allOf(all, closed);
        work.run(
                () -> {
                    try {
                        wallet.close();
                    } finally {
                        closed.complete(null);
                    }
                    return "";
                },
                done -> {},
                problem -> {});
    }

    boolean underWay() {
        return !all.isDone();
    }

    /** Blocks until the last of them has closed. */
    void await() {
        all.join();
    }
}
