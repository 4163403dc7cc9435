package dev.zorya.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.desktop.memory.Samples;
import dev.zorya.desktop.theme.ThemeChoice;
import dev.zorya.wallet.api.WalletProblem;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.ColorScheme;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Settings: what is chosen is applied at once and remembered; what is told is true; the words stay hidden until asked for. */
class SettingsFlowTest extends EverydayWindow {
    @Start
    void start(Stage stage) {
        open(stage);
    }

    @BeforeEach
    void settings() throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.COMMA);
        walk.sees("#settings-appearance");
    }

    @AfterEach
    void usualLook() throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT0);
    }

    private static Memory remembered() {
        return new Memory(folder.resolve("window.properties"));
    }

    @Test
    void darkIsAppliedAtOnceAndRemembered(FxRobot robot) throws TimeoutException {
        walk.clicks("#theme-2");
        walk.until(() -> scene.getPreferences().getColorScheme() == ColorScheme.DARK);
        walk.until(() -> remembered().theme() == ThemeChoice.DARK);
        walk.clicks("#theme-1");
        walk.until(() -> scene.getPreferences().getColorScheme() == ColorScheme.LIGHT);
        walk.until(() -> remembered().theme() == ThemeChoice.LIGHT);
    }

    @Test
    void textSizeIsAppliedAtOnceAndRemembered(FxRobot robot) throws TimeoutException {
        walk.clicks("#text-size-3");
        walk.until(() -> scene.getRoot().getStyle().contains("16.9px"));
        walk.until(() -> remembered().textSize() == 130);
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT0);
        walk.until(() -> remembered().textSize() == 100);
        assertEquals("-fx-font-size: 13.0px;", scene.getRoot().getStyle());
    }

    @Test
    void theFactsAreThoseOfTheWallet(FxRobot robot) throws TimeoutException {
        walk.clicks("#settings-network");
        walk.reads("Practice network");
        walk.reads("18,342");
        walk.reads("127.0.0.1:5750");
        walk.reads("http://127.0.0.1:8545");
        assertTrue(robot.lookup("#node-address").tryQuery().isEmpty(), "the practice network has its own node");
        walk.clicks("#settings-storage");
        walk.reads(Samples.PRACTICE.folder().toString());
        walk.clicks("#settings-about");
        walk.reads("Apache License 2.0");
    }

    @Test
    void theFolderOfTheLogIsShown(FxRobot robot) throws TimeoutException {
        AtomicInteger shown = new AtomicInteger();
        robot.interact(() -> window.logs(shown::incrementAndGet));
        walk.clicks("#settings-about");
        walk.clicks("#about-logs");
        assertEquals(1, shown.get());
    }

    @Test
    void theOwnCardIsCopiedWhole(FxRobot robot) throws TimeoutException {
        walk.clicks("#settings-identity");
        walk.reads("What your contacts know you by");
        walk.clicks("Show my contact text");
        walk.clicks("#own-card-copy");
        walk.reads("Your contact text copied");
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertEquals(wallet.ownContactText(), copied[0]);
        walk.presses(KeyCode.ESCAPE);
        walk.until(() -> robot.lookup("#own-card-copy").tryQuery().isEmpty());
    }

    @Test
    void theWordsAreShownAfterThePassphraseAndHiddenWhenThePageIsLeft(FxRobot robot) throws TimeoutException {
        walk.clicks("#settings-security");
        assertFalse(reading(robot, "abandon"));
        wallet.refusal = Optional.of(Samples.problem(WalletProblem.Code.PASSPHRASE_WRONG));
        walk.types("#words-passphrase", "wrong");
        walk.clicks("#words-show");
        walk.reads("What happened.");
        assertFalse(reading(robot, "abandon"));
        assertEquals(
                "", robot.lookup("#words-passphrase").queryTextInputControl().getText(), "typed for one try");
        wallet.refusal = Optional.empty();
        walk.types("#words-passphrase", "right");
        walk.clicks("#words-show");
        walk.reads("abandon");
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT1);
        walk.reads("Recent");
        walk.presses(KeyCode.ALT, KeyCode.LEFT);
        walk.sees("#words-passphrase");
        assertFalse(reading(robot, "abandon"), "leaving hides them");
    }

    @Test
    void theWordsAreHiddenByTheirButtonAndByAnotherSection(FxRobot robot) throws TimeoutException {
        walk.clicks("#settings-security");
        walk.clicks("#words-show");
        walk.reads("abandon");
        walk.clicks("Hide");
        walk.until(() -> !reading(robot, "abandon"));
        walk.clicks("#words-show");
        walk.reads("abandon");
        walk.clicks("#settings-about");
        walk.clicks("#settings-security");
        assertFalse(reading(robot, "abandon"));
        assertTrue(wallet.calls.contains("words"));
    }
}
