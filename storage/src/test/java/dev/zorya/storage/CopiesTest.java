package dev.zorya.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.OwnTransaction;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.port.StoreException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopiesTest {
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final byte[] KEY = key(1);
    private static final byte[] KEYS = "what the vault holds".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private WalletStore store;
    private Copies copies;

    @BeforeEach
    void open() throws StoreException {
        store = WalletStore.open(folder.resolve("wallet"));
        copies = new Copies(folder.resolve("copies"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aRestoredWalletHasEverything() throws Exception {
        store.settings().put("name", "Zorya");
        WalletCopy copy = copies.write(store, KEY, KEYS, NOW);
        Path other = folder.resolve("other");

        try (Secret keys = Copies.restore(copy.file(), KEY, other)) {
            assertArrayEquals(KEYS, keys.bytes());
        }
        try (WalletStore restored = WalletStore.open(other)) {
            assertEquals("Zorya", restored.settings().get("name").orElseThrow());
            assertEquals(store.walletId(), restored.walletId());
        }
    }

    @Test
    @Tag("threat-45")
    void aRestoredWalletSaysSoAndForgetsWhatWasOnItsWay() throws Exception {
        store.ledger().save(Samples.transaction("deposit/1", 4, OwnTransaction.Status.FINAL));
        store.ledger().save(Samples.transaction("deposit/2", 5, OwnTransaction.Status.SENT));
        WalletCopy copy = copies.write(store, KEY, KEYS, NOW);
        Path other = folder.resolve("other");
        Copies.restore(copy.file(), KEY, other).close();

        assertEquals(Optional.empty(), store.settings().get(Copies.RESTORED));
        assertEquals(store.walletId(), WalletStore.walletId(other).orElseThrow());
        try (WalletStore restored = WalletStore.open(other)) {
            assertEquals(
                    NOW.toString(), restored.settings().get(Copies.RESTORED).orElseThrow());
            assertEquals(List.of(), restored.ledger().unfinished("1:31337"));
            assertEquals(1, restored.ledger().recent("1:31337", 10).size());
            assertEquals(copy.progress(), Copies.progress(restored));
        }
        assertEquals(1, store.ledger().unfinished("1:31337").size());
    }

    @Test
    @Tag("threat-47")
    void theRightsOfAFolderThatIsThereAreThePersonsOwn() throws Exception {
        Path shared = Files.createDirectory(folder.resolve("stick"));
        var rights = PosixFilePermissions.fromString("rwxr-xr-x");
        Files.setPosixFilePermissions(shared, rights);
        WalletCopy copy = new Copies(shared).write(store, KEY, KEYS, NOW);
        assertEquals(rights, Files.getPosixFilePermissions(shared));
        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(copy.file()));
    }

    @Test
    void aCopyTakenWhileSomethingIsWrittenHoldsTogether() throws Exception {
        Thread writer = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 200; i++) {
                try {
                    store.settings().put("key " + i, "x".repeat(500));
                } catch (StoreException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        for (int i = 0; i < 3; i++) {
            WalletCopy copy = copies.write(store, KEY, KEYS, NOW.plusSeconds(i));
            assertEquals(copy, Copies.test(copy.file(), KEY));
        }
        writer.join();
    }

    @Test
    void aListTellsTheNewestFirstAndNothingElse() throws Exception {
        WalletCopy first = copies.write(store, KEY, KEYS, NOW);
        WalletCopy second = copies.write(store, KEY, KEYS, NOW.plusSeconds(1));
        Files.writeString(folder.resolve("copies/notes.copy"), "not one of ours");
        Files.writeString(folder.resolve("copies/readme.txt"), "nor this");

        assertEquals(List.of(second, first), copies.list());
        assertEquals(NOW, first.created());
        assertEquals(Files.size(first.file()), first.size());
    }

    @Test
    @Tag("threat-46")
    void tenGenerationsAreKept() throws Exception {
        WalletCopy last = copies.write(store, KEY, KEYS, NOW);
        for (int i = 1; i <= 14; i++) {
            last = copies.write(store, KEY, KEYS, NOW.plusSeconds(i));
        }

        assertEquals(Copies.GENERATIONS, copies.list().size());
        assertEquals(last, copies.list().getFirst());
        assertEquals(Copies.GENERATIONS, files());
    }

    @Test
    @Tag("threat-46")
    void anOlderWalletTakesNothingFromTheCopiesOfANewerOne() throws Exception {
        WalletCopy old = copies.write(store, KEY, KEYS, NOW);
        Path before = folder.resolve("before");
        Copies.restore(old.file(), KEY, before).close();
        Saved.now(store, Samples.opening(7));
        Saved.now(store, Samples.payment(7, 1));
        for (int i = 0; i < 12; i++) {
            copies.write(store, KEY, KEYS, NOW.plusSeconds(10 + i));
        }
        List<WalletCopy> newer = copies.list();

        try (WalletStore stale = WalletStore.open(before)) {
            for (int i = 0; i < 12; i++) {
                copies.write(stale, KEY, KEYS, NOW.plus(Duration.ofDays(1)).plusSeconds(i));
            }
        }

        assertTrue(copies.list().containsAll(newer), "the copies of the newer state are still there");
        assertEquals(newer.getFirst(), copies.list().getFirst(), "and come first");
    }

    @Test
    @Tag("threat-46")
    void wordsOfAnotherWalletOpenNothing() throws Exception {
        WalletCopy copy = copies.write(store, KEY, KEYS, NOW);

        StoreException refused = assertThrows(StoreException.class, () -> Copies.test(copy.file(), key(2)));

        assertEquals(Reason.CORRUPT, refused.reason());
    }

    @Test
    @Tag("threat-46")
    @Tag("threat-47")
    void aCopyThatWasCutOffOrChangedAnywhereIsRefusedAndNothingIsLeft() throws Exception {
        WalletCopy copy = copies.write(store, KEY, KEYS, NOW);
        byte[] whole = Files.readAllBytes(copy.file());
        Path target = folder.resolve("target");
        Path damaged = folder.resolve("damaged.copy");
        for (int at = 0; at < whole.length; at += Math.max(1, whole.length / 97)) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            refused(damaged, changed, target);
            refused(damaged, Arrays.copyOf(whole, at), target);
        }
        refused(damaged, Arrays.copyOf(whole, whole.length + 1), target, false);
    }

    @Test
    void aCopyOfANewerProgramSaysSo() throws Exception {
        WalletCopy copy = copies.write(store, KEY, KEYS, NOW);
        byte[] newer = Files.readAllBytes(copy.file());
        newer[8] = 2;
        Files.write(copy.file(), newer);

        assertEquals(
                Reason.NEWER_VERSION,
                assertThrows(StoreException.class, () -> Copies.look(copy.file()))
                        .reason());
        assertEquals(
                Reason.NEWER_VERSION,
                assertThrows(StoreException.class, () -> Copies.test(copy.file(), KEY))
                        .reason());
        assertEquals(List.of(), copies.list());
    }

    @Test
    void aWalletThatIsThereIsNotReplaced() throws Exception {
        WalletCopy copy = copies.write(store, KEY, KEYS, NOW);

        assertThrows(StoreException.class, () -> Copies.restore(copy.file(), KEY, folder.resolve("wallet")));
        assertTrue(store.settings().all().isEmpty());
    }

    @Test
    void aFolderThatCannotBeWrittenIsTold() throws Exception {
        Path blocked = folder.resolve("blocked");
        Files.writeString(blocked, "a file stands where the folder should be");

        assertThrows(StoreException.class, () -> new Copies(blocked).write(store, KEY, KEYS, NOW));
    }

    private void refused(Path file, byte[] content, Path target) throws Exception {
        refused(file, content, target, true);
    }

    /** @param must false where what stands behind the last piece is not looked at */
    private void refused(Path file, byte[] content, Path target, boolean must) throws Exception {
        Files.write(file, content);
        try {
            Copies.restore(file, KEY, target).close();
            assertFalse(must, "a damaged copy of " + content.length + " bytes was restored");
        } catch (StoreException expected) {
            assertFalse(Files.exists(target.resolve(Database.NAME)));
            assertFalse(Files.exists(target.resolve(Database.NAME + ".restored")));
        }
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("copies"))) {
            return all.count();
        }
    }

    private static byte[] key(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return key;
    }
}
