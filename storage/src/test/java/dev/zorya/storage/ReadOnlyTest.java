package dev.zorya.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.port.StoreException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A wallet that cannot be written is not opened, and says so. */
@Tag("threat-43")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "POSIX rights")
class ReadOnlyTest {
    @TempDir
    Path folder;

    @AfterEach
    void restore() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    /** The administrator may write everywhere; the child gives that up. */
    private List<String> withoutPrivileges() throws IOException {
        Path probe = Files.createTempFile(folder, "probe", "");
        Files.setPosixFilePermissions(probe, PosixFilePermissions.fromString("r--------"));
        boolean privileged = Files.isWritable(probe);
        Files.delete(probe);
        return privileged ? List.of("setpriv", "--bounding-set=-all", "--inh-caps=-all") : List.of();
    }

    private String opening() throws Exception {
        try (Child child = Child.start(withoutPrivileges(), Holder.class, folder.toString())) {
            return child.line();
        }
    }

    @Test
    void aReadOnlyFileIsNotOpenedAndNotChanged() throws Exception {
        WalletStore.open(folder).close();
        Path file = Database.file(folder);
        byte[] before = Files.readAllBytes(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        String said = opening();
        assertTrue(said.startsWith("READ_ONLY Zorya cannot write to " + file), said);
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aReadOnlyFolderIsNotOpened() throws Exception {
        WalletStore.open(folder).close();
        List<String> command = withoutPrivileges();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
        try (Child child = Child.start(command, Holder.class, folder.toString())) {
            String said = child.line();
            assertTrue(said.startsWith("READ_ONLY Zorya cannot write to "), said);
        }
    }

    @Test
    void aReadOnlyEmptyFolderGetsNoWallet() throws Exception {
        List<String> command = withoutPrivileges();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
        try (Child child = Child.start(command, Holder.class, folder.toString())) {
            assertTrue(child.line().startsWith("READ_ONLY "));
        }
        try (var left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void aDatabaseThatBecomesReadOnlyRefusesWrites() throws StoreException {
        try (WalletStore store = WalletStore.open(folder)) {
            store.writer().write(session -> session.handle().execute("PRAGMA query_only = ON"));
            StoreException refused = assertThrows(StoreException.class, () -> Saved.now(store, Samples.opening(1)));
            assertEquals(Reason.READ_ONLY, refused.reason());
            assertEquals(List.of(), store.channels().load(), "reading goes on");
        }
    }
}
