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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged, foreign, newer and hostile files: refused with a reason, and left as they are. */
class DamageTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void aWallet() throws StoreException {
        try (WalletStore store = WalletStore.open(folder)) {
            Saved.now(store, Samples.opening(0));
            for (int number = 1; number <= 50; number++) {
                Saved.now(store, Samples.payment(0, number));
            }
        }
        file = Database.file(folder);
    }

    private StoreException refused(Reason reason) throws IOException {
        byte[] before = Files.readAllBytes(file);
        Set<Path> names = names();
        StoreException refused = assertThrows(StoreException.class, () -> WalletStore.open(folder));
        assertEquals(reason, refused.reason(), Samples.sentence(refused));
        assertArrayEquals(before, Files.readAllBytes(file), "untouched");
        assertEquals(names, names(), "nothing added, nothing taken away");
        assertTrue(Samples.sentence(refused).contains("Zorya"), Samples.sentence(refused));
        return refused;
    }

    private Set<Path> names() throws IOException {
        try (var all = Files.list(folder)) {
            return all.collect(Collectors.toSet());
        }
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.executeUpdate(each);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 99, 100, 4095, 4096, 10_000, 40_000})
    @Tag("threat-46")
    void aFileThatIsCutOff(int length) throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
        refused(Reason.CORRUPT);
    }

    @Test
    void randomBytes() throws IOException {
        Files.write(file, Samples.bytes(50_000, 1).toArray());
        assertTrue(Samples.sentence(refused(Reason.CORRUPT)).contains("does not begin like a database"));
    }

    @Test
    void randomBytesUnderAGoodHeader() throws IOException {
        byte[] content = Files.readAllBytes(file);
        Random random = new Random(7);
        for (int at = 100; at < content.length; at++) {
            content[at] = (byte) random.nextInt();
        }
        Files.write(file, content);
        refused(Reason.CORRUPT);
    }

    @Test
    void aFolderInPlaceOfTheFile() throws IOException {
        Files.delete(file);
        Files.createDirectory(file);
        StoreException refused = assertThrows(StoreException.class, () -> WalletStore.open(folder));
        assertEquals(Reason.CORRUPT, refused.reason());
    }

    @Test
    void onlyTheLogIsLeft() throws IOException {
        Files.delete(file);
        Files.write(LogFile.of(file), new byte[5000]);
        StoreException refused = assertThrows(StoreException.class, () -> WalletStore.open(folder));
        assertEquals(Reason.CORRUPT, refused.reason());
        assertTrue(Samples.sentence(refused).contains("only its write-ahead log is left"));
    }

    @Test
    void aDamagedPageIsFoundAfterARunThatDidNotEndInOrder() throws IOException {
        byte[] content = Files.readAllBytes(file);
        // the last page is one of the book's; its cell pointers now point anywhere
        Arrays.fill(content, content.length - 4096, content.length - 4096 + 60, (byte) 0x7f);
        Files.write(file, content);
        Files.write(LogFile.of(file), new byte[100]);
        refused(Reason.CORRUPT);
    }

    @Test
    void aDatabaseOfAnotherProgram() throws SQLException, IOException {
        Files.delete(file);
        sql("CREATE TABLE notes (id INTEGER)");
        assertTrue(Samples.sentence(refused(Reason.CORRUPT)).contains("is not a Zorya wallet"));
    }

    @Test
    @Tag("threat-48")
    void aNewerFormat() throws SQLException, IOException {
        sql("PRAGMA user_version = " + (Migrations.NEWEST + 1));
        String sentence = Samples.sentence(refused(Reason.NEWER_VERSION));
        assertTrue(
                sentence.contains("(format " + (Migrations.NEWEST + 1) + ", this one knows " + Migrations.NEWEST + ")"),
                sentence);
        assertTrue(sentence.contains("your money is safe"), sentence);
    }

    @ParameterizedTest
    @Tag("threat-47")
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TRIGGER t AFTER INSERT ON book BEGIN DELETE FROM channel_states; END | trigger \"t\"",
                "CREATE VIEW v AS SELECT * FROM book | view \"v\"",
                "CREATE TABLE extra (id INTEGER) | table \"extra\"",
                "CREATE VIRTUAL TABLE words USING fts5(x) | \"words",
                "CREATE INDEX slow ON book (abs(amount)) | index \"slow\"",
                "ALTER TABLE settings ADD COLUMN more TEXT DEFAULT 'x' | table \"settings\"",
                "DROP INDEX book_open | index \"book_open\" is missing",
                "DROP TABLE requests | \"requests",
                "CREATE TRIGGER t AFTER INSERT ON flyway_schema_history BEGIN DELETE FROM book; END | trigger \"t\"",
            })
    void anythingThatZoryaDidNotMake(String statement, String named) throws SQLException, IOException {
        sql(statement);
        String sentence = Samples.sentence(refused(Reason.CORRUPT));
        assertTrue(sentence.contains(named), sentence);
    }

    @Test
    @Tag("threat-47")
    void aTableWithOtherRulesUnderTheSameName() throws SQLException, IOException {
        sql(
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET sql = replace(sql, 'value TEXT NOT NULL', 'value TEXT DEFAULT"
                        + " (randomblob(9))') WHERE name = 'settings'");
        assertTrue(Samples.sentence(refused(Reason.CORRUPT)).contains("table \"settings\""));
    }

    @Test
    @Tag("threat-47")
    void aValueThatZoryaNeverWritesIsReportedAndNotBelieved() throws SQLException, StoreException {
        sql("UPDATE book SET amount = 'ten' WHERE seq = 3", "UPDATE channels SET key = x'0102'");
        try (WalletStore store = WalletStore.open(folder)) {
            for (StoreException each : new StoreException[] {
                assertThrows(
                        StoreException.class, () -> store.activity().page(ActivityFilter.ALL, Activity.NEWEST, 100)),
                assertThrows(StoreException.class, () -> store.channels().load())
            }) {
                assertEquals(Reason.CORRUPT, each.reason());
            }
        }
    }

    @Test
    @Tag("threat-47")
    void aHugeValueIsNotReadIntoMemory() throws SQLException, StoreException {
        sql("UPDATE channel_states SET body = zeroblob(50000000)");
        try (WalletStore store = WalletStore.open(folder)) {
            assertThrows(StoreException.class, () -> store.channels().load());
        }
    }

    @Test
    @Tag("threat-47")
    void noOtherFileCanBeAttached() throws StoreException {
        try (WalletStore store = WalletStore.open(folder)) {
            assertThrows(
                    StoreException.class,
                    () -> store.writer().write(session -> session.handle().execute("ATTACH ? AS other", "/tmp/x.db")));
        }
    }
}
