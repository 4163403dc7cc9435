package dev.zorya.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.port.StoreException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
