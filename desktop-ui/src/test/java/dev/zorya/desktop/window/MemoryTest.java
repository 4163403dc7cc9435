package dev.zorya.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.desktop.theme.ThemeChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
    @TempDir
    Path folder;

    @Test
    void whatIsRememberedComesBack() throws IOException {
        Path file = folder.resolve("deep").resolve("window.properties");
        Memory memory = new Memory(file);
        memory.theme(ThemeChoice.DARK);
        memory.textSize(115);
        memory.size(1400, 900);
        memory.save();
        Memory again = new Memory(file);
        assertEquals(ThemeChoice.DARK, again.theme());
        assertEquals(115, again.textSize());
        assertEquals(1400, again.width());
        assertEquals(900, again.height());
        assertTrue(Files.readString(file).startsWith("#"), "the file says what it is");
    }

    @Test
    void theFirstStart() {
        Memory memory = new Memory(folder.resolve("none"));
        assertEquals(ThemeChoice.SYSTEM, memory.theme());
        assertEquals(100, memory.textSize());
        assertEquals(1280, memory.width());
        assertEquals(800, memory.height());
    }

    @Test
    void nonsenseCountsAsNothing() throws IOException {
        Path file = folder.resolve("odd");
        Files.writeString(file, "theme=purple\ntext=400\nwidth=tiny\nheight=10\n\\u00zz");
        Memory memory = new Memory(file);
        assertEquals(ThemeChoice.SYSTEM, memory.theme());
        assertEquals(100, memory.textSize());
        assertEquals(1280, memory.width());
        assertTrue(memory.height() >= 640);
    }

    @Test
    void aDiskThatRefusesIsNoCatastrophe() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "");
        Memory memory = new Memory(blocked.resolve("inside"));
        memory.size(1300, 800);
        memory.save();
    }
}
