package dev.zorya.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.desktop.memory.MemoryWallet;
import dev.zorya.desktop.memory.MemoryWallets;
import dev.zorya.desktop.memory.Samples;
import dev.zorya.wallet.api.Network;
import dev.zorya.wallet.api.WalletProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Creating, restoring, locking and unlocking, as a person does it. */
class FirstRunTest extends WindowTest {
    private final MemoryWallet wallet = new MemoryWallet(Samples.PRACTICE);
    private final MemoryWallets wallets = new MemoryWallets(() -> wallet);

    @Start
    void start(Stage stage) {
        open(stage, wallets, Samples.CLOCK);
    }

    @Test
    void createWithTwelveWords(FxRobot robot) throws TimeoutException {
        Walk walk = new Walk(robot, 60);
        walk.clicks("#welcome-create");
        walk.clicks("#create-count-0");
        walk.sees("#create-written");
        assertTrue(robot.lookup("#create-written").queryButton().isDisabled(), "not before the words were seen");
        assertFalse(shown(robot, "abandon"));
        walk.clicks("#create-show");
        walk.reads("abandon");
        Pictures.of(robot, scene, "create-words");
        walk.clicks("#create-written");
        walk.reads("Which one is word");
        Pictures.of(robot, scene, "create-confirm");
        putBack(robot, walk);
        walk.sees("#gate-make");
        assertTrue(robot.lookup("#gate-make").queryButton().isDisabled());
        walk.types("#gate-passphrase", "correct horse");
        walk.types("#gate-repeated", "correct hors");
        walk.reads("The two passphrases are not the same yet.");
        robot.clickOn("#gate-repeated").push(KeyCode.END);
        robot.write("e");
        Pictures.of(robot, scene, "create-last");
        robot.push(KeyCode.ENTER);
        walk.sees("#nav-home");
        walk.reads("Start here");
        Pictures.of(robot, scene, "home-empty");
        assertEquals(Samples.words(12), wallets.created.getFirst().words());
        assertEquals(new Network.Practice(), wallets.created.getFirst().network());
        assertEquals(List.of("correct horse"), wallets.passphrases);
    }

