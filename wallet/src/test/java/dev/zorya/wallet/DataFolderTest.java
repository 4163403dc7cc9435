package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DataFolderTest {
    private static final Path HOME = Path.of("/home/olena");

    @Test
    void flagThenVariableThenPlatform() {
        Map<String, String> variable = Map.of("ZORYA_DATA", "/data/zorya");
        assertEquals(Path.of("/flag"), DataFolder.locate(Optional.of(Path.of("/flag")), variable, "Linux", HOME));
        assertEquals(Path.of("/data/zorya"), DataFolder.locate(Optional.empty(), variable, "Linux", HOME));
        assertEquals(
                HOME.resolve(".local/share/zorya"),
                DataFolder.locate(Optional.empty(), Map.of("ZORYA_DATA", " "), "Linux", HOME));
    }

    @Test
    void eachPlatformsPlace() {
        assertEquals(
                Path.of("/x/zorya"), DataFolder.locate(Optional.empty(), Map.of("XDG_DATA_HOME", "/x"), "Linux", HOME));
        assertEquals(
                HOME.resolve("Library/Application Support/Zorya"),
                DataFolder.locate(Optional.empty(), Map.of(), "Mac OS X", HOME));
        assertEquals(
                Path.of("/local/Zorya"),
                DataFolder.locate(Optional.empty(), Map.of("LOCALAPPDATA", "/local"), "Windows 11", HOME));
        assertEquals(
                HOME.resolve("AppData/Local/Zorya"), DataFolder.locate(Optional.empty(), Map.of(), "Windows 11", HOME));
    }
}
