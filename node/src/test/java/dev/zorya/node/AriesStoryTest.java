package dev.zorya.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.WalletsOnDisk;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration with two real agents, a credential by a third wallet and a rule that asks for it (ARIES.md 9, case 11). */
@Tag("agent")
@Tag("slow")
class AriesStoryTest {
    private static final Path PLACE =
            Path.of("..", "target", "agent", "place").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    @Tag("threat-55")
    void case11TheChannelOpensForWhoShowsTheCredential() throws Exception {
        System.setProperty("zorya.agent.place", PLACE.toString());
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        WalletsOnDisk wallets = WalletsOnDisk.amongThemselves(folder);
        try {
            boolean good = new AriesStory(wallets, 10, 1, new PrintStream(told, true, StandardCharsets.UTF_8)).play();
            String text = told.toString(StandardCharsets.UTF_8);
            assertTrue(good, text);
            assertTrue(text.contains("10 payments in"), text);
            assertEquals(3, wallets.list().size());
        } catch (WalletException e) {
            Code code = e.problem().code();
            Assumptions.assumeFalse(
                    code == Code.PYTHON_MISSING
                            || (code == Code.AGENT_NOT_STARTED && !Files.exists(PLACE.resolve("zorya-complete-1.7.0"))),
                    () -> "no ACA-Py here: " + e.problem().what() + " "
                            + e.problem().details());
            throw e;
        }
    }
}
