package dev.zorya.wallet;

import dev.zorya.channel.port.StoreException;
import dev.zorya.storage.WalletStore;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Opens a wallet: keys, database and chain at the same time, because each alone takes some tenths of a second. */
final class WalletOpener {
    private WalletOpener() {}

    /** What is made of the parts. On failure it closes them; the folder is the opener's. */
    interface Join<T> {
        T join(KeyRing keys, WalletStore store, Chain chain) throws WalletException;
    }

    /**
     * @param folder is closed with the wallet, or on failure
     * @throws WalletException what went wrong with the keys first: a wrong passphrase counts for more than a missing chain
     */
    static <T> T open(WalletFolder folder, Callable<KeyRing> unlock, Callable<? extends Chain> connect, Join<T> join)
            throws WalletException {
        CompletableFuture<KeyRing> keys = started(unlock);
        CompletableFuture<WalletStore> store = started(() -> opened(folder));
        CompletableFuture<Chain> chain = started(connect::call);
        try {
            // all of them: whoever tries again must find nothing of this attempt
            settled(keys);
            settled(store);
            settled(chain);
            KeyRing unlocked = result(keys);
            WalletStore database = result(store);
            Chain connected = result(chain);
            connected.prepare(unlocked.perun().address());
            return join.join(unlocked, database, connected);
        } catch (WalletException e) {
            undo(keys);
            undo(store);
            undo(chain);
            folder.close();
            throw e;
        }
    }

    /** @param first the folder was just made */
    static OpenWallet wallet(
            WalletFolder folder, boolean first, Callable<KeyRing> unlock, Callable<? extends Chain> connect)
            throws WalletException {
        return open(folder, unlock, connect, (keys, store, chain) -> wallet(folder, first, keys, store, chain));
    }

    private static OpenWallet wallet(WalletFolder folder, boolean first, KeyRing keys, WalletStore store, Chain chain)
            throws WalletException {
        Parts parts = new Assembly(
                        folder.path(),
                        folder.file(),
                        keys,
                        store,
                        chain.config(),
                        chain.play(),
                        chain::practiceContact,
                        () -> Closing.all(chain, folder))
                .join();
        OpenWallet wallet = new OpenWallet(folder.file().info(folder.path()), folder.access(), parts);
        try {
            chain.opened(wallet, first);
            folder.opened(Instant.now());
            return wallet;
        } catch (WalletException e) {
            wallet.close();
            throw e;
        }
    }

    /** Where a wallet was opened before, its database is not made anew: an empty one would have forgotten its channels. */
    private static WalletStore opened(WalletFolder folder) throws WalletException {
        if (folder.file().wasOpened() && !WalletStore.exists(folder.path())) {
            throw new WalletException(
                    Problems.of(Code.STORE_CORRUPT, "The database is gone from the folder " + folder.path() + "."));
        }
        try {
            return WalletStore.open(folder.lock());
        } catch (StoreException e) {
            throw Causes.of(e);
        }
    }

    private static <T> CompletableFuture<T> started(Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                result.complete(task.call());
            } catch (Exception | Error e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private static void undo(CompletableFuture<? extends AutoCloseable> part) {
        part.thenAccept(Closing::all).exceptionally(failure -> null).join();
    }

    private static void settled(CompletableFuture<?> result) {
        result.handle((value, failure) -> value).join();
    }

    private static <T> T result(CompletableFuture<T> result) throws WalletException {
        try {
            return result.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof WalletException problem ? problem : Problems.failure(Code.INTERNAL, e);
        }
    }
}
