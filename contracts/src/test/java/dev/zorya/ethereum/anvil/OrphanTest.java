package dev.zorya.ethereum.anvil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No practice chain stays behind when the program that started it is killed. */
class OrphanTest {
    @TempDir
    Path folder;

    /** The program that is killed: starts a chain, prints its process id, waits. */
    static final class Owner {
        private Owner() {}

        public static void main(String[] folder) throws Exception {
            var anvil = Anvil.start(AnvilOptions.practice().keptIn(Path.of(folder[0])));
            anvil.control().mine(7);
            System.out.println("anvil " + anvil.process().pid());
            Thread.sleep(60_000);
        }
    }

    @Test
    void aKilledOwnerTakesTheChainWithItAndTheChainIsSaved() throws Exception {
        Process owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        ProcessHandle chain;
        try {
            String line = owner.inputReader().readLine();
            assertTrue(line != null && line.startsWith("anvil "), line);
            chain = ProcessHandle.of(Long.parseLong(line.substring(6))).orElseThrow();
            assertTrue(chain.isAlive());
        } finally {
            owner.destroyForcibly();
        }
        chain.onExit().get(10, TimeUnit.SECONDS);
        try (var anvil = Anvil.start(AnvilOptions.practice().keptIn(folder))) {
            assertEquals(7, anvil.control().blockNumber());
        }
    }

    @Test
    void aLeftoverIsEndedAtTheNextStart() throws Exception {
        var leftover = Anvil.start(AnvilOptions.practice().keptIn(folder));
        try (var anvil = Anvil.start(AnvilOptions.practice().keptIn(folder))) {
            assertFalse(leftover.isAlive());
            assertTrue(anvil.isAlive());
        } finally {
            leftover.close();
        }
    }

    @Test
    void aStrangerWithTheSameNumberIsLeftAlone() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            endLeftover(stranger.pid() + " " + stranger.info().startInstant().orElseThrow());
            assertTrue(stranger.isAlive());
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aChainThatStartedAtAnotherTimeIsLeftAlone() throws Exception {
        try (var other = Anvil.start(AnvilOptions.practice())) {
            endLeftover(other.process().pid() + " " + Instant.EPOCH);
            assertTrue(other.isAlive());
        }
    }

    @Test
    void aPidFileOfNonsenseIsPassedOver() throws Exception {
        for (String text : new String[] {"", "x y", "12", "99999999999999999999 z", "-1 1970-01-01T00:00:00Z"}) {
            endLeftover(text);
        }
    }

    private void endLeftover(String pidFile) throws IOException {
        Files.writeString(folder.resolve("anvil.pid"), pidFile);
        new ChainFiles(folder).endLeftover();
        assertFalse(Files.exists(folder.resolve("anvil.pid")));
    }
}
