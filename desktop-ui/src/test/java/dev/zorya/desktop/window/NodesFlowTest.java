package dev.zorya.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.desktop.memory.Samples;
import dev.zorya.desktop.memory.Scenes;
import dev.zorya.wallet.api.NodeView;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletInfo;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The nodes of a wallet on a chain that others run. */
class NodesFlowTest extends EverydayWindow {
    private static final WalletInfo REAL =
            new WalletInfo("studio", "Studio", false, "Home chain", Path.of("/home/marta/.local/share/zorya/studio"));

    NodesFlowTest() {
        super(Scenes.everyday(REAL));
    }

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @BeforeEach
    void network() throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.COMMA);
        walk.clicks("#settings-network");
        walk.reads("http://127.0.0.1:8545");
    }

    @Test
    void oneIsAddedByKeyboardAndRemoved(FxRobot robot) throws TimeoutException {
        walk.reads("cannot be removed");
        walk.clicks("#node-address");
        robot.write("https://node.example.org/v3/0123456789abcdef");
        walk.presses(KeyCode.ENTER);
        walk.reads("This node is asked from now on as well.");
        walk.reads("https://node.example.org");
        walk.reads("Ready");
        assertFalse(reading(robot, "0123456789abcdef"), "a key in the path is not shown");
        assertEquals("", robot.lookup("#node-address").queryTextInputControl().getText());
        assertTrue(wallet.calls.contains("add node https://node.example.org/v3/0123456789abcdef"));
        Pictures.of(robot, scene, "settings-nodes-1024x640");
        walk.clicks("#node-remove-1");
        walk.until(() -> robot.lookup("#node-remove-1").queryAll().isEmpty());
        walk.reads("This node is not asked any more.");
        assertTrue(wallet.calls.contains("remove node https://node.example.org/v3/0123456789abcdef"));
    }

    @Test
    void aRefusalSaysWhyAndKeepsWhatWasTyped(FxRobot robot) throws TimeoutException {
        wallet.refusal = Optional.of(Samples.problem(Code.CHAIN_WRONG_ID));
        walk.types("#node-address", "https://other.example.org");
        walk.clicks("#node-add");
        walk.reads("What happened.");
        assertEquals(
                "https://other.example.org",
                robot.lookup("#node-address").queryTextInputControl().getText());
        wallet.refusal = Optional.empty();
        walk.clicks("#node-add");
        walk.reads("https://other.example.org");
        walk.until(() -> !reading(robot, "What happened."));
    }

    @Test
    void eachSaysHowItDoesWhileThePersonTypes(FxRobot robot) throws TimeoutException {
        walk.clicks("#node-address");
        robot.write("https://ha");
        wallet.nodes.add(new NodeView(
                URI.create("https://lags.example.org"),
                false,
                NodeView.State.BEHIND,
                18_300,
                "It is 42 blocks behind another node."));
        wallet.nodes.add(new NodeView(
                URI.create("https://gone.example.org"),
                false,
                NodeView.State.IGNORED,
                0,
                "The chain does not answer at gone.example.org."));
        wallet.tell(new WalletEvent.HealthChanged(wallet.health));
        walk.reads("It is 42 blocks behind another node.");
        walk.reads("Behind");
        walk.reads("The chain does not answer at gone.example.org.");
        walk.reads("Not used");
        robot.write("lf");
        assertEquals(
                "https://half",
                robot.lookup("#node-address").queryTextInputControl().getText());
        assertTrue(robot.lookup("#node-address").query().isFocused());
    }
}
