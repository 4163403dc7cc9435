package dev.zorya.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.desktop.memory.Samples;
import dev.zorya.wallet.api.OpenQuestion;
import dev.zorya.wallet.api.Overview;
import dev.zorya.wallet.api.WalletEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A contact proposes a channel: the person reads it, answers it or leaves it. */
class QuestionFlowTest extends EverydayWindow {
    @Start
    void start(Stage stage) {
        open(stage);
    }

    private List<String> answers() {
        return wallet.calls.stream().filter(call -> call.startsWith("answer")).toList();
    }

    @Test
    void whatIsAskedStandsInTheSheetBeforeTheButtons(FxRobot robot) throws TimeoutException {
        walk.clicks("#todo-0");
        walk.reads("Nadia Osei wants to open a channel with you");
        walk.reads("If you accept, your part is paid into the channel on chain.");
        String accept = robot.lookup("#question-accept").queryButton().getText();
        assertTrue(accept.startsWith("Accept and put in 0.5") && accept.endsWith("pETH"), accept);
        assertTrue(reading(robot, "24 hours"), "the protection period is named");
        assertFalse(robot.lookup("#question-accept").queryButton().isDefaultButton());
        assertFalse(robot.lookup("#question-decline").queryButton().isCancelButton());
    }

    @Test
    void decliningIsToldAndTheQuestionIsGone(FxRobot robot) throws TimeoutException {
        walk.clicks("#todo-0");
        walk.clicks("#question-decline");
        walk.until(() -> answers().equals(List.of("answer q1 false")));
        walk.until(() -> robot.lookup("#question-accept").tryQuery().isEmpty());
        walk.until(() -> !reading(robot, "wants to open a channel"));
    }

    @Test
    void laterDecidesNothingAndTheQuestionStays(FxRobot robot) throws TimeoutException {
        walk.clicks("#todo-0");
        walk.clicks("Decide later");
        walk.until(() -> robot.lookup("#question-accept").tryQuery().isEmpty());
        assertEquals(List.of(), answers());
        walk.clicks("#todo-0");
        walk.sees("#question-accept");
    }

    @Test
    void moreThanThereIsOnTheChainCanOnlyBeDeclined(FxRobot robot) throws TimeoutException {
        wallet.overview =
                new Overview(Samples.eth("0.4"), Samples.eth("4.7562"), Samples.eth("0.9"), Samples.eth("0.02"));
        wallet.tell(new WalletEvent.BalanceChanged(wallet.overview));
        walk.reads("0.4000");
        walk.clicks("#todo-0");
        walk.reads("You do not have that much on chain.");
        assertTrue(robot.lookup("#question-accept").queryButton().isDisabled());
        wallet.refusal = Optional.of(REFUSAL);
        walk.clicks("#question-decline");
        walk.reads("The disk is full.");
        assertTrue(
                robot.lookup("#question-accept").queryButton().isDisabled(), "a refusal does not make it affordable");
        assertFalse(robot.lookup("#question-decline").queryButton().isDisabled());
    }

    @Test
    void aRefusedAnswerIsSaidInTheSheetAndCanBeGivenAgain(FxRobot robot) throws TimeoutException {
        wallet.refusal = Optional.of(REFUSAL);
        walk.clicks("#todo-0");
        walk.clicks("#question-accept");
        walk.reads("The disk is full.");
        walk.reads("Nothing was changed.");
        Pictures.of(robot, scene, "question-refused-1024x640");
        wallet.refusal = Optional.empty();
        walk.clicks("#question-accept");
        walk.until(() -> robot.lookup("#question-accept").tryQuery().isEmpty());
        assertEquals(List.of("answer q1 true", "answer q1 true"), answers());
    }

    @Test
    void aQuestionThatArrivesIsAnnouncedOnEveryPage(FxRobot robot) throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT5);
        walk.sees("#activity-list");
        OpenQuestion question = new OpenQuestion(
                "q2",
                Samples.ILYA,
                Samples.eth("0.1"),
                Samples.eth("0"),
                Duration.ofHours(1),
                Samples.NOW.plusSeconds(600));
        wallet.questions.add(question);
        wallet.tell(new WalletEvent.QuestionAsked(question));
        walk.reads("Ilya Brandt");
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT1);
        walk.clicks("#todo-1");
        walk.reads("Ilya Brandt wants to open a channel with you");
    }
}
