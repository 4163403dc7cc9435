package dev.zorya.wallet.api;

import java.nio.file.Path;
import java.util.List;

/**
 * What a wallet is restored from, and how it is called and opened from then on.
 *
 * @param copy a file that {@link Backups} wrote
 * @param words of the wallet that it is a copy of
 * @param passphrase the new one on this computer; wiped by the callee
 */
public record RestoreOrder(Path copy, String name, List<String> words, char[] passphrase) {
    public RestoreOrder {
        words = List.copyOf(words);
    }
}
