package dev.zorya.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.desktop.memory.Disputes;
import dev.zorya.desktop.memory.Samples;
import dev.zorya.wallet.api.CopyHealth;
import dev.zorya.wallet.api.Guarded.Kind;
import dev.zorya.wallet.api.Health;
import dev.zorya.wallet.api.TransactionView.State;
import dev.zorya.wallet.api.WalletEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What is guarded, what it takes, and what the wallet did on the chain. */
class GuardFlowTest extends EverydayWindow {
    @Start
    void start(Stage stage) {
        open(stage);
    }

    private void guarding(String account) {
        wallet.guarded = Samples.guarding(
                List.of(
                        Samples.guarded("c1", Samples.ILYA, Kind.GUARDED, 212, null),
                        Samples.guarded("c3", Samples.NADIA, Kind.DEFENDED, 40, Disputes.END),
                        Samples.guarded("c4", "did:key:z6MkPal", Kind.FROM_FIRST_DEPOSIT, 0, null),
                        Samples.guarded("c5", "did:key:z6MkPal", Kind.UNTIL_PAID_OUT, 7, null)),
                account);
        wallet.tell(new WalletEvent.HealthChanged(wallet.health));
    }

    private ListView<?> list(FxRobot robot, String id) {
        return robot.lookup(id).queryListView();
    }

