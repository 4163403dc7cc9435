package dev.zorya.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a shell sees it: real processes, what they print and how they end. */
@Tag("slow")
class MainTest {
    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    Path folder;

    private record Ended(int code, String out, String err) {}

    private Ended run(List<String> jvm, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC"));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.zorya.desktop.Main"));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        Process process = builder.start();
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "it ends by itself");
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @Test
    void theWindowOpensIsMeasuredAndEnds() throws IOException, InterruptedException {
        Ended ended = run(
                List.of("-Dglass.platform=Headless", "-Dprism.order=sw"),
                "--measure-start",
                "--data",
                folder.resolve("data").toString());
        assertEquals(0, ended.code(), ended.err());
        assertTrue(ended.out().matches("(?s).*first frame after \\d+ ms\\s*"), ended.out());
    }

    @Test
    void aWindowThatCannotBeDrawnIsSaidInWords() throws IOException, InterruptedException {
        Ended ended = run(
                List.of("-Dglass.platform=Headless", "-Dprism.order=nothing"),
                "--data",
                folder.resolve("data").toString());
        assertEquals(1, ended.code(), ended.err());
        assertTrue(ended.err().contains("Zorya cannot open its window: "), ended.err());
        assertTrue(ended.err().contains("nothing was signed, paid or changed"), ended.err());
        assertFalse(Files.exists(folder.resolve("data")), "nothing was touched");
    }

    @Test
    void helpAndVersionNeedNoDisplayAndMistakesEndWithTwo() throws IOException, InterruptedException {
        Ended help = run(List.of(), "--help");
        assertEquals(0, help.code(), help.err());
        assertTrue(help.out().contains("  --data DIR         keep wallets in DIR"), help.out());
        Ended mistake = run(List.of(), "--dat");
        assertEquals(2, mistake.code());
        assertEquals("There is no option \"--dat\". Try --help.", mistake.err().strip());
    }
}
