package dev.zorya.wallet.api;

import java.util.List;

/**
 * @param words 12 or 24
 * @param passphrase wiped by the callee
 */
public record NewWallet(String name, List<String> words, char[] passphrase, Network network) {
    public NewWallet {
        words = List.copyOf(words);
    }
}
