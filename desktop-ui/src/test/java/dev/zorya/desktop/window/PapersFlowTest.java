package dev.zorya.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.desktop.memory.Papers;
import dev.zorya.desktop.memory.Samples;
import dev.zorya.desktop.memory.Scenes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Credentials: accepting one that is offered, showing one with consent, vouching, asking, removing; and who waits for an answer. */
@Tag("slow")
class PapersFlowTest extends EverydayWindow {
    PapersFlowTest() {
        super(Scenes.sociable());
    }

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void anOfferIsLookedAtAndKept(FxRobot robot) throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT4);
        walk.reads("Blue Door Café offers you a credential");
        walk.reads("Revoked by issuer");
        Pictures.of(robot, scene, "credentials-1024x640");
        walk.clicks("#offer-look");
        walk.reads("Guest since");
        walk.reads("2 November 2026");
        Pictures.of(robot, scene, "consent-offer-1024x640");
        walk.presses(KeyCode.ENTER);
        walk.presses(KeyCode.ESCAPE);
        assertTrue(wallet.calls.stream().noneMatch(call -> call.startsWith("consent")), "a yes is never an accident");
        walk.clicks("#offer-look");
        walk.clicks("#consent-accept");
        walk.reads("The credential is yours now.");
        walk.reads("Regular guest");
        assertTrue(robot.lookup("#offer-look").tryQuery().isEmpty());
        assertEquals("guest", wallet.credentials().held.getFirst().id());
    }

    @Test
    void aCredentialIsLookedAtAndRemoved(FxRobot robot) throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT4);
        walk.clicks("Peer voucher");
        walk.reads("Marta pays what she owes.");
        Pictures.of(robot, scene, "credential-1024x640");
        walk.clicks("#credential-act");
        walk.reads("Remove “Peer voucher”?");
        walk.clicks("#confirm-act");
        walk.until(() -> wallet.calls.contains("remove credential voucher"));
        walk.until(() -> !reading(robot, "Peer voucher"));
    }

    @Test
    void listsThatCannotBeReadSaySoAndKeepWhatWasKnown(FxRobot robot) throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT4);
        walk.reads("Membership");
        wallet.credentials().unreadable = Optional.of(REFUSAL);
        walk.presses(KeyCode.F5);
        walk.reads("The disk is full.");
        walk.reads("Membership");
        wallet.credentials().unreadable = Optional.empty();
        walk.clicks("Try now");
        walk.until(() -> !reading(robot, "The disk is full."));
    }

    @Test
    void whatIsSharedIsShownBefore(FxRobot robot) throws TimeoutException {
        wallet.credentials()
                .asks(Papers.proofRequest(
                        Samples.NADIA, List.of(Papers.membership(), Papers.voucher(Samples.CAFE, "Blue Door Café"))));
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT3);
        walk.reads("Waiting for you");
        walk.reads("Connecting: since 3 min ago");
        Pictures.of(robot, scene, "contacts-waiting-1024x640");
        walk.clicks("Membership");
        walk.reads("Nadia Osei asks for proof");
        walk.reads("I only do that with co-op members.");
        walk.reads("RFC-01184");
        walk.reads("Also inside, cannot be left out");
        Pictures.of(robot, scene, "consent-1024x640");
        walk.clicks("#consent-accept");
        walk.until(() -> wallet.calls.contains("consent w-proof membership"));
    }

    @Test
    void whatIsMissingIsNamed(FxRobot robot) throws TimeoutException {
        wallet.credentials().asks(Papers.proofRequest(Samples.NADIA, List.of()));
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT3);
        walk.clicks("Membership");
        walk.reads("You have no Membership issued by");
        assertTrue(robot.lookup("#consent-accept").tryQuery().isEmpty());
        Pictures.of(robot, scene, "consent-missing-1024x640");
        walk.clicks("#consent-decline");
        walk.until(() -> wallet.calls.contains("no consent w-proof"));
    }

    @Test
    void aStrangerIsShownWithTheCodeBeforeTheyAreAccepted(FxRobot robot) throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT3);
        walk.clicks("Grid Street Bikes");
        walk.reads("T2WD · 8FKM");
        walk.reads("Claims this name");
        Pictures.of(robot, scene, "consent-introduction-1024x640");
        walk.clicks("#consent-accept");
        walk.until(() -> wallet.calls.contains("consent w-introduction "));
    }

    @Test
    void vouchingAndAsking(FxRobot robot) throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT3);
        walk.clicks("Nadia Osei");
        walk.sees("#contact-vouch");
        walk.clicks("#contact-vouch");
        walk.types("#voucher-statement", "Nadia keeps her word.");
        walk.clicks("#voucher-lifetime-0");
        walk.clicks("#confirm-act");
        walk.until(() -> wallet.calls.contains("issue " + Samples.NADIA + " Nadia keeps her word. PT2160H"));
        walk.clicks("#contact-ask");
        walk.types("#proof-reason", "Because");
        Pictures.of(robot, scene, "contact-ask-1024x640");
        walk.clicks("#confirm-act");
        walk.until(() -> wallet.calls.contains("ask " + Samples.NADIA + " PerunPeerVoucher  Because"));
        assertFalse(reading(robot, "and it holds"));
        wallet.credentials().proof.complete(Papers.voucher(Samples.CAFE, "Blue Door Café"));
        walk.reads("Nadia Osei has shown a Peer voucher, and it holds.");
    }
}
