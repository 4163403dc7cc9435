package dev.zorya.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.desktop.memory.MemoryWallet;
import dev.zorya.desktop.memory.MemoryWallets;
import dev.zorya.desktop.memory.Samples;
import dev.zorya.desktop.memory.Scenes;
import dev.zorya.wallet.api.WalletProblem;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The window at its least size with the everyday wallet open on Home; our code never blocks the JavaFX thread meanwhile. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the start method of the test fills them
abstract class EverydayWindow {
    static final WalletProblem REFUSAL = new WalletProblem(
            WalletProblem.Code.STORE_TROUBLE,
            "The disk is full.",
            "Nothing was changed.",
            "Make room and try again.",
            "ENOSPC");

    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    static Path folder;

    final MemoryWallet wallet;
    /** What the person chooses when they are asked where to save. */
    Optional<Path> saveTo = Optional.empty();

    String suggested = "";
    Window window;
    Scene scene;
    Watchdog watchdog;
    Walk walk;

    EverydayWindow() {
        this(Scenes.everyday());
    }

    EverydayWindow(MemoryWallet wallet) {
        this.wallet = wallet;
    }

    private Optional<Path> choose(String name) {
        suggested = name;
        return saveTo;
    }

    /** To be called from a start method of the test itself: TestFX does not find an inherited one. */
    void open(Stage stage) {
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(Window.LEAST_WIDTH);
        stage.setHeight(Window.LEAST_HEIGHT);
        window = new Window(
                stage,
                new MemoryWallets(() -> wallet),
                new Memory(folder.resolve("window.properties")),
                Samples.CLOCK,
                this::choose);
        window.show();
        scene = stage.getScene();
    }

    @BeforeEach
    void enter(FxRobot robot) throws TimeoutException, InterruptedException {
        watchdog = Watchdog.start();
        walk = new Walk(robot, PATIENCE_SECONDS);
        walk.clicks("#welcome-try");
        walk.reads("Recent");
    }

    @AfterEach
    void stop(FxRobot robot) {
        watchdog.close();
        assertEquals(Optional.empty(), watchdog.blocked(), "our code blocked the JavaFX thread");
        robot.interact(window::close);
        WaitForAsyncUtils.waitForFxEvents();
    }

    static boolean reading(FxRobot robot, String words) {
        return !robot.lookup(node -> node instanceof Labeled labeled
                        && labeled.getText() != null
                        && labeled.getText().contains(words))
                .queryAll()
                .isEmpty();
    }
}
