package dev.zorya.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every way out of the computer is cut, only loopback is left (ARIES.md 9, case 2). */
@Tag("agent")
@Tag("slow")
class AriesOfflineTest {
    private static final Path PLACE =
            Path.of("..", "target", "agent", "place").toAbsolutePath().normalize();

    /** A network of its own, in which nothing but loopback is. */
    private static final List<String> ALONE =
            List.of("unshare", "-rn", "sh", "-c", "ip link set lo up && exec \"$@\"", "alone");

    @Test
    void case02TheWholeStoryIsPlayedOnLoopbackAlone() throws Exception {
        Assumptions.assumeTrue(works("true"), "this system lets no user make a network of their own");
        assertFalse(
                works("sh", "-c", "ip route | grep -q default"),
                "there must be no way out, or this test shows nothing");
        Assumptions.assumeTrue(
                Files.exists(PLACE.resolve("zorya-complete-1.7.0")),
                "no ACA-Py here; tests that may use the network fetch it where there is a Python");
        Process story = alone(
                System.getProperty("java.home") + "/bin/java",
                "--enable-native-access=ALL-UNNAMED",
                "-Dzorya.agent.place=" + PLACE,
                "-Dzorya.source=" + System.getProperty("zorya.source", ""),
                "-cp",
                System.getProperty("java.class.path"),
                Demo.class.getName(),
                "--aries");
        String told = new String(story.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, story.waitFor(), told);
        assertTrue(told.contains("100 payments in"), told);
    }

    private static boolean works(String... command) throws InterruptedException {
        try {
            Process process = alone(command);
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
            return process.waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private static Process alone(String... command) throws IOException {
        List<String> whole = new ArrayList<>(ALONE);
        whole.addAll(List.of(command));
        Process process = new ProcessBuilder(whole).redirectErrorStream(true).start();
        process.getOutputStream().close();
        return process;
    }
}
