package dev.zorya.storage;

import dev.zorya.channel.port.ChannelWrite;
import dev.zorya.channel.port.StoreException;
import java.util.List;
import java.util.concurrent.CompletionException;

/** Steps of channels, saved when this returns. */
final class Saved {
    private Saved() {}

    static void now(WalletStore store, ChannelWrite... step) throws StoreException {
        try {
            store.channels().write(List.of(step)).toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StoreException refused) {
                throw refused;
            }
            throw e;
        }
    }
}
