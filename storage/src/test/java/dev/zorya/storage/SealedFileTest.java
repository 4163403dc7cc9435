package dev.zorya.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.port.StoreException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that rest in files of their own. */
class SealedFileTest {
    private static final byte[] KEY = Samples.bytes(32, 1).toArray();
    private static final byte[] CONTENT = Samples.bytes(1700, 2).toArray();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws StoreException {
        file = folder.resolve("wire.key");
        SealedFile.write(file, KEY, CONTENT);
    }

    private Reason refusal(Path path, byte[] key) {
        return assertThrows(StoreException.class, () -> SealedFile.read(path, key))
                .reason();
    }

    @Test
    void givesBackWhatWasSealedLast() throws StoreException {
        assertArrayEquals(CONTENT, SealedFile.read(file, KEY).bytes());
        SealedFile.write(file, KEY, new byte[] {1});
        assertArrayEquals(new byte[] {1}, SealedFile.read(file, KEY).bytes());
    }

    @Test
    void anotherKeyOrAnotherNameOpensNothing() throws IOException {
        assertEquals(Reason.CORRUPT, refusal(file, Samples.bytes(32, 9).toArray()));
        Path other = folder.resolve("tls.key");
        Files.copy(file, other);
        assertEquals(Reason.CORRUPT, refusal(other, KEY));
    }

    @Test
    void everyChangedByteAndEveryCutIsNoticed() throws IOException {
        byte[] good = Files.readAllBytes(file);
        for (int at = 0; at < good.length; at += 13) {
            byte[] bad = good.clone();
            bad[at] ^= (byte) 0x80;
            Files.write(file, bad);
            assertEquals(Reason.CORRUPT, refusal(file, KEY), "byte " + at);
            Files.write(file, Arrays.copyOf(good, at));
            assertEquals(Reason.CORRUPT, refusal(file, KEY), "cut " + at);
        }
    }

    @Test
    void aNewerFormatAndAHugeFileAreToldApart() throws IOException {
        byte[] newer = Files.readAllBytes(file);
        newer[0] = 2;
        Files.write(file, newer);
        assertEquals(Reason.NEWER_VERSION, refusal(file, KEY));
        Files.write(file, new byte[3_000_000]);
        assertEquals(Reason.CORRUPT, refusal(file, KEY));
    }
}
