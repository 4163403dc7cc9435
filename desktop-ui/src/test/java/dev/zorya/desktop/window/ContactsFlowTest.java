package dev.zorya.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.desktop.memory.Samples;
import dev.zorya.wallet.api.ContactView;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Looking after contacts: finding, naming, comparing, forgetting, adding. */
class ContactsFlowTest extends EverydayWindow {
    @Start
    void start(Stage stage) {
        open(stage);
    }

    @BeforeEach
    void contacts() throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT3);
        walk.sees("#contacts-list");
        walk.reads("What is proven");
    }

    private static int listed(FxRobot robot) {
        return robot.lookup("#contacts-list").queryListView().getItems().size();
    }

    private ContactView contact(String did) {
        return wallet.contacts.stream()
                .filter(each -> each.did().equals(did))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findingNarrowsTheListAndKeepsTheContactOnDisplay(FxRobot robot) throws TimeoutException {
        assertEquals(4, listed(robot));
        walk.clicks("Nadia Osei");
        walk.presses(KeyCode.CONTROL, KeyCode.F);
        robot.write("ilya");
        walk.until(() -> listed(robot) == 1);
        walk.reads("nadia osei");
        robot.write("zzz");
        walk.until(() -> listed(robot) == 0);
    }

    @Test
    void aNameIsChangedAndShown(FxRobot robot) throws TimeoutException {
        walk.clicks("Ilya Brandt");
        walk.reads("ilya brandt");
        walk.clicks("Rename…");
        walk.types("#rename-field", "  Ilya from the print shop ");
        walk.clicks("#confirm-act");
        walk.until(() -> contact(Samples.ILYA).name().equals("Ilya from the print shop"));
        walk.until(() -> robot.lookup("#rename-field").tryQuery().isEmpty());
        walk.reads("Ilya from the print shop");
    }

    @Test
    void aRefusedNameStaysInTheFieldToBeCorrected(FxRobot robot) throws TimeoutException {
        wallet.refusal = Optional.of(REFUSAL);
        walk.clicks("Ilya Brandt");
        walk.clicks("Rename…");
        walk.types("#rename-field", "Nadia Osei");
        walk.clicks("#confirm-act");
        walk.reads("The disk is full.");
        assertEquals(
                "Nadia Osei",
                robot.lookup("#rename-field").queryTextInputControl().getText());
        wallet.refusal = Optional.empty();
        walk.types("#rename-field", "Ilya B.");
        walk.clicks("#confirm-act");
        walk.until(() -> contact(Samples.ILYA).name().equals("Ilya B."));
        assertTrue(wallet.calls.containsAll(
                List.of("rename " + Samples.ILYA + " Nadia Osei", "rename " + Samples.ILYA + " Ilya B.")));
    }

    @Test
    void comparingShowsTheCodeAndEnterDoesNotConfirmIt(FxRobot robot) throws TimeoutException {
        walk.clicks("Ilya Brandt");
        walk.clicks("Compare…");
        walk.reads("Compare the code with Ilya Brandt");
        walk.reads("R4VN 9HCE");
        walk.presses(KeyCode.ENTER);
        assertFalse(wallet.calls.contains("compared " + Samples.ILYA), "a yes is never an accident");
        if (robot.lookup("#confirm-act").tryQuery().isEmpty()) {
            walk.clicks("Compare…");
        }
        walk.clicks("#confirm-act");
        walk.reads("compared by you");
        assertEquals(ContactView.Badge.CODE_COMPARED, contact(Samples.ILYA).badge());
    }

    @Test
    void escapeLeavesAContactAsItIs(FxRobot robot) throws TimeoutException {
        walk.clicks("Ilya Brandt");
        walk.clicks("Rename…");
        walk.types("#rename-field", "Somebody else");
        walk.presses(KeyCode.ESCAPE);
        walk.until(() -> robot.lookup("#rename-field").tryQuery().isEmpty());
        assertEquals("Ilya Brandt", contact(Samples.ILYA).name());
        assertTrue(wallet.calls.stream().noneMatch(call -> call.startsWith("rename")));
    }

    @Test
    void aTextIsCheckedComparedAndSavedUnderAnOwnName(FxRobot robot) throws TimeoutException {
        walk.clicks("#contacts-add");
        walk.clicks("#add-text");
        robot.write("zorya-text");
        walk.reads("K7QM · 3TXD");
        walk.types("#add-name", " ");
        assertTrue(robot.lookup("#add-match").queryButton().isDisabled(), "a contact has a name");
        walk.types("#add-name", "Sofia");
        walk.clicks("#add-match");
        walk.reads("Sofia is one of your contacts now.");
        walk.reads("compared by you");
        assertTrue(wallet.calls.containsAll(List.of("add Sofia", "compared did:key:z6MkSofia")));
    }

    /** A user of go-perun: no card and no code, so less is promised. */
    @Test
    void theAddressOfAnotherProgramIsSavedWithoutACode(FxRobot robot) throws TimeoutException {
        walk.clicks("#contacts-add");
        walk.clicks("#add-text");
        robot.write("gopher@there");
        walk.reads("It holds a key and no signature");
        assertTrue(robot.lookup("#add-match").tryQuery().isEmpty(), "there is nothing to compare");
        walk.clicks("#add-later");
        walk.reads("gopher is one of your contacts now.");
        walk.reads("Seen and pinned with the first channel");
    }

    @Test
    void codesThatDifferSaveNothing(FxRobot robot) throws TimeoutException {
        walk.clicks("#contacts-add");
        walk.clicks("#add-text");
        robot.write("zorya-text");
        walk.clicks("Codes differ");
        walk.reads("Stop here.");
        walk.reads("Nothing was saved.");
        assertTrue(wallet.calls.stream().noneMatch(call -> call.startsWith("add")));
        assertEquals(4, wallet.contacts.size());
    }

    @Test
    void aTextThatIsNotOneSaysSoAndAnotherCanBePasted(FxRobot robot) throws TimeoutException {
        wallet.refusal = Optional.of(REFUSAL);
        walk.clicks("#contacts-add");
        walk.clicks("#add-text");
        robot.write("x");
        walk.reads("The disk is full.");
        wallet.refusal = Optional.empty();
        walk.clicks("Paste something else");
        walk.reads("What it proves");
        assertTrue(robot.lookup("#add-text").queryTextInputControl().isFocused(), "ready to paste");
        robot.write("y");
        walk.reads("K7QM · 3TXD");
        assertTrue(wallet.calls.contains("read y"));
    }
}
