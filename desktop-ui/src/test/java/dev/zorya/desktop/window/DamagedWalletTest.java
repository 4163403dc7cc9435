package dev.zorya.desktop.window;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.desktop.memory.MemoryWallet;
import dev.zorya.desktop.memory.MemoryWallets;
import dev.zorya.desktop.memory.Samples;
import dev.zorya.wallet.api.DamagedWallet;
import dev.zorya.wallet.api.WalletProblem;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A wallet that cannot be read is said on the first page and beside the one that can. */
class DamagedWalletTest extends WindowTest {
    private final MemoryWallets wallets = new MemoryWallets(() -> new MemoryWallet(Samples.PRACTICE));

    @Start
    void start(Stage stage) {
        wallets.known.add(Samples.PRACTICE);
        wallets.damaged.add(new DamagedWallet(
                "studio",
                Path.of("/home/marta/.local/share/zorya/wallets/studio"),
                new WalletProblem(
                        WalletProblem.Code.WALLET_DAMAGED,
                        "The wallet in the folder \"studio\" cannot be opened.",
                        "Its keys and channels are not touched.",
                        "Put the file wallet.properties back.",
                        "name is missing")));
        open(stage, wallets, Samples.CLOCK);
    }

    @Test
    void itIsNamedWithWhatToDoAndWhere(FxRobot robot) throws TimeoutException {
        Walk walk = new Walk(robot, 60);
        walk.sees("#unlock-passphrase");
        says(walk);
        assertTrue(robot.lookup("#unlock-passphrase").query().isFocused(), "the other wallet opens as ever");
        walk.clicks("Other ways to start");
        walk.sees("#welcome-try");
        says(walk);
        Pictures.of(robot, scene, "welcome-damaged");
    }

    private static void says(Walk walk) throws TimeoutException {
        walk.sees("#damaged-studio");
        walk.reads("The wallet in the folder \"studio\" cannot be opened.");
        walk.reads("Its keys and channels are not touched.");
        walk.reads("Put the file wallet.properties back.");
        walk.reads("Folder: /home/marta/.local/share/zorya/wallets/studio");
    }
}
