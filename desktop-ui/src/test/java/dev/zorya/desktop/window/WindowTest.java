package dev.zorya.desktop.window;

import dev.zorya.desktop.feed.Abilities;
import dev.zorya.desktop.memory.MemoryWallet;
import dev.zorya.desktop.shell.FileDialogs;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.Wallets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** A test with the one window. Its own start method opens it: TestFX does not find an inherited one. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the start method of the test fills them
abstract class WindowTest {
    @TempDir
    static Path folder;

    /** What the person chooses when they are asked where to save. */
    Optional<Path> saveTo = Optional.empty();

    /** What the person chooses when they are asked what to read. */
    Optional<Path> openFrom = Optional.empty();

    String suggested = "";
    Window window;
    Scene scene;

    void open(Stage stage, Wallets wallets, Clock clock) {
        stage.setX(0);
        stage.setY(0);
        window = new Window(
                stage,
                wallets,
                new Memory(folder.resolve("window.properties")),
                clock,
                new Chosen(),
                WindowTest::abilities);
        window.show();
        scene = stage.getScene();
    }

    private static Abilities abilities(Wallet wallet) {
        return wallet instanceof MemoryWallet memory ? memory.abilities() : Abilities.of(wallet);
    }

    private final class Chosen implements FileDialogs {
        @Override
        public Optional<Path> save(String name) {
            suggested = name;
            return saveTo;
        }

        @Override
        public Optional<Path> open(String title) {
            return openFrom;
        }

        @Override
        public Optional<Path> folder(String title) {
            return openFrom;
        }
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
