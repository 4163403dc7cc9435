package dev.zorya.ethereum.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed artifacts are what the pinned compiler makes of the sources, byte for byte. */
class RecompileTest {
    @TempDir
    Path fresh;

    @Test
    @Tag("slow")
    void committedArtifactsAreWhatTheSourcesCompileTo() throws Exception {
        compile();
        assertSameFiles(Path.of("src/main/resources/dev/zorya/ethereum/artifact"), fresh.resolve("main"));
        assertSameFiles(Path.of("src/test/resources/dev/zorya/ethereum/artifact"), fresh.resolve("test"));
    }

    private void compile() throws InterruptedException {
        try {
            var node = new ProcessBuilder("node", "scripts/compile.mjs", fresh.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(node.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertEquals(
                    0,
                    node.waitFor(),
                    "The compiler failed. Run 'npm ci' in contracts/ and look at its words:\n" + said);
        } catch (IOException e) {
            fail(
                    "This test compiles the contracts and needs Node 20 or newer on the PATH. Install Node, then run mvn verify again.",
                    e);
        }
    }

    private static void assertSameFiles(Path committed, Path compiled) throws IOException {
        Set<String> names = jsonFiles(committed);
        assertTrue(!names.isEmpty(), committed.toString());
        assertEquals(names, jsonFiles(compiled), "run 'npm run compile' in contracts/ and commit the result");
        for (String name : names) {
            assertEquals(
                    Files.readString(committed.resolve(name)),
                    Files.readString(compiled.resolve(name)),
                    name + ": run 'npm run compile' in contracts/ and commit the result");
        }
    }

    private static Set<String> jsonFiles(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
