package dev.zorya.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The power goes: the log ends at any byte, or in garbage. What is found is a moment that there was. */
@Tag("threat-42")
class PowerLossTest {
    private static final int PAYMENTS = 60;

    @TempDir
    Path folder;

    @TempDir
    Path copies;

    @Test
    void commitsAreSyncedBeforeTheyReturn() throws StoreException {
        try (WalletStore store = WalletStore.open(folder)) {
            assertEquals("wal", pragma(store, "journal_mode"));
            assertEquals("2", pragma(store, "synchronous"), "FULL");
        }
    }

    @Test
    void aLogThatEndsAnywhereGivesAMomentThatWas() throws IOException, StoreException {
        byte[] database;
        byte[] log;
        try (WalletStore store = WalletStore.open(folder)) {
            Saved.now(store, Samples.opening(0));
            for (int number = 1; number <= PAYMENTS; number++) {
                Saved.now(store, Samples.payment(0, number));
            }
            database = Files.readAllBytes(Database.file(folder));
            log = Files.readAllBytes(LogFile.of(Database.file(folder)));
        }
        Random random = new Random(42);
        int written = lastNonZero(log);
        long newest = 0;
        for (int cut = 0; cut < 60; cut++) {
            byte[] left = Arrays.copyOf(log, random.nextInt(written));
            if (cut % 2 == 0) {
                byte[] garbage = new byte[9000];
                random.nextBytes(garbage);
                int end = left.length;
                left = Arrays.copyOf(left, end + garbage.length);
                System.arraycopy(garbage, 0, left, end, garbage.length);
            }
            newest = Math.max(newest, version(cut, database, left));
        }
        assertTrue(newest > PAYMENTS / 2, "some cuts are late enough to show something");
    }

    private long version(int cut, byte[] database, byte[] log) throws IOException, StoreException {
        Path copy = Files.createDirectory(copies.resolve("cut" + cut));
        Files.write(Database.file(copy), database);
        Files.write(LogFile.of(Database.file(copy)), log);
        try (WalletStore store = WalletStore.open(copy)) {
            var channels = store.channels().overview();
            long version = channels.isEmpty() ? 0 : channels.getFirst().version();
            assertEquals(
                    version,
                    store.activity()
                            .page(ActivityFilter.ALL, Activity.NEWEST, 1000)
                            .size());
            return version;
        }
    }

    private static int lastNonZero(byte[] log) {
        int end = log.length;
        while (log[end - 1] == 0) {
            end--;
        }
        return end;
    }

    private static String pragma(WalletStore store, String name) throws StoreException {
        return store.writer()
                .write(session -> session.handle()
                        .createQuery("PRAGMA " + name)
                        .mapTo(String.class)
                        .one());
    }
}
