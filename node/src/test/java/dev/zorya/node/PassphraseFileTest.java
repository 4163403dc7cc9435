package dev.zorya.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Safety rule 11, for a program that nobody sits at. */
class PassphraseFileTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    private Optional<String> read(Path file) throws IOException {
        return PassphraseFile.read(file, new PrintStream(told, true, StandardCharsets.UTF_8))
                .map(String::new);
    }

    private Path file(String content, String rights) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    @Test
    void theFirstLineCounts() throws IOException {
        assertEquals(Optional.of("schön öd"), read(file("schön öd\r\nnot this", "rw-------")));
        assertEquals(Optional.of("alone"), read(file("alone", "r--------")));
        assertEquals("", told.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aFileThatOthersCanReadIsNotUsed() throws IOException {
        assertEquals(Optional.empty(), read(file("secret words", "rw-r-----")));
        String words = told.toString(StandardCharsets.UTF_8);
        assertTrue(words.contains("chmod 600"), words);
        assertTrue(!words.contains("secret words"), words);
    }

    @Test
    void aFileThatIsNotThereIsSaid() throws IOException {
        assertEquals(Optional.empty(), read(folder.resolve("none")));
        assertTrue(told.toString(StandardCharsets.UTF_8).contains("There is no file"));
    }
}
