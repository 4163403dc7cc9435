package dev.zorya.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.port.StoreException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sealed secret (DESIGN.md 3, rule 11; threats 47, 66). */
class VaultTest {
    /** The least that a file may ask for: the tests derive many keys. */
    private static final Stretching QUICK = new Stretching(19 << 10, 1, 1);

    private static final byte[] SECRET = Samples.bytes(32, 5).toArray();

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private Vault vault;
    private Path file;

    @BeforeEach
    void create() throws StoreException {
        vault = new Vault(folder, QUICK, () -> now);
        file = folder.resolve("wallet.vault");
        vault.create(right(), SECRET.clone());
    }

    private static char[] right() {
        return "correct horse battery".toCharArray();
    }

    private byte[] opened(char[] passphrase) throws StoreException {
        var opened = assertInstanceOf(Unlock.Opened.class, vault.unlock(passphrase));
        try (Secret secret = opened.secret()) {
            return secret.bytes().clone();
        }
    }

    private Reason refusal() {
        return assertThrows(StoreException.class, () -> vault.unlock(right())).reason();
    }

    /** Changes the text and makes its check fit again, as someone who knows the format would. */
    private void tamper(String from, String to) throws Exception {
        String text = Files.readString(file);
        String body = text.substring(0, text.indexOf("check ")).replaceFirst(from, to);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.US_ASCII));
        Files.writeString(file, body + "check " + HexFormat.of().formatHex(digest) + "\n");
    }

    @Test
    void theRightPassphraseOpensAlsoInAnotherProcessLater() throws StoreException {
        assertTrue(vault.exists());
        assertArrayEquals(SECRET, opened(right()));
        vault = Vault.in(folder);
        assertArrayEquals(SECRET, opened(right()));
    }

    @Test
    void theSecretIsNotInTheFileAndTwoVaultsOfItDiffer() throws Exception {
        String text = Files.readString(file);
        assertFalse(text.contains(HexFormat.of().formatHex(SECRET)));
        Vault other = new Vault(folder.resolve("other"), QUICK, () -> now);
        other.create(right(), SECRET);
        assertFalse(Files.readString(folder.resolve("other/wallet.vault")).contains(text.substring(90, 130)));
    }

    @Test
    void theStandardIsWhatWasDecided() throws Exception {
        Vault.in(folder.resolve("new")).create(right(), SECRET);
        assertTrue(Files.readString(folder.resolve("new/wallet.vault"))
                .startsWith("zorya-vault 1\nkdf argon2id\nmemory-kib 65536\niterations 3\nlanes 4\nsalt "));
    }

    @Test
    void aWrongPassphraseIsAnAnswerAndNotAnError() throws StoreException {
        assertEquals(new Unlock.WrongPassphrase(Duration.ZERO), vault.unlock("Correct horse battery".toCharArray()));
        assertEquals(new Unlock.WrongPassphrase(Duration.ZERO), vault.unlock(new char[0]));
        assertArrayEquals(SECRET, opened(right()));
    }

    @Test
    void everyPassphraseHandedInIsOverwritten() throws StoreException {
        char[] wrong = "wrong".toCharArray();
        char[] present = right();
        char[] next = "next".toCharArray();
        vault.unlock(wrong);
        vault.changePassphrase(present, next);
        char[] refused = right();
        assertThrows(StoreException.class, () -> vault.create(refused, SECRET));
        for (char[] each : new char[][] {wrong, present, next, refused}) {
            assertArrayEquals(new char[each.length], each);
        }
    }

    @Test
    void aClosedSecretIsGone() throws StoreException {
        var opened = assertInstanceOf(Unlock.Opened.class, vault.unlock(right()));
        opened.secret().close();
        assertArrayEquals(new byte[32], opened.secret().bytes());
        assertFalse(opened.toString().contains(HexFormat.of().formatHex(SECRET)));
    }

    @Test
    void accentsCountHoweverTheyAreComposed() throws StoreException {
        vault.changePassphrase(right(), "caf\u00e9".toCharArray());
        assertArrayEquals(SECRET, opened("cafe\u0301".toCharArray()));
        assertInstanceOf(Unlock.WrongPassphrase.class, vault.unlock("cafe".toCharArray()));
    }

    @Test
    void aNewPassphraseTakesTheOldOnesPlace() throws StoreException {
        assertInstanceOf(Unlock.Opened.class, vault.changePassphrase(right(), "new one".toCharArray()));
        assertInstanceOf(Unlock.WrongPassphrase.class, vault.unlock(right()));
        assertArrayEquals(SECRET, opened("new one".toCharArray()));
    }

    @Test
    void withoutThePresentPassphraseNothingChanges() throws StoreException, IOException {
        byte[] before = Files.readAllBytes(file);
        assertInstanceOf(
                Unlock.WrongPassphrase.class, vault.changePassphrase("wrong".toCharArray(), "new one".toCharArray()));
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aVaultIsNeverOverwritten() throws IOException {
        byte[] before = Files.readAllBytes(file);
        StoreException refused =
                assertThrows(StoreException.class, () -> vault.create("other".toCharArray(), new byte[16]));
        assertTrue(Samples.sentence(refused).contains("There is a wallet in"), Samples.sentence(refused));
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aHalfWrittenReplacementDoesNoHarm() throws Exception {
        Files.writeString(folder.resolve("wallet.vault.new"), "zorya-va");
        assertArrayEquals(SECRET, opened(right()));
        vault.changePassphrase(right(), "next".toCharArray());
        assertArrayEquals(SECRET, opened("next".toCharArray()));
        assertFalse(Files.exists(folder.resolve("wallet.vault.new")));
    }

    @Test
    void everyChangedBitIsDamageAndNotAWrongPassphrase() throws IOException {
        byte[] good = Files.readAllBytes(file);
        for (int at = 0; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= 1;
            Files.write(file, bad);
            Reason reason = refusal();
            assertTrue(reason == Reason.CORRUPT || reason == Reason.NEWER_VERSION, "byte " + at);
        }
    }

    @Test
    void cutOffEmptyHugeAndMissingFilesAreDamage() throws IOException {
        String good = Files.readString(file);
        for (int length = 0; length < good.length(); length += 7) {
            Files.writeString(file, good.substring(0, length));
            assertEquals(Reason.CORRUPT, refusal());
        }
        Files.write(file, new byte[5_000_000]);
        assertEquals(Reason.CORRUPT, refusal());
        Files.delete(file);
        assertEquals(Reason.CORRUPT, refusal());
    }

    @Test
    void aNewerVaultSaysSo() throws Exception {
        tamper("zorya-vault 1", "zorya-vault 2");
        assertEquals(Reason.NEWER_VERSION, refusal());
    }

    @ParameterizedTest
    @Tag("threat-47")
    @CsvSource({
        "memory-kib \\d+, memory-kib 999999999",
        "memory-kib \\d+, memory-kib 1024",
        "memory-kib \\d+, memory-kib 0",
        "iterations \\d+, iterations 999999999",
        "iterations \\d+, iterations 0",
        "lanes \\d+, lanes 100000",
        "lanes \\d+, lanes 0",
    })
    void hostileParametersAreRefusedBeforeAnyWork(String from, String to) throws Exception {
        tamper(from, to);
        long begin = System.nanoTime();
        assertEquals(Reason.CORRUPT, refusal());
        assertTrue(System.nanoTime() - begin < 1_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource({
        "iterations \\d+, iterations 2",
        "sealed 0, sealed 1",
        "sealed [1-9a-f], sealed 0",
        "nonce 0, nonce 1",
        "nonce [1-9a-f], nonce 0"
    })
    void aSkilfulChangeOpensNothing(String from, String to) throws Exception {
        String before = Files.readString(file);
        tamper(from, to);
        // what begins with another digit was not changed
        boolean changed = !Files.readString(file).equals(before);
        Class<?> wanted = changed ? Unlock.WrongPassphrase.class : Unlock.Opened.class;
        assertEquals(wanted, vault.unlock(right()).getClass());
    }

    @Test
    @Tag("threat-66")
    void aThousandGuessesAtOnceAreThreeGuesses() throws StoreException {
        int tried = 0;
        for (int guess = 0; guess < 1000; guess++) {
            tried += vault.unlock(("guess " + guess).toCharArray()) instanceof Unlock.WrongPassphrase ? 1 : 0;
        }
        assertEquals(3, tried);
        assertEquals(new Unlock.TooSoon(Duration.ofSeconds(1)), vault.unlock(right()), "also for the right one");
        now = now.plusMillis(400);
        vault = new Vault(folder, QUICK, () -> now);
        assertEquals(new Unlock.TooSoon(Duration.ofMillis(600)), vault.unlock(right()), "also after a restart");
        now = now.plusMillis(600);
        assertArrayEquals(SECRET, opened(right()));
        assertEquals(new Unlock.WrongPassphrase(Duration.ZERO), vault.unlock("slip".toCharArray()), "counted anew");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "POSIX rights")
    void onlyThisUserCanReadIt() throws IOException {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
}
