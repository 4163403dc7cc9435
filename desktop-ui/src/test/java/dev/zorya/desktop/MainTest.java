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

    private ProcessBuilder command(List<String> jvm, String name, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC"));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.zorya.desktop.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .redirectError(folder.resolve(name + ".err").toFile());
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        return builder;
    }

    private Ended run(List<String> jvm, String... arguments) throws IOException, InterruptedException {
        Process process = command(jvm, "run", arguments).start();
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "it ends by itself");
        return new Ended(
                process.exitValue(),
                Files.readString(folder.resolve("run.out")),
                Files.readString(folder.resolve("run.err")));
    }

    private static void waitFor(Path file) throws InterruptedException {
        for (int tenths = 0; tenths < 10 * PATIENCE_SECONDS && !Files.exists(file); tenths++) {
            Thread.sleep(100);
        }
        assertTrue(Files.exists(file), file + " did not come");
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
    @Tag("threat-61")
    void aSecondStartHandsItsLinkToTheFirstAndEnds() throws IOException, InterruptedException {
        List<String> headless = List.of(
                "-Dglass.platform=Headless", "-Dprism.order=sw", "-Dorg.slf4j.simpleLogger.defaultLogLevel=info");
        String[] start = {"--data", folder.resolve("data").toString(), "zorya:pay?to=did:key:z6MkNobody"};
        Process first = command(headless, "first", start).start();
        try {
            waitFor(folder.resolve("data").resolve("window").resolve("socket"));
            Ended second = run(List.of(), start);
            assertEquals(0, second.code(), second.err());
            assertTrue(second.out().startsWith("Zorya is open already."), second.out());
            String told =
                    Files.readString(folder.resolve("data").resolve("logs").resolve("zorya.log"));
            assertTrue(told.contains("A second start hands over 31 characters."), told);
            assertFalse(told.contains("z6MkNobody"), "what a link says is not for the log");
            assertTrue(first.isAlive());
        } finally {
            first.destroy();
            assertTrue(first.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
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
