package dev.zorya.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What {@code zorya guard --install} writes down must be there at the next log-in. */
class ProgramTest {
    private static Path launcher(Map<String, String> known) {
        Properties properties = new Properties();
        properties.putAll(known);
        return Program.launcher(properties);
    }

    @Test
    void anInstalledProgramNamesItself() {
        assertEquals(
                Path.of("/opt/zorya/bin/zorya-terminal"),
                launcher(Map.of(
                        "os.name", "Linux", "zorya.source", "", "jpackage.app-path", "/opt/zorya/bin/zorya-terminal")));
    }

    @Test
    void aFolderOfSourcesHasOneInIt() {
        Path source = Path.of("checkout").toAbsolutePath();
        assertEquals(
                source.resolve("zorya"), launcher(Map.of("os.name", "Mac OS X", "zorya.source", source.toString())));
        assertEquals(
                source.resolve("zorya.cmd"),
                launcher(Map.of("os.name", "Windows 11", "zorya.source", source.toString())));
    }
}
