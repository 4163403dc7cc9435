package dev.zorya.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.ChannelWrite;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.port.StoreException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No space: nothing half-written, and all is well again when there is some. */
@Tag("threat-43")
class DiskFullTest {
    @TempDir
    Path folder;

    private static void limit(WalletStore store, long morePages) throws StoreException {
        store.writer().write(session -> {
            long pages = session.handle()
                    .createQuery("PRAGMA page_count")
                    .mapTo(Long.class)
                    .one();
            return session.handle()
                    .createQuery("PRAGMA max_page_count = " + (pages + morePages))
                    .mapTo(Long.class)
                    .one();
        });
    }

    private static int payments(WalletStore store) throws StoreException {
        return store.activity()
                .page(ActivityFilter.ALL, Activity.NEWEST, Integer.MAX_VALUE)
                .size();
    }

    @Test
    void aFullDatabaseRefusesWholeWritesAndTakesThemLater() throws StoreException {
        try (WalletStore store = WalletStore.open(folder)) {
            Saved.now(store, Samples.opening(0));
            limit(store, 3);
            long number = 0;
            StoreException full = null;
            while (full == null) {
                try {
                    Saved.now(store, Samples.payment(0, number + 1));
                    number++;
                } catch (StoreException e) {
                    full = e;
                }
            }
            assertEquals(Reason.DISK_FULL, full.reason());
            assertTrue(Samples.sentence(full).startsWith("The disk is full"), Samples.sentence(full));
            assertTrue(Samples.sentence(full).contains("your money is as it was"), Samples.sentence(full));
            assertEquals(number, payments(store));
            assertEquals(number, store.channels().overview().getFirst().version());

            limit(store, 1000);
            Saved.now(store, Samples.payment(0, number + 1));
            assertEquals(number + 1, payments(store));
        }
    }

    @Test
    void aSmallWriteOfTheSameGroupStillGoesThrough() throws Exception {
        try (WalletStore store = WalletStore.open(folder)) {
            Saved.now(store, Samples.opening(0));
            limit(store, 4);
            var large = Samples.with(0, 1, List.of(), List.of());
            var tooLarge = new ChannelWrite(
                    large.key(), null, null, "ACTING", 1, Samples.bytes(200_000, 1), false, List.of(), List.of());
            var started = new CountDownLatch(1);
            try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                callers.submit(() -> store.writer().write(session -> {
                    started.countDown();
                    while (store.writer().waiting() < 2) {
                        Thread.sleep(1);
                    }
                    return true;
                }));
                started.await();
                var refused = callers.submit(() -> {
                    Saved.now(store, tooLarge);
                    return true;
                });
                var taken = callers.submit(() -> {
                    store.settings().put("small", "x");
                    return true;
                });
                assertEquals(true, taken.get());
                assertThrows(ExecutionException.class, refused::get);
            }
            assertEquals("x", store.settings().get("small").orElseThrow());
            assertEquals(
                    Samples.bytes(1000, 0), store.channels().load().getFirst().body());
        }
    }

    /** A small file system of its own, where this user may make one. */
    @Test
    void aFullFileSystemIsSurvived() throws Exception {
        List<String> inside = List.of(
                "unshare",
                "-rm",
                "sh",
                "-c",
                "mount -t tmpfs -o size=12m tmpfs \"$0\" && exec \"$@\"",
                folder.toString());
        Assumptions.assumeTrue(works(inside), "this system lets no user mount a file system of their own");
        try (Child child = Child.start(inside, FullDisk.class, folder.toString())) {
            assertEquals("full DISK_FULL", child.line());
            assertEquals("whole true", child.line());
            assertEquals("again true", child.line());
            assertEquals("reopened true", child.line());
        }
    }

    private static boolean works(List<String> inside) throws InterruptedException {
        var command = new ArrayList<>(inside);
        command.add("true");
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
