package dev.zorya.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.port.StoreException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One instance a wallet (threat 44, on one computer). */
class InstanceLockTest {
    @TempDir
    Path folder;

    @Test
    void aSecondOpeningInThisProcessIsRefusedUntilTheFirstIsClosed() throws StoreException {
        try (InstanceLock first = InstanceLock.acquire(folder)) {
            assertEquals(folder, first.folder());
            assertEquals(
                    Reason.IN_USE,
                    assertThrows(StoreException.class, () -> WalletStore.open(folder))
                            .reason());
        }
        InstanceLock.acquire(folder).close();
    }

    @Test
    void aSecondProcessIsRefusedAndToldWhoHoldsTheWallet() throws Exception {
        try (Child child = Child.start(Holder.class, folder.toString())) {
            assertEquals("open", child.line());
            StoreException refused = assertThrows(StoreException.class, () -> WalletStore.open(folder));
            assertEquals(Reason.IN_USE, refused.reason());
            assertTrue(
                    Samples.sentence(refused).contains("process " + child.pid() + " on \""), Samples.sentence(refused));
            assertTrue(Samples.sentence(refused).contains("nothing was changed"), Samples.sentence(refused));
        }
    }

    @Test
    void thisProcessHoldsItAgainstAnotherOne() throws Exception {
        try (WalletStore store = WalletStore.open(folder)) {
            try (Child child = Child.start(Holder.class, folder.toString())) {
                String said = child.line();
                assertTrue(said.startsWith("IN_USE This wallet is open already"), said);
                assertTrue(said.contains("process " + ProcessHandle.current().pid()), said);
            }
            Saved.now(store, Samples.opening(1));
        }
    }

    @Test
    void aKilledHolderLeavesNoLock() throws Exception {
        try (Child child = Child.start(Holder.class, folder.toString())) {
            assertEquals("open", child.line());
            child.kill();
            child.rest();
        }
        WalletStore.open(folder).close();
    }

    @Test
    void aStoreUnderTheCallersLockLeavesItHeld() throws StoreException {
        try (InstanceLock lock = InstanceLock.acquire(folder)) {
            WalletStore.open(lock).close();
            assertThrows(StoreException.class, () -> InstanceLock.acquire(folder));
        }
    }

    @Test
    void aStoreThatDoesNotOpenGivesTheLockBack() throws Exception {
        Files.write(Database.file(folder), new byte[] {1, 2, 3});
        assertThrows(StoreException.class, () -> WalletStore.open(folder));
        InstanceLock.acquire(folder).close();
    }

    @Test
    void strangeTextInTheLockFileDoesNotReachTheScreenAsItIs() throws Exception {
        try (InstanceLock lock = InstanceLock.acquire(folder)) {
            Files.writeString(lock.folder().resolve("wallet.lock"), "\u001b[2Jx\n".repeat(500));
            String sentence = Samples.sentence(assertThrows(StoreException.class, () -> InstanceLock.acquire(folder)));
            assertTrue(sentence.chars().noneMatch(Character::isISOControl), sentence);
            assertTrue(sentence.length() < 800, sentence);
        }
    }

    @Test
    void aGuardGivesWayToWhoeverWantsTheWallet() throws Exception {
        InstanceLock guard = InstanceLock.guard(folder);
        assertFalse(guard.isWanted());
        FutureTask<InstanceLock> window = new FutureTask<>(() -> InstanceLock.acquire(folder));
        Thread.ofVirtual().start(window);
        for (int waited = 0; !guard.isWanted() && waited < 500; waited++) {
            Thread.sleep(10);
        }
        assertTrue(guard.isWanted());
        assertThrows(StoreException.class, () -> InstanceLock.guard(folder), "a second guard does not push in");
        guard.close();
        try (InstanceLock held = window.get(5, TimeUnit.SECONDS)) {
            assertEquals(Reason.IN_USE, inUse().reason());
            assertFalse(held.isWanted(), "the wish is fulfilled");
        }
        InstanceLock.guard(folder).close();
    }

    @Test
    void aWishThatSomebodyLeftBehindKeepsNoGuardOut() throws Exception {
        InstanceLock.guard(folder).close();
        Path wish = Files.createFile(folder.resolve("wallet.wanted"));
        inUse();
        Files.setLastModifiedTime(wish, FileTime.from(Instant.now().minusSeconds(60)));
        try (InstanceLock guard = InstanceLock.guard(folder)) {
            assertFalse(guard.isWanted());
        }
    }

    @Test
    void aWindowGivesWayToNobody() throws StoreException {
        try (InstanceLock window = InstanceLock.acquire(folder)) {
            assertEquals(Reason.IN_USE, inUse().reason());
            assertThrows(StoreException.class, () -> InstanceLock.acquire(folder));
            assertFalse(window.isWanted());
        }
    }

    private StoreException inUse() {
        return assertThrows(StoreException.class, () -> InstanceLock.guard(folder));
    }
}
