package dev.zorya.desktop.window;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.desktop.memory.MemoryWallet;
import dev.zorya.desktop.memory.MemoryWallets;
import dev.zorya.desktop.memory.Samples;
import dev.zorya.desktop.memory.Scenes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Each screen with the people of the mock-ups, by keyboard; a picture of each for a person to look at. */
class ScreensTest extends WindowTest {
    private final MemoryWallet wallet = Scenes.everyday();
    private final MemoryWallets wallets = new MemoryWallets(() -> wallet);

    @Start
    void start(Stage stage) {
        open(stage, wallets, Samples.CLOCK);
    }

    static void appears(FxRobot robot, String query) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> robot.lookup(query).queryAll().stream().anyMatch(Node::isVisible));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void enter(FxRobot robot) throws TimeoutException {
        robot.clickOn("#welcome-try");
        appears(robot, "#nav-home");
        appears(robot, "Recent");
    }

    @Test
    void welcome(FxRobot robot) throws TimeoutException {
        appears(robot, "#welcome-try");
        Pictures.of(robot, scene, "welcome");
    }

    @Test
    void everyPlace(FxRobot robot) throws TimeoutException {
        enter(robot);
        Pictures.of(robot, scene, "home");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        appears(robot, "#channels-list");
        Pictures.of(robot, scene, "channels");
        robot.clickOn("Blue Door Café");
        appears(robot, "#channel-close");
        Pictures.of(robot, scene, "channel");
        robot.clickOn("#channel-close");
        appears(robot, "#close-alone");
        Pictures.of(robot, scene, "channel-close");
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        appears(robot, "#contacts-list");
        Pictures.of(robot, scene, "contacts");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        appears(robot, "#activity-list");
        robot.clickOn("Two espressos");
        Pictures.of(robot, scene, "activity");
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        appears(robot, "#settings-appearance");
        Pictures.of(robot, scene, "settings");
        robot.clickOn("#settings-identity");
        appears(robot, "What your contacts know you by");
        Pictures.of(robot, scene, "settings-identity");
        robot.push(KeyCode.CONTROL, KeyCode.N);
        appears(robot, "#open-mine");
        robot.clickOn("#open-mine").write("1.0");
        robot.clickOn("#open-theirs").write("0.5");
        Pictures.of(robot, scene, "channel-open");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        appears(robot, "#add-text");
        robot.clickOn("#add-text").write("zorya-text");
        appears(robot, "#add-match");
        Pictures.of(robot, scene, "contact-add");
        robot.push(KeyCode.CONTROL, KeyCode.K);
        appears(robot, "#search-field");
        robot.write("ilya");
        Pictures.of(robot, scene, "paste-anything");
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        appears(robot, "#pay-amount");
        robot.clickOn("#pay-amount").write("0.25");
        Pictures.of(robot, scene, "pay");
        assertTrue(robot.lookup("#pay-send").queryButton().isDefaultButton());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        appears(robot, "#pay-amount");
        robot.clickOn("#pay-amount").write("1.5");
        Pictures.of(robot, scene, "request");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        appears(robot, "Recent");
        Pictures.of(robot, scene, "home-hidden");
        robot.push(KeyCode.F1);
        Pictures.of(robot, scene, "keys");
    }
}
