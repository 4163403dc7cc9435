package dev.zorya.desktop.window;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.desktop.memory.MemoryWallet;
import dev.zorya.desktop.memory.MemoryWallets;
import dev.zorya.desktop.memory.Samples;
import dev.zorya.wallet.api.DamagedWallet;
import dev.zorya.wallet.api.WalletProblem;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A wallet that cannot be read is said on the first page and beside the one that can. */
@ExtendWith(ApplicationExtension.class)
class DamagedWalletTest {
    @TempDir
    static Path folder;

    private final MemoryWallets wallets = new MemoryWallets(() -> new MemoryWallet(Samples.PRACTICE));
    private Window window;
    private Scene scene;

    @Start
    void start(Stage stage) {
        stage.setX(0);
        stage.setY(0);
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
        window = new Window(stage, wallets, new Memory(folder.resolve("window.properties")), Samples.CLOCK);
        window.show();
        scene = stage.getScene();
    }

    @AfterEach
    void stop(FxRobot robot) {
        robot.interact(window::close);
        WaitForAsyncUtils.waitForFxEvents();
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
