package dev.zorya.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.desktop.memory.Samples;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletProblem;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What a person does with money, and what they see when it cannot be done. */
class FlowTest extends EverydayWindow {
    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void payByKeyboard(FxRobot robot) throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT2);
        walk.clicks("Ilya Brandt");
        walk.sees("#channel-close");
        walk.presses(KeyCode.CONTROL, KeyCode.P);
        walk.sees("#pay-amount");
        robot.write("0.25");
        walk.reads("Pay 0.2500");
        robot.push(KeyCode.ENTER);
        walk.reads("Paid 0.2500");
        assertTrue(wallet.calls.contains("pay c1 250000000000000000  "), wallet.calls.toString());
        Pictures.of(robot, scene, "paid-1024x640");
        walk.clicks("#pay-done");
        walk.sees("#channel-close");
    }

    @Test
    void aRequestOfTheirsIsPaidOrDeclined(FxRobot robot) throws TimeoutException {
        Pictures.of(robot, scene, "home-1024x640");
        walk.clicks("#todo-1");
        walk.reads("Ilya Brandt asks you for this payment.");
        assertEquals("0.25", robot.lookup("#pay-amount").queryTextInputControl().getText());
        robot.clickOn("Decline");
        walk.reads("Declined. Ilya Brandt is told.");
        assertTrue(wallet.calls.contains("decline r1"));
    }

    @Test
    void aProposalIsReadBeforeItIsAccepted(FxRobot robot) throws TimeoutException {
        walk.clicks("#todo-0");
        walk.sees("#question-accept");
        walk.reads("Nadia Osei wants to open a channel with you");
        Pictures.of(robot, scene, "question-1024x640");
        walk.presses(KeyCode.ENTER);
        assertTrue(wallet.calls.stream().noneMatch(call -> call.startsWith("answer")), "Enter answers nothing");
        walk.presses(KeyCode.ESCAPE);
        assertTrue(wallet.calls.stream().noneMatch(call -> call.startsWith("answer")), "closing decides nothing");
        walk.clicks("#todo-0");
        walk.clicks("#question-accept");
        walk.until(() -> wallet.calls.contains("answer q1 true"));
    }

    @Test
    void openingRefusedKeepsTheFormAndSaysWhy(FxRobot robot) throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.N);
        walk.picksFirst("#open-contact");
        walk.types("#open-mine", "abc");
        walk.reads("That is not an amount.");
        assertTrue(robot.lookup("#open-propose").queryButton().isDisabled());
        walk.types("#open-mine", "1.5");
        wallet.refusal = Optional.of(new WalletProblem(
                WalletProblem.Code.PEER_DECLINED,
                "Blue Door Café declined the channel.",
                "Nothing was locked and nothing was paid.",
                "Ask them what they would agree to.",
                ""));
        walk.clicks("#open-propose");
        walk.reads("Blue Door Café declined the channel.");
        assertEquals("1.5", robot.lookup("#open-mine").queryTextInputControl().getText());
        assertTrue(robot.lookup("#open-propose").queryButton().isFocused(), "Enter proposes again");
        Pictures.of(robot, scene, "channel-open-refused-1024x640");
        wallet.refusal = Optional.empty();
        walk.clicks("#open-propose");
        walk.sees("#channel-close");
    }

    @Test
    void withoutTheChainTheListSaysSoAndOpeningIsOff(FxRobot robot) throws TimeoutException {
        wallet.health = Samples.blindHealth();
        wallet.tell(new WalletEvent.HealthChanged(wallet.health));
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT2);
        walk.reads("Zorya cannot see the chain.");
        walk.reads("Chain: last block 13 min ago");
        assertTrue(robot.lookup("#channels-open").queryButton().isDisabled());
        Pictures.of(robot, scene, "error-chain-1024x640");
    }

    @Test
    void backRestoresTheFilter(FxRobot robot) throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT2);
        walk.clicks("#channels-filter-1");
        walk.clicks("Blue Door Café");
        walk.sees("#channel-close");
        walk.presses(KeyCode.ALT, KeyCode.LEFT);
        walk.sees("#channels-list");
        assertEquals(
                1, robot.lookup("#channels-list").queryListView().getItems().size());
    }

    @Test
    void aStormOfPaymentsDoesNotStopTheWindow(FxRobot robot) throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT2);
        walk.clicks("Ilya Brandt");
        walk.sees("#channel-close");
        Thread storm = Thread.startVirtualThread(() -> {
            for (int i = 0; i < 5_000; i++) {
                wallet.tell(new WalletEvent.PaymentChanged(wallet.payments.getFirst()));
            }
        });
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT1);
        walk.reads("Recent");
        assertTrue(
                watchdog.longestMillis() < 2_000,
                "the window came round only after " + watchdog.longestMillis() + " ms");
        walk.until(() -> !storm.isAlive());
    }

    @Test
    void largeTextLosesNothing(FxRobot robot) throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.EQUALS);
        walk.presses(KeyCode.CONTROL, KeyCode.EQUALS);
        Pictures.of(robot, scene, "home-1024x640-130");
        walk.presses(KeyCode.CONTROL, KeyCode.P);
        walk.picksFirst("#pay-contact");
        walk.types("#pay-amount", "0.1");
        Pictures.of(robot, scene, "pay-1024x640-130");
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT0);
        assertEquals("-fx-font-size: 13.0px;", scene.getRoot().getStyle());
    }
}
