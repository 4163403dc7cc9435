package dev.zorya.desktop.feed;

import dev.zorya.desktop.memory.MemoryWallet;
import dev.zorya.wallet.api.WalletException;

/** Reads a snapshot at once, for tests of models. */
public final class Snapshots {
    private Snapshots() {}

    public static Snapshot of(MemoryWallet wallet) {
        try {
            return Snapshot.read(wallet, wallet.abilities());
        } catch (WalletException e) {
            throw new AssertionError(e);
        }
    }
}
