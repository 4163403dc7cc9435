package dev.zorya.storage;

import dev.zorya.channel.port.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs on a small file system of its own: fills it, pays until nothing goes, makes space, pays again. */
final class FullDisk {
    private FullDisk() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]).resolve("wallet");
        Path ballast = Path.of(args[0]).resolve("ballast");
        long number = 0;
        try (WalletStore store = WalletStore.open(folder)) {
            Saved.now(store, Samples.opening(0));
            fill(ballast);
            while (true) {
                try {
                    Saved.now(store, Samples.payment(0, number + 1));
                    number++;
                } catch (StoreException e) {
                    System.out.println("full " + e.reason());
                    break;
                }
            }
            System.out.println("whole " + (payments(store) == number));
            Files.delete(ballast);
            Saved.now(store, Samples.payment(0, ++number));
            System.out.println("again " + (payments(store) == number));
        }
        try (WalletStore store = WalletStore.open(folder)) {
            System.out.println("reopened " + (payments(store) == number));
        }
    }

    private static int payments(WalletStore store) throws StoreException {
        return store.activity()
                .page(ActivityFilter.ALL, Activity.NEWEST, Integer.MAX_VALUE)
                .size();
    }

    private static void fill(Path ballast) {
        byte[] block = new byte[4096];
        try (var out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            System.err.println("filled: " + full.getMessage());
        }
    }
}
