package dev.zorya.installers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "archives are made on Linux")
class TarGzTest {
    private static final Instant EPOCH = Instant.parse("2026-11-23T00:00:00Z");
    private static final String LONG = "folder-with-a-long-name/".repeat(5) + "file";

    @TempDir
    Path folder;

    private Path tree;

    @BeforeEach
    void files() throws IOException {
        tree = Files.createDirectory(folder.resolve("tree"));
        Files.createDirectories(tree.resolve(LONG).getParent());
        Files.writeString(tree.resolve(LONG), "deep");
        Files.writeString(tree.resolve("program"), "x".repeat(1000));
        assertTrue(tree.resolve("program").toFile().setExecutable(true));
        Files.createSymbolicLink(tree.resolve("link"), Path.of("program"));
    }

    @Test
    void theTarOfTheSystemReadsIt() throws Exception {
        Path archive = folder.resolve("a.tar.gz");
        TarGz.write(tree, "zorya-1", archive, EPOCH);
        Path out = Files.createDirectory(folder.resolve("out"));
        Process tar = new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", out.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, tar.waitFor(), said);
        Path top = out.resolve("zorya-1");
        assertEquals("deep", Files.readString(top.resolve(LONG)));
        assertEquals("x".repeat(1000), Files.readString(top.resolve("link")));
        assertEquals(Path.of("program"), Files.readSymbolicLink(top.resolve("link")));
        assertTrue(Files.isExecutable(top.resolve("program")));
        assertEquals(EPOCH, Files.getLastModifiedTime(top.resolve("program")).toInstant());
    }

    @Test
    void theSameFilesGiveTheSameBytes() throws IOException {
        Path first = folder.resolve("1.tar.gz");
        Path second = folder.resolve("2.tar.gz");
        TarGz.write(tree, "zorya-1", first, EPOCH);
        Files.setLastModifiedTime(tree.resolve("program"), FileTime.fromMillis(0));
        TarGz.write(tree, "zorya-1", second, EPOCH);
        assertEquals(-1, Files.mismatch(first, second));
        assertEquals(
                List.of(Sums.of(first) + "  1.tar.gz", Sums.of(second) + "  2.tar.gz"),
                Files.readAllLines(Sums.write(folder)));
    }

    @Test
    void aNameThatDoesNotFitIsRefused() throws IOException {
        Files.writeString(tree.resolve("n".repeat(120)), "");
        assertThrows(IOException.class, () -> TarGz.write(tree, "zorya-1", folder.resolve("b"), EPOCH));
    }
}
