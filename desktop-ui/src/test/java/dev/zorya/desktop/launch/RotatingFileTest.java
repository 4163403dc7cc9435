package dev.zorya.desktop.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class RotatingFileTest {
    @TempDir
    Path data;

    private Path folder() {
        return data.resolve("logs");
    }

    private String text(String name) throws IOException {
        return Files.readString(folder().resolve(name));
    }

    private static void write(RotatingFile file, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        file.write(bytes, 0, bytes.length);
    }

    @Test
    void nothingIsMadeBeforeTheFirstLine() throws IOException {
        try (RotatingFile file = new RotatingFile(folder(), 10, 2)) {
            assertFalse(Files.exists(folder()));
            file.write('a');
        }
        assertEquals("a", text("zorya.log"));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())));
    }

    @Test
    void fullFilesMoveOnAndTheOldestGoes() throws IOException {
        try (RotatingFile file = new RotatingFile(folder(), 10, 2)) {
            for (String piece :
                    List.of("first 8\n", "second\n", "third 8\n", "4\n", "fifth 8\n", "longer than all of it\n")) {
                write(file, piece);
            }
        }
        assertEquals("longer than all of it\n", text("zorya.log"));
        assertEquals("fifth 8\n", text("zorya.log.1"));
        assertEquals("third 8\n4\n", text("zorya.log.2"));
        try (Stream<Path> files = Files.list(folder())) {
            assertEquals(3, files.count());
        }
    }

    @Test
    void theNextStartGoesOnWhereTheLastOneEnded() throws IOException {
        for (String piece : List.of("12345\n", "789\n", "new\n")) {
            try (RotatingFile file = new RotatingFile(folder(), 10, 2)) {
                write(file, piece);
            }
        }
        assertEquals("new\n", text("zorya.log"));
        assertEquals("12345\n789\n", text("zorya.log.1"));
    }

    @Test
    void aDiskThatRefusesEndsTheLogAndNothingElse() throws IOException {
        Files.writeString(folder(), "a file where the folder should be");
        try (RotatingFile file = new RotatingFile(folder(), 10, 2)) {
            write(file, "lost");
            write(file, "lost too");
        }
        assertEquals("a file where the folder should be", Files.readString(folder()));
    }

    @Test
    void whatIsLoggedIsInTheFolderAndStillOnTheTerminal() throws IOException {
        PrintStream before = System.err;
        Path terminal = data.resolve("terminal");
        try (PrintStream shown = new PrintStream(Files.newOutputStream(terminal), true, StandardCharsets.UTF_8)) {
            System.setErr(shown);
            Logs.keep(data);
            LoggerFactory.getLogger(RotatingFileTest.class).error("A sentence for the log: {}", "й");
            new IllegalStateException("and a trace").printStackTrace();
        } finally {
            System.setErr(before);
        }
        String kept = text("zorya.log");
        assertTrue(kept.contains("A sentence for the log: й\n"), kept);
        assertTrue(kept.contains("IllegalStateException: and a trace\n"), kept);
        assertEquals(kept, Files.readString(terminal));
    }
}
