package dev.zorya.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Measures what a payment waits for: one write with one line of the book, alone and among others. Arguments: folder, writes. */
final class StoreSpeed {
    private StoreSpeed() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(args[0]), "speed");
        int writes = Integer.parseInt(args[1]);
        long begin = System.nanoTime();
        try (WalletStore store = WalletStore.open(folder)) {
            System.out.printf("create %d ms%n", (System.nanoTime() - begin) / 1_000_000);
            for (int channel = 0; channel < 100; channel++) {
                Saved.now(store, Samples.opening(channel));
            }
            run(store, 1, writes, 0);
            for (int writers : new int[] {1, 10, 100}) {
                run(store, writers, writes, 1_000_000L * writers);
            }
        }
        begin = System.nanoTime();
        try (WalletStore store = WalletStore.open(folder)) {
            long opened = System.nanoTime();
            int channels = store.channels().load().size();
            System.out.printf(
                    "open %d ms, load of %d channels %d ms, file %d KiB%n",
                    (opened - begin) / 1_000_000,
                    channels,
                    (System.nanoTime() - opened) / 1_000_000,
                    Files.size(Database.file(folder)) >> 10);
        }
    }

    private static void run(WalletStore store, int writers, int writes, long base) throws Exception {
        int each = writes / writers;
        long[] nanos = new long[each * writers];
        CountDownLatch ready = new CountDownLatch(1);
        List<Future<?>> all = new ArrayList<>();
        long begin;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < writers; writer++) {
                int mine = writer;
                all.add(threads.submit(() -> {
                    ready.await();
                    for (int i = 0; i < each; i++) {
                        var write = Samples.payment(mine, base + (long) mine * each + i);
                        long start = System.nanoTime();
                        Saved.now(store, write);
                        nanos[mine * each + i] = System.nanoTime() - start;
                    }
                    return null;
                }));
            }
            begin = System.nanoTime();
            ready.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        }
        long took = System.nanoTime() - begin;
        Arrays.sort(nanos);
        System.out.printf(
                "%3d writers: %6.0f/s  p50 %5d us  p90 %5d us  p99 %5d us  p99.9 %6d us  max %6d us%n",
                writers,
                nanos.length * 1e9 / took,
                nanos[nanos.length / 2] / 1000,
                nanos[nanos.length * 9 / 10] / 1000,
                nanos[nanos.length * 99 / 100] / 1000,
                nanos[(int) (nanos.length * 999L / 1000)] / 1000,
                nanos[nanos.length - 1] / 1000);
    }
}