    @Test
    void eachChannelSaysSinceWhenUpToWhatUntilWhenAndWhatItTakes(FxRobot robot) throws TimeoutException {
        wallet.change(Samples.disputed(wallet.channels.get(2), Disputes.answering()));
        guarding("20");
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT6);
        walk.reads("Looks after 4 channels in each block");
        walk.reads("Defending 1 channel");
        walk.reads("18,342");
        walk.reads("Keep 0.0064\u00a0pETH in your account");
        walk.reads("since 21 Nov, 10:42");
        walk.reads("version 212");
        walk.reads("1 hour to answer");
        walk.reads("answers until 11:24");
        walk.reads("From first deposit");
        walk.reads("Until paid out");
        walk.until(() -> robot.lookup(".z-toast").queryAll().isEmpty());
        Pictures.of(robot, scene, "guard-1024x640");
        List<String> spoken = robot.lookup("#guard-list .list-cell").queryAllAs(ListCell.class).stream()
                .filter(cell -> !cell.isEmpty())
                .map(cell -> String.valueOf(cell.getAccessibleText()))
                .toList();
        assertTrue(
                spoken.contains(
                        "Nadia Osei: Defending since 21 Nov, 10:42, would enforce version 40, answers until 11:24."
                                + " You would get 2.0000 practice ETH."),
                spoken.toString());
        robot.interact(() -> list(robot, "#guard-list").requestFocus());
        walk.presses(KeyCode.HOME);
        walk.presses(KeyCode.DOWN);
        walk.presses(KeyCode.ENTER);
        walk.reads("Dispute with Nadia Osei");
    }

    @Test
    void tooLittleForFeesIsSaidWithTheAmount(FxRobot robot) throws TimeoutException {
        guarding("0.001");
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT6);
        walk.reads("Send 0.0054\u00a0pETH to your account");
        assertEquals(1, robot.lookup(".z-note.wait").queryAll().size());
        robot.interact(() -> scene.getWindow().setWidth(1280));
        robot.interact(() -> scene.getWindow().setHeight(800));
        Pictures.of(robot, scene, "guard-short-of-fees");
        walk.presses(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
        walk.reads("Send •••••");
        assertFalse(reading(robot, "0.0054"), "amounts are hidden");
        walk.presses(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
    }

    @Test
    void withNothingInChannelsItSaysWhatItIsFor(FxRobot robot) throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT6);
        walk.reads("Nothing to guard");
        walk.clicks("#guard-tab-1");
        walk.reads("No transactions yet");
    }

    @Test
    void copiesAreWrittenTestedAndMoved(FxRobot robot) throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT6);
        walk.clicks("#guard-tab-2");
        walk.reads("The last copy has everything, 3 min ago");
        walk.reads("None in this folder yet.");
        walk.clicks("#copies-now");
        walk.reads("The copy is written and was read back.");
        walk.reads("48 kB");
        openFrom = Optional.of(Path.of("stick"));
        walk.clicks("#copies-folder");
        walk.until(() -> wallet.backups().folder().equals(Path.of("stick")));
        walk.clicks("Test this copy");
        walk.reads("is whole and opens with your words.");
        assertEquals(List.of(Path.of("stick", "zorya-1.copy")), wallet.backups().tested);
        Pictures.of(robot, scene, "guard-copies");
    }

    @Test
    void aFolderThatIsGoneIsSaidAndTheListStays(FxRobot robot) throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT6);
        walk.clicks("#guard-tab-2");
        walk.clicks("#copies-now");
        walk.reads("3 channels");
        wallet.backups().refusal = Optional.of(REFUSAL);
        walk.clicks("#copies-now");
        walk.reads("The disk is full.");
        walk.reads("3 channels");
        wallet.backups().refusal = Optional.empty();
        walk.clicks("Try now");
        walk.until(() -> !reading(robot, "The disk is full."));
    }

    @Test
    void theStripSaysWhenCopiesFail(FxRobot robot) throws TimeoutException {
        robot.interact(() -> scene.getWindow().setWidth(1280));
        walk.reads("Copy: 3 min ago");
        robot.interact(() -> scene.getWindow().setWidth(1024));
        Health fine = wallet.health;
        wallet.health = new Health(
                fine.chain(),
                fine.block(),
                fine.blockTime(),
                "",
                2,
                3,
                fine.listening(),
                new CopyHealth(CopyHealth.State.FAILED, Samples.NOW));
        wallet.tell(new WalletEvent.HealthChanged(wallet.health));
        walk.reads("Copy: not written");
    }

    @Test
    void whatCannotBeReadIsTriedAgain(FxRobot robot) throws TimeoutException {
        guarding("20");
        wallet.refusal = Optional.of(REFUSAL);
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT6);
        walk.reads("The disk is full.");
        wallet.refusal = Optional.empty();
        walk.clicks("Try now");
        walk.reads("Keep 0.0064");
        walk.until(() -> !reading(robot, "The disk is full."));
    }

    @Test
    void ownTransactionsSayWhereTheyStandAndWhatTheyCost(FxRobot robot) throws TimeoutException {
        List<State> states = List.of(State.values());
        for (int i = 0; i < 120; i++) {
            State state = i < states.size() ? states.get(i) : State.FINAL;
            wallet.transactions.add(Samples.transaction(i, state, "Because of " + i + "."));
        }
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT6);
        walk.clicks("#guard-tab-1");
        walk.reads("Puts your newest balance with Nadia Osei before the chain");
        for (String word : List.of("Planned", "Sent", "Sent again", "In a block", "Final")) {
            walk.reads(word);
        }
        walk.reads("Because of 2.");
        walk.reads("At most 0.0012");
        walk.reads("Fee 0.000487");
        Pictures.of(robot, scene, "own-transactions-1024x640");
        walk.clicks("#transactions-list .z-icon");
        walk.reads("Transaction hash copied");
        assertEquals(wallet.transactions.getFirst().hash(), copied(robot));
        walk.sees("#transactions-list");
        assertEquals(50, list(robot, "#transactions-list").getItems().size());
        walk.clicks("#transactions-older");
        walk.until(() -> list(robot, "#transactions-list").getItems().size() == 100);
        walk.clicks("#transactions-older");
        walk.until(() -> list(robot, "#transactions-list").getItems().size() == 120);
        assertTrue(robot.lookup("#transactions-older").tryQuery().isEmpty(), "there are no older ones");

        robot.interact(() -> list(robot, "#transactions-list").requestFocus());
        robot.interact(
                () -> list(robot, "#transactions-list").getSelectionModel().select(3));
        walk.presses(KeyCode.CONTROL, KeyCode.C);
        assertEquals(wallet.transactions.get(3).hash(), copied(robot));
        walk.presses(KeyCode.ENTER);
        walk.sees("#channel-close");
    }

    private static String copied(FxRobot robot) {
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        return copied[0];
    }
}
