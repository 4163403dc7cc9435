package dev.zorya.storage;

import dev.zorya.channel.port.StoreException;
import java.nio.file.Path;

/**
 * The program that the kill test kills: pays on several channels at once and prints each payment after its write returned.
 * Arguments: folder, number of channels.
 */
final class Payer {
    private Payer() {}

    public static void main(String[] args) throws Exception {
        WalletStore store = WalletStore.open(Path.of(args[0]));
        int channels = Integer.parseInt(args[1]);
        for (int channel = 0; channel < channels; channel++) {
            long next = next(store, channel);
            int mine = channel;
            Thread.ofVirtual().start(() -> pay(store, mine, next));
        }
        Thread.sleep(60_000);
    }

    private static long next(WalletStore store, int channel) throws StoreException {
        if (store.channels().find(Samples.key(channel)).isEmpty()) {
            Saved.now(store, Samples.opening(channel));
        }
        return store.channels().overview().stream()
                        .filter(row -> row.key().equals(Samples.key(channel)))
                        .findFirst()
                        .orElseThrow()
                        .version()
                + 1;
    }

    private static void pay(WalletStore store, int channel, long first) {
        try {
            for (long number = first; ; number++) {
                Saved.now(store, Samples.payment(channel, number));
                System.out.println(channel + " " + number);
            }
        } catch (StoreException e) {
            System.out.println("stopped: " + e.reason());
        }
    }
}
