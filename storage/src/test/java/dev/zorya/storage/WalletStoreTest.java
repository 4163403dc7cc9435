package dev.zorya.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Making, opening and closing. */
class WalletStoreTest {
    @TempDir
    Path folder;

    @Test
    void aNewWalletHasAnIdThatStaysItsOwn() throws StoreException {
        assertFalse(WalletStore.exists(folder));
        Bytes id;
        try (WalletStore store = WalletStore.open(folder)) {
            id = store.walletId();
        }
        assertTrue(WalletStore.exists(folder));
        assertEquals(16, id.size());
        try (WalletStore store = WalletStore.open(folder)) {
            assertEquals(id, store.walletId());
        }
        try (WalletStore other = WalletStore.open(folder.resolve("other"))) {
            assertNotEquals(id, other.walletId());
        }
    }

    @Test
    void anInterruptedCreationIsBegunAnew() throws Exception {
        Files.write(folder.resolve("wallet.db.new"), new byte[] {1, 2, 3});
        Files.write(folder.resolve("wallet.db.new-wal"), new byte[] {1, 2, 3});
        try (WalletStore store = WalletStore.open(folder)) {
            Saved.now(store, Samples.opening(1));
        }
        assertFalse(Files.exists(folder.resolve("wallet.db.new")));
    }

    @Test
    void closingLeavesOneFileAndIsDoneOnce() throws Exception {
        WalletStore store = WalletStore.open(folder);
        Saved.now(store, Samples.opening(1));
        assertEquals(1, store.channels().load().size());
        store.close();
        store.close();
        assertFalse(Files.exists(folder.resolve("wallet.db-wal")));
        assertFalse(Files.exists(folder.resolve("wallet.db-shm")));
    }

    @Test
    void aFolderMayHaveAnyName() throws StoreException {
        Path strange = folder.resolve("Zoë's wallet 100%?mode=ro#1;x");
        try (WalletStore store = WalletStore.open(strange)) {
            store.settings().put("a", "b");
        }
        assertTrue(Files.exists(strange.resolve("wallet.db")));
        try (WalletStore store = WalletStore.open(strange)) {
            assertEquals(Optional.of("b"), store.settings().get("a"));
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "POSIX rights")
    void nobodyElseMayReadIt() throws Exception {
        Path wide = Files.createDirectories(folder.resolve("wide"));
        Files.setPosixFilePermissions(wide, PosixFilePermissions.fromString("rwxrwxrwx"));
        try (WalletStore store = WalletStore.open(wide)) {
            Saved.now(store, Samples.opening(1));
            assertEquals("rwx------", rights(wide));
            try (var files = Files.list(wide)) {
                for (Path file : files.toList()) {
                    assertEquals("rw-------", rights(file), file::toString);
                }
            }
        }
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    @Tag("threat-48")
    void everyFormatIsNumberedAndGivesWhatTheGuardExpects() throws Exception {
        WalletStore.open(folder).close();
        assertEquals(Migrations.NEWEST, Inspection.format(Database.file(folder)));
        for (int format = 1; format <= Migrations.NEWEST; format++) {
            assertTrue(Migrations.statements(format).contains("PRAGMA user_version = " + format + ";"));
        }
        try (Connection connection = Connections.reader(Database.file(folder));
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM " + Migrations.HISTORY + " WHERE success")) {
            rows.next();
            assertEquals(Migrations.NEWEST, rows.getInt(1));
        }
    }

    @Test
    void timesOutsideTheRangeBecomeItsLimits() {
        assertEquals(Samples.AT, Times.instant(Times.nanos(Samples.AT)));
        Instant early = Instant.parse("1969-12-31T23:59:59.999999999Z");
        assertEquals(early, Times.instant(Times.nanos(early)));
        assertEquals(Long.MAX_VALUE, Times.nanos(Instant.MAX));
        assertEquals(Long.MIN_VALUE, Times.nanos(Instant.MIN));
    }

    @Test
    void theConnectionsAreSetUpAsDecided() throws SQLException, StoreException {
        WalletStore.open(folder).close();
        for (String[] each : new String[][] {
            {"trusted_schema", "0"}, {"cell_size_check", "1"}, {"foreign_keys", "1"}, {"mmap_size", "0"}
        }) {
            for (Connection connection : new Connection[] {
                Connections.writer(Database.file(folder)),
                Connections.reader(Database.file(folder)),
                Connections.inspector(Database.file(folder))
            }) {
                try (connection;
                        Statement statement = connection.createStatement();
                        var row = statement.executeQuery("PRAGMA " + each[0])) {
                    row.next();
                    assertEquals(each[1], row.getString(1), each[0]);
                }
            }
        }
    }
}
