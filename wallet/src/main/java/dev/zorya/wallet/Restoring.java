package dev.zorya.wallet;

import dev.zorya.channel.engine.Engine;
import dev.zorya.channel.engine.EngineConfig;
import dev.zorya.channel.engine.EngineEvent;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.storage.Copies;
import dev.zorya.storage.Secret;
import dev.zorya.storage.WalletCopy;
import dev.zorya.storage.WalletStore;
import dev.zorya.wallet.api.CopyView;
import dev.zorya.wallet.api.RestoreOrder;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;

/** Makes a wallet from a copy, and begins with it as with one that may be old. */
final class Restoring {
    /** The setting that holds {@link WalletFile#text} in a copy. */
    static final String WALLET = "copy.wallet";

    private Restoring() {}

    static CopyView look(Path copy) throws WalletException {
        return CopyKeeper.view(header(copy));
    }

    static WalletCopy header(Path copy) throws WalletException {
        try {
            return Copies.look(copy);
        } catch (StoreException e) {
            throw cause(e);
        }
    }

    /** What was made, and the keys, which the caller closes. */
    record Made(WalletFolder folder, KeyRing keys) {}

    /**
     * The file that makes it a wallet is written last; on failure the folder is gone.
     *
     * @param target does not exist
     */
    static Made make(RestoreOrder order, String name, Path target) throws WalletException {
        byte[] key = KeyRing.copyKey(order.words());
        try (Secret secret = Copies.restore(order.copy(), key, target)) {
            KeyRing keys = KeyRing.open(secret.bytes());
            try {
                WalletFile file = original(target).restoredAs(name, Instant.now());
                return new Made(WalletFolder.make(target, file, keys, order.passphrase()), keys);
            } catch (StoreException | IOException | WalletException e) {
                keys.close();
                throw e;
            }
        } catch (StoreException | IOException | MalformedException | WalletException e) {
            WalletFolder.delete(target);
            throw switch (e) {
                case WalletException problem -> problem;
                case StoreException problem -> cause(problem);
                default -> Problems.failure(Code.COPY_DAMAGED, e);
            };
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Opening it brings a copy of an older program to the present format. */
    private static WalletFile original(Path restored) throws StoreException, IOException {
        try (WalletStore store = WalletStore.open(restored)) {
            String text = store.settings().get(WALLET).orElseThrow(() -> new IOException("no network in the copy"));
            return WalletFile.read(new StringReader(text), "the copy");
        }
    }

    /**
     * The engine of a wallet that may have been restored: then nothing of it is signed before it is stale (safety rule 10). Comes again
     * if it did not come to its end.
     */
    static Engine engine(WalletStore store, EngineConfig config, Consumer<EngineEvent> listener) throws StoreException {
        if (store.settings().get(Copies.RESTORED).isPresent()) {
            Engine.restored(config);
            store.settings().remove(Copies.RESTORED);
        }
        return Engine.start(config, listener);
    }

    /** Of reading a copy. */
    static WalletException cause(StoreException e) {
        return switch (e.reason()) {
            case CORRUPT -> Problems.failure(Code.COPY_DAMAGED, e);
            case NEWER_VERSION -> Problems.failure(Code.COPY_NEWER, e);
            case DISK_FULL, READ_ONLY, IN_USE, IO, CLOSED -> Causes.of(e);
        };
    }
}
