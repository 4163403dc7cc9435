package dev.zorya.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.wallet.WalletsOnDisk;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/**
 * The whole life of a channel by mouse and keyboard, on the real parts: a chain with contracts, TLS sockets, SQLite files. A picture of
 * each screen, light and dark, is in target/screens.
 */
@Tag("slow")
class ChannelLifeTest extends WindowTest {
    /** A chain is started and blocks are waited for, perhaps on a machine that does other things. */
    private static final int PATIENCE = 120;

    @Start
    void start(Stage stage) {
        open(stage, new WalletsOnDisk(folder.resolve("data")), Clock.systemDefaultZone());
    }

    @Test
    void tryItNowOpenPayReceiveClose(FxRobot robot) throws TimeoutException, InterruptedException {
        Walk walk = new Walk(robot, PATIENCE);
        try (Watchdog watchdog = Watchdog.start()) {
            tryItNow(robot, walk);
            open(robot, walk);
            pay(robot, walk);
            receive(robot, walk);
            look(robot, walk);
            close(robot, walk);
            System.out.println("The window came round at the latest after " + watchdog.longestMillis() + " ms.");
            assertEquals(Optional.empty(), watchdog.blocked(), "our code blocked the JavaFX thread");
        }
    }

    private void tryItNow(FxRobot robot, Walk walk) throws TimeoutException {
        walk.sees("#welcome-try");
        Pictures.of(robot, scene, "life-01-welcome");
        walk.clicks("#welcome-try");
        walk.sees("#nav-home");
        walk.reads("Practice money, no real value");
        walk.reads("Chain: block");
        Pictures.of(robot, scene, "life-02-home");
    }

    private void open(FxRobot robot, Walk walk) throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.N);
        walk.picksFirst("#open-contact");
        walk.reads("Closing together");
        walk.types("#open-mine", "1.5");
        walk.types("#open-theirs", "0.5");
        Pictures.of(robot, scene, "life-03-open");
        walk.clicks("#open-propose");
        walk.sees("#channel-close");
        walk.until(() -> !robot.lookup("#channel-close").queryButton().isDisabled());
        Pictures.of(robot, scene, "life-04-channel-open");
        assertEquals("1.5000", number(robot, 0));
        assertEquals("0.5000", number(robot, 1));
    }

    private void pay(FxRobot robot, Walk walk) throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.P);
        walk.sees("#pay-amount");
        walk.types("#pay-amount", "2");
        walk.reads("That is more than you can send here");
        walk.types("#pay-amount", "0,25");
        walk.types("#pay-memo", "two espressos");
        Pictures.of(robot, scene, "life-05-pay");
        robot.push(KeyCode.ENTER);
        walk.reads("Both of you have signed it.");
        Pictures.of(robot, scene, "life-06-paid");
        walk.clicks("#pay-done");
        walk.sees("#channel-close");
        walk.until(() -> number(robot, 0).equals("1.2500"));
    }

    private void receive(FxRobot robot, Walk walk) throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        walk.sees("#pay-amount");
        walk.types("#pay-amount", "0.1");
        walk.types("#pay-memo", "half of the cake");
        Pictures.of(robot, scene, "life-07-request");
        walk.clicks("#pay-send");
        walk.reads("paid 0.1000");
        Pictures.of(robot, scene, "life-08-received");
    }

    private void look(FxRobot robot, Walk walk) throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT1);
        walk.reads("two espressos");
        walk.reads("half of the cake");
        Pictures.of(robot, scene, "life-09-home");
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT3);
        walk.sees("#contact-open");
        Pictures.of(robot, scene, "life-10-contacts");
        walk.presses(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        walk.sees("#invitation-link");
        Pictures.of(robot, scene, "life-11-invitation");
        walk.clicks("#own-gift-1");
        walk.sees("#own-card-link");
        String own = robot.lookup("#own-card-link").queryTextInputControl().getText();
        robot.interact(() -> robot.lookup("#add-text").queryTextInputControl().setText(own));
        walk.reads("This is your own contact text.");
        Pictures.of(robot, scene, "life-11-add-contact-refused");
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT5);
        walk.sees("#activity-list");
        walk.clicks("half of the cake");
        walk.reads("Payment id");
        Pictures.of(robot, scene, "life-12-activity");
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT6);
        walk.reads("Looks after 1 channel in each block");
        walk.reads("Guarded");
        walk.reads("it Zorya can answer, close and take out every channel alone");
        Pictures.of(robot, scene, "life-12-guard");
        walk.clicks("#guard-tab-1");
        walk.reads("Pays your deposit into the channel with");
        walk.reads("Final");
        Pictures.of(robot, scene, "life-12-own-transactions");
        walk.presses(KeyCode.CONTROL, KeyCode.COMMA);
        walk.clicks("#settings-identity");
        walk.reads("What your contacts know you by");
        Pictures.of(robot, scene, "life-13-settings");
    }

    private void close(FxRobot robot, Walk walk) throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT2);
        walk.sees("#channels-list");
        Pictures.of(robot, scene, "life-14-channels");
        robot.interact(() -> robot.lookup("#channels-list").queryListView().requestFocus());
        walk.presses(KeyCode.DOWN);
        walk.presses(KeyCode.ENTER);
        walk.clicks("#channel-close");
        walk.reads("One transaction, done about a minute after");
        Pictures.of(robot, scene, "life-15-close");
        walk.clicks("#close-together");
        walk.reads("Settled");
        Pictures.of(robot, scene, "life-16-settled");
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT1);
        walk.reads("Recent");
        walk.until(() -> figure(robot, ".z-display", 0).startsWith("9.84"));
        Pictures.of(robot, scene, "life-17-home-after");
        assertEquals("0.0000", figure(robot, ".z-amount", 1), "nothing is left in channels");
        assertEquals(figure(robot, ".z-display", 0), figure(robot, ".z-amount", 0), "everything is on chain again");
    }

    /** The figures of the page from left to right, without their units. */
    private static String number(FxRobot robot, int position) {
        return figure(robot, ".z-figure", position);
    }

    private static String figure(FxRobot robot, String style, int position) {
        return robot.lookup(style).queryAll().stream()
                .skip(position)
                .findFirst()
                .map(node -> ((Labeled) node).getText())
                .orElse("");
    }
}
