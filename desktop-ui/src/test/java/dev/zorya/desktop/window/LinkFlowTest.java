package dev.zorya.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.desktop.memory.Samples;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Links that come before a wallet is open, and while it is: shown, read before anything happens, refused with a sentence. */
@Tag("threat-61")
class LinkFlowTest extends EverydayWindow {
    private static final String COFFEE =
            "zorya:pay?to=" + Samples.ILYA + "&amount=0.25&unit=pETH&memo=Coffee%20%26%20cake";

    @Start
    void start(Stage stage) {
        open(stage);
        window.link("zorya:pay?to=did:key:z6MkForgotten");
        window.link(COFFEE);
    }

    private void comes(FxRobot robot, String link) {
        robot.interact(() -> window.link(link));
    }

    private boolean paid() {
        return wallet.calls.stream().anyMatch(call -> call.startsWith("pay"));
    }

    @Test
    void theLastLinkFromBeforeTheWalletWasOpenIsShownAndPaidOnlyByThePerson(FxRobot robot) throws TimeoutException {
        walk.reads("Pay Ilya Brandt 0.25");
        Pictures.of(robot, scene, "link-1024x640");
        walk.presses(KeyCode.ENTER);
        walk.sees("#pay-amount");
        assertEquals("0.25", robot.lookup("#pay-amount").queryTextInputControl().getText());
        assertEquals(
                "Coffee & cake",
                robot.lookup("#pay-memo").queryTextInputControl().getText());
        assertFalse(paid(), "a filled form is no payment");
        walk.clicks("#pay-amount");
        walk.presses(KeyCode.ENTER);
        walk.reads("Paid 0.2500");
        assertTrue(wallet.calls.contains("pay c1 250000000000000000 Coffee & cake "), wallet.calls.toString());
    }

    @Test
    void aLinkWhileTheWalletIsOpenTakesThePlaceOfTheOneBefore(FxRobot robot) throws TimeoutException {
        comes(robot, "zorya:pay?to=" + Samples.ILYA + "&amount=7&unit=pETH");
        walk.reads("Pay Ilya Brandt 7");
        assertFalse(reading(robot, "Pay Ilya Brandt 0.25"));
        walk.presses(KeyCode.ESCAPE);
        walk.until(() -> robot.lookup("#search-field").tryQuery().isEmpty());
        assertFalse(paid());
    }

    @Test
    void aSecondStartWithoutALinkChangesNothing(FxRobot robot) throws TimeoutException {
        walk.presses(KeyCode.ESCAPE);
        walk.until(() -> robot.lookup("#search-field").tryQuery().isEmpty());
        comes(robot, "");
        assertTrue(robot.lookup("#search-field").tryQuery().isEmpty());
    }

    @Test
    void whatCannotBeFollowedIsRefusedWithASentence(FxRobot robot) throws TimeoutException {
        comes(robot, COFFEE + "&confirm=no");
        walk.reads("This link also says \"confirm\".");
        comes(robot, "zorya:pay?to=" + Samples.ILYA + "&amount=1&unit=ETH");
        walk.reads("This link asks for ETH, and this wallet counts in pETH.");
        comes(robot, "zorya:pay?to=" + Samples.ILYA + "&memo=" + "x".repeat(1 << 20));
        walk.reads("This link is longer than any that Zorya makes.");
        assertEquals("", robot.lookup("#search-field").queryTextInputControl().getText(), "none of it is laid out");
        walk.presses(KeyCode.ENTER);
        assertTrue(robot.lookup("#pay-amount").tryQuery().isEmpty());
        assertFalse(paid());
    }

    @Test
    void aContactTextGoesToThePageThatReadsIt(FxRobot robot) throws TimeoutException {
        comes(robot, "zorya:contact?card=abc");
        walk.reads("This is a contact text");
        assertTrue(wallet.calls.stream().noneMatch(call -> call.startsWith("add")), wallet.calls.toString());
    }
}
