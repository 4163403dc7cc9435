package dev.zorya.storage;

import dev.zorya.channel.port.StoreException;
import java.io.IOException;
import java.nio.file.Path;

/** A program that opens a wallet, says how that went, keeps it open and pays once for each line it is told. */
final class Holder {
    private Holder() {}

    public static void main(String[] args) throws IOException {
        try (WalletStore store = WalletStore.open(Path.of(args[0]))) {
            System.out.println("open");
            for (long number = 1; System.in.read() >= 0; number++) {
                System.out.println(pay(store, number));
            }
        } catch (StoreException e) {
            System.out.println(e.reason() + " " + e.getMessage());
        }
    }

    private static String pay(WalletStore store, long number) {
        try {
            Saved.now(store, Samples.payment(0, number));
            return "paid " + number;
        } catch (StoreException e) {
            return e.reason().name();
        }
    }
}