    /** Picks the asked words, the first time in the wrong order. */
    private static void putBack(FxRobot robot, Walk walk) throws TimeoutException {
        for (int i = 0; i < 4; i++) {
            Button any = robot.lookup(".z-pool-word").queryAll().stream()
                    .map(node -> (Button) node)
                    .filter(button -> !button.getText().equals(asked(robot)))
                    .findFirst()
                    .orElseThrow();
            robot.clickOn(any);
        }
        walk.reads("The order is not right yet.");
        robot.clickOn("Start over");
        for (int i = 0; i < 4; i++) {
            String word = asked(robot);
            robot.clickOn(robot.lookup(".z-pool-word").queryAll().stream()
                    .filter(node -> ((Button) node).getText().equals(word))
                    .findFirst()
                    .orElseThrow());
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    private static String asked(FxRobot robot) {
        return robot.lookup(
                        node -> node instanceof Label label && label.getText().startsWith("Which one is word "))
                .tryQuery()
                .map(node -> ((Label) node).getText().replaceAll("\\D", ""))
                .map(number -> Samples.words(12).get(Integer.parseInt(number) - 1))
                .orElse("");
    }

    private static boolean shown(FxRobot robot, String word) {
        return !robot.lookup(
                        node -> node instanceof Label label && label.getText().equals(word))
                .queryAll()
                .isEmpty();
    }

    @Test
    void restoreChecksTheWordsWhileTyping(FxRobot robot) throws TimeoutException {
        Walk walk = new Walk(robot, 60);
        walk.clicks("#welcome-restore");
        walk.types("#restore-words", "abandon ability");
        walk.reads("2 words so far. A wallet has 12 or 24.");
        List<String> wrong = new java.util.ArrayList<>(Samples.words(12));
        java.util.Collections.reverse(wrong);
        robot.interact(
                () -> robot.lookup("#restore-words").queryTextInputControl().setText(String.join(" ", wrong)));
        walk.reads("These words do not make a wallet.");
        assertTrue(robot.lookup("#restore-next").queryButton().isDisabled());
        robot.interact(() ->
                robot.lookup("#restore-words").queryTextInputControl().setText(String.join("\n", Samples.words(12))));
        walk.reads("These words make a wallet.");
        walk.clicks("#restore-next");
        walk.sees("#gate-make");
    }

    @Test
    void aCopyIsChosenAndItsNetworkIsNotAskedFor(FxRobot robot) throws TimeoutException {
        Walk walk = new Walk(robot, 60);
        walk.clicks("#welcome-restore");
        robot.interact(() ->
                robot.lookup("#restore-words").queryTextInputControl().setText(String.join("\n", Samples.words(12))));
        walk.reads("Without a copy you get what is in your account on the chain.");
        openFrom = Optional.of(Path.of("old.copy"));
        walk.clicks("#restore-copy");
        walk.reads("with 3 channels. What was paid since then, your contacts know");
        Pictures.of(robot, scene, "restore-copy");
        walk.clicks("#restore-next");
        walk.sees("#gate-make");
        assertTrue(robot.lookup("#network-0").queryAll().isEmpty());
        walk.types("#gate-passphrase", "correct horse");
        walk.types("#gate-repeated", "correct horse");
        walk.clicks("#gate-make");
        walk.sees("#nav-home");
        assertEquals(Path.of("old.copy"), wallets.restored.getFirst().copy());
        assertEquals(Samples.words(12), wallets.restored.getFirst().words());
        assertEquals(List.of(), wallets.created);
    }

    @Test
    void aFileThatIsNoCopyIsSaidAtOnce(FxRobot robot) throws TimeoutException {
        Walk walk = new Walk(robot, 60);
        walk.clicks("#welcome-restore");
        openFrom = Optional.of(Path.of("letter.txt"));
        wallets.copies.refusal = Optional.of(new WalletProblem(
                WalletProblem.Code.COPY_DAMAGED, "This is no copy.", "Nothing was changed.", "Choose another.", ""));
        walk.clicks("#restore-copy");
        walk.reads("This is no copy.");
        assertFalse(robot.lookup("#restore-no-copy").query().isVisible());
    }

    @Test
    void aRefusalStaysOnItsPageWithWhatToDo(FxRobot robot) throws TimeoutException {
        Walk walk = new Walk(robot, 60);
        wallets.refusal = Optional.of(new WalletProblem(
                WalletProblem.Code.NODE_MISSING,
                "Node.js was not found.",
                "Nothing was changed.",
                "Install Node 20 or newer and press Start again.",
                "node: not found"));
        walk.clicks("#welcome-try");
        walk.reads("Node.js was not found.");
        walk.reads("Install Node 20 or newer");
        Pictures.of(robot, scene, "welcome-refused");
        assertFalse(shown(robot, "NODE_MISSING  node: not found"));
        robot.clickOn("Details");
        walk.reads("NODE_MISSING  node: not found");
        wallets.refusal = Optional.empty();
        walk.clicks("#welcome-try");
        walk.sees("#nav-home");
    }

    @Test
    void lockingClosesTheWalletAndUnlockingOpensIt(FxRobot robot) throws TimeoutException {
        Walk walk = new Walk(robot, 60);
        walk.clicks("#welcome-try");
        walk.sees("#nav-home");
        walk.presses(KeyCode.CONTROL, KeyCode.L);
        walk.sees("#unlock-passphrase");
        walk.until(wallet::closed);
        Pictures.of(robot, scene, "lock");
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertTrue(robot.lookup("#channels-open").tryQuery().isEmpty(), "no shortcut leads behind the lock");
        wallets.refusal = Optional.of(Samples.problem(WalletProblem.Code.PASSPHRASE_WRONG));
        walk.types("#unlock-passphrase", "wrong");
        robot.push(KeyCode.ENTER);
        walk.reads("What happened.");
        wallets.refusal = Optional.empty();
        walk.types("#unlock-passphrase", "right");
        robot.push(KeyCode.ENTER);
        walk.sees("#nav-home");
        assertEquals(List.of("wrong", "right"), wallets.passphrases);
    }

    @Test
    void unlockingAtOnceWaitsUntilTheLockedWalletHasClosed(FxRobot robot) throws TimeoutException {
        Walk walk = new Walk(robot, 60);
        walk.clicks("#welcome-try");
        walk.sees("#nav-home");
        wallet.mayClose = new CountDownLatch(1);
        walk.presses(KeyCode.CONTROL, KeyCode.L);
        walk.types("#unlock-passphrase", "right");
        robot.push(KeyCode.ENTER);
        walk.reads("Closing the wallet that was open");
        assertEquals(List.of(), wallets.passphrases, "nothing is opened meanwhile");
        assertFalse(wallet.closed());
        wallet.mayClose.countDown();
        walk.sees("#nav-home");
        assertTrue(wallet.closed());
        assertEquals(List.of("right"), wallets.passphrases);
    }

    @Test
    void quittingAfterLockingDoesNotInterruptTheClosing(FxRobot robot) throws Exception {
        Walk walk = new Walk(robot, 60);
        walk.clicks("#welcome-try");
        walk.sees("#nav-home");
        wallet.mayClose = new CountDownLatch(1);
        walk.presses(KeyCode.CONTROL, KeyCode.L);
        walk.sees("#unlock-passphrase");
        Future<?> quit = WaitForAsyncUtils.asyncFx(window::close);
        assertThrows(TimeoutException.class, () -> quit.get(300, TimeUnit.MILLISECONDS));
        wallet.mayClose.countDown();
        quit.get(60, TimeUnit.SECONDS);
        assertTrue(wallet.closed());
        assertFalse(wallet.calls.contains("close interrupted"));
    }
}
