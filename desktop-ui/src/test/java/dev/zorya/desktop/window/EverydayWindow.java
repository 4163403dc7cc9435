package dev.zorya.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.desktop.memory.MemoryWallet;
import dev.zorya.desktop.memory.MemoryWallets;
import dev.zorya.desktop.memory.Samples;
import dev.zorya.desktop.memory.Scenes;
import dev.zorya.wallet.api.WalletProblem;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;

/** The window at its least size with the everyday wallet open on Home; our code never blocks the JavaFX thread meanwhile. */
@SuppressWarnings("NullAway.Init") // the start method of the test fills them
abstract class EverydayWindow extends WindowTest {
    static final WalletProblem REFUSAL = new WalletProblem(
            WalletProblem.Code.STORE_TROUBLE,
            "The disk is full.",
            "Nothing was changed.",
            "Make room and try again.",
            "ENOSPC");

    private static final int PATIENCE_SECONDS = 60;

    final MemoryWallet wallet;
    Watchdog watchdog;
    Walk walk;

    EverydayWindow() {
        this(Scenes.everyday());
    }

    EverydayWindow(MemoryWallet wallet) {
        this.wallet = wallet;
    }

    /** To be called from a start method of the test itself: TestFX does not find an inherited one. */
    void open(Stage stage) {
        stage.setWidth(Window.LEAST_WIDTH);
        stage.setHeight(Window.LEAST_HEIGHT);
        open(stage, new MemoryWallets(() -> wallet), Samples.CLOCK);
    }

    @BeforeEach
    void enter(FxRobot robot) throws TimeoutException, InterruptedException {
        watchdog = Watchdog.start();
        walk = new Walk(robot, PATIENCE_SECONDS);
        walk.clicks("#welcome-try");
        walk.reads("Recent");
    }

    @AfterEach
    void neverBlocked() {
        watchdog.close();
        assertEquals(Optional.empty(), watchdog.blocked(), "our code blocked the JavaFX thread");
    }

    static boolean reading(FxRobot robot, String words) {
        return !robot.lookup(node -> node instanceof Labeled labeled
                        && labeled.getText() != null
                        && labeled.getText().contains(words))
                .queryAll()
                .isEmpty();
    }
}
