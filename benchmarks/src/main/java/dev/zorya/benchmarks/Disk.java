package dev.zorya.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;

/** What the disk itself needs to make 4 KiB durable: the floor under every payment, which has commits in series. */
final class Disk {
    private static final int TRIES = 200;
    private static final int SIZE = 4096;

    private Disk() {}

    static String commit(Path folder) throws IOException {
        long[] nanos = new long[TRIES];
        try (FileChannel file = FileChannel.open(
                folder.resolve("disk"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE)) {
            for (int i = 0; i < TRIES; i++) {
                file.write(ByteBuffer.allocate(SIZE), (long) i * SIZE);
                long begin = System.nanoTime();
                file.force(false);
                nanos[i] = System.nanoTime() - begin;
            }
        }
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT, "p50 %.2f ms, p99 %.2f ms", nanos[TRIES / 2] / 1e6, nanos[TRIES * 99 / 100] / 1e6);
    }
}
