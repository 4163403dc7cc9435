package dev.zorya.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.desktop.qr.QrCode;
import dev.zorya.wallet.api.ConnectionView.State;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.WalletProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Adding a contact by invitation: theirs accepted, ours used, by text, file and picture; waiting, in trouble, compared. */
@Tag("slow")
class MeetingFlowTest extends EverydayWindow {
    private static final String SOFIA = "did:key:z6MkSofia";

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @BeforeEach
    void page() throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        walk.sees("#invitation-copy");
    }

    private void accept(FxRobot robot) throws TimeoutException {
        walk.clicks("#add-text");
        robot.write("zorya:invite1");
        walk.reads("There is only the name that they call themselves.");
        walk.types("#add-name", "Sofia");
        walk.clicks("#add-connect");
        walk.reads("The two wallets connect");
    }

    @Test
    void theirInvitationBecomesAComparedContact(FxRobot robot) throws TimeoutException {
        Pictures.of(robot, scene, "contact-add-invitation-1024x640");
        accept(robot);
        assertTrue(wallet.calls.contains("accept Sofia"));
        assertTrue(robot.lookup("#meeting-again").tryQuery().isEmpty(), "it has only begun");
        wallet.introductions().step("accepted-2", State.CONNECTED);
        walk.reads("Connected, proofs under way");
        Pictures.of(robot, scene, "contact-add-meeting-1024x640");
        wallet.introductions().verify("accepted-2", SOFIA, "Sofia");
        walk.reads("R4VN · 9HCE");
        assertFalse(reading(robot, "Sofia is verified and one"), "the page tells it: no message lies over its buttons");
        Pictures.of(robot, scene, "contact-add-compare-1024x640");
        walk.clicks("#met-match");
        walk.reads("Sofia is one of your contacts now.");
        walk.reads("compared by you");
        assertTrue(wallet.calls.contains("compared " + SOFIA));
    }

    @Test
    void codesThatDifferLeaveNothingBehind(FxRobot robot) throws TimeoutException {
        accept(robot);
        wallet.introductions().verify("accepted-2", SOFIA, "Sofia");
        walk.clicks("#met-differ");
        walk.reads("Stop here.");
        walk.reads("Nothing was saved.");
        assertTrue(wallet.contacts.stream().noneMatch(contact -> contact.did().equals(SOFIA)));
    }

    @Test
    void afterTwoMinutesItCanBeTriedAgainAndGivenUp(FxRobot robot) throws TimeoutException {
        accept(robot);
        wallet.introductions().older("accepted-2", Duration.ofMinutes(3));
        walk.reads("Connecting: since 3 min ago");
        walk.clicks("#meeting-again");
        walk.until(() -> wallet.calls.contains("retry accepted-2"));
        wallet.introductions()
                .trouble(
                        "accepted-2",
                        new WalletProblem(
                                WalletProblem.Code.CONTACT_EXPIRED,
                                "This invitation was used by somebody else.",
                                "Nothing was saved.",
                                "Ask for a new one.",
                                ""));
        walk.reads("This invitation was used by somebody else.");
        Pictures.of(robot, scene, "contact-add-problem-1024x640");
        walk.clicks("#meeting-give-up");
        walk.reads("What it proves");
        assertTrue(wallet.calls.contains("give up accepted-2"));
    }

    @Test
    void ourInvitationIsMadeOnceAndFollowedWhenItIsUsed(FxRobot robot) throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT1);
        walk.reads("Recent");
        walk.presses(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        walk.sees("#invitation-copy");
        assertEquals(1, wallet.calls.stream().filter("invite"::equals).count(), "the unused one is shown again");
        wallet.introductions().step("invitation-1", State.CONNECTING);
        walk.reads("The two wallets connect");
        wallet.introductions().verify("invitation-1", SOFIA, "sofia");
        walk.types("#add-name", "Sofia from the market");
        walk.clicks("#met-later");
        walk.until(() -> wallet.contacts.stream().map(ContactView::name).anyMatch("Sofia from the market"::equals));
        assertFalse(wallet.calls.contains("compared " + SOFIA));
    }

    @Test
    void theCodeOnTheScreenIsReadFromAPictureFile(FxRobot robot) throws TimeoutException, IOException {
        Path picture = folder.resolve("code.png");
        Image[] code = new Image[1];
        robot.interact(() -> code[0] = QrCode.of("zorya:invite2").orElseThrow());
        ImageIO.write(SwingFXUtils.fromFXImage(code[0], null), "png", picture.toFile());
        openFrom = Optional.of(picture);
        walk.clicks("#add-file");
        walk.sees("#add-connect");
        assertTrue(wallet.calls.contains("read zorya:invite2"));
        Path letter = folder.resolve("letter.txt");
        Files.writeString(letter, "zorya-text\n");
        openFrom = Optional.of(letter);
        walk.clicks("#add-replace");
        walk.clicks("#add-file");
        walk.reads("K7QM · 3TXD");
        Path nothing = folder.resolve("nothing.png");
        Files.write(nothing, new byte[] {1, 2, 3});
        openFrom = Optional.of(nothing);
        walk.clicks("#add-replace");
        walk.clicks("#add-file");
        walk.reads("There is no QR code in this picture that can be read.");
    }

    @Test
    void anInvitationThatCannotBeMadeIsTriedAgainAndSavedToAFile(FxRobot robot) throws TimeoutException, IOException {
        wallet.introductions().withdraw("invitation-1");
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT1);
        walk.reads("Recent");
        wallet.introductions().refusal = Optional.of(REFUSAL);
        walk.presses(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        walk.reads("The disk is full.");
        wallet.introductions().refusal = Optional.empty();
        walk.clicks("Try now");
        Path file = folder.resolve("invitation.txt");
        saveTo = Optional.of(file);
        walk.clicks("#invitation-save");
        walk.reads("invitation.txt is saved.");
        assertTrue(Files.readString(file).startsWith("zorya:invite?v=1&i="));
        assertEquals("zorya-invitation.txt", suggested);
    }

    @Test
    void theOwnCardIsThereForAnybody(FxRobot robot) throws TimeoutException {
        walk.clicks("#own-gift-1");
        walk.sees("#own-card-copy");
        walk.clicks("#own-card-copy");
        walk.reads("Your contact text copied");
    }
}
