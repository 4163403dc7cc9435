package dev.zorya.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.desktop.memory.MemoryIdentity;
import dev.zorya.desktop.memory.Papers;
import dev.zorya.desktop.memory.Samples;
import dev.zorya.desktop.memory.Scenes;
import dev.zorya.wallet.api.TrustPolicy;
import dev.zorya.wallet.api.TrustRule;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Rules for proposals and a refusal by them; where the identity lives, and a change that does not work out. */
@Tag("slow")
class TrustFlowTest extends EverydayWindow {
    TrustFlowTest() {
        super(Scenes.sociable());
    }

    @Start
    void start(Stage stage) {
        open(stage);
    }

    private void rules() throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.COMMA);
        walk.clicks("#settings-trust");
        walk.sees("#rule-add");
    }

    @Test
    void aRefusalIsToldAndStandsWithItsReason(FxRobot robot) throws TimeoutException {
        wallet.trust().decides(Papers.refused(Samples.ILYA, "Ilya Brandt"));
        walk.reads("Your rules refused a channel with Ilya Brandt");
        walk.clicks("Show");
        walk.sees("#trust-decisions");
        walk.reads("Refused");
        walk.reads("no membership issued by Riverside Food Co-op was shown.");
        walk.reads("by your rules");
        Pictures.of(robot, scene, "trust-refused-1024x640");
    }

    @Test
    void aRuleIsAddedMovedByKeyboardAndRemoved(FxRobot robot) throws TimeoutException {
        rules();
        walk.reads("Contacts without a Membership issued by");
        walk.clicks("#rule-add");
        walk.types("#rule-up-to", "abc");
        walk.clicks("#rule-then-0");
        walk.clicks("#rule-save");
        walk.reads("That is not an amount.");
        walk.types("#rule-up-to", "0.25");
        Pictures.of(robot, scene, "trust-rule-1024x640");
        walk.clicks("#rule-save");
        walk.until(() -> wallet.trust().policy.rules().size() == 3);
        TrustRule added = wallet.trust().policy.rules().getLast();
        assertEquals(Samples.eth("0.25").units(), added.upTo());
        assertEquals(TrustRule.Outcome.ACCEPT, added.then());
        walk.sees("#rule-2");
        robot.interact(() -> robot.lookup("#rule-2").query().requestFocus());
        walk.presses(KeyCode.ALT, KeyCode.UP);
        walk.until(() -> wallet.trust().policy.rules().get(1).equals(added));
        walk.until(() -> robot.lookup("#rule-1").query().isFocused());
        walk.clicks("#rule-remove-1");
        walk.until(() -> wallet.trust().policy.rules().size() == 2);
        walk.clicks("#rule-otherwise-1");
        walk.until(() -> wallet.trust().policy.otherwise() == TrustRule.Outcome.REFUSE);
    }

    @Test
    void aPolicyThatCannotBeSavedStaysAsItIs(FxRobot robot) throws TimeoutException {
        TrustPolicy before = wallet.trust().policy;
        rules();
        wallet.trust().refusal = Optional.of(REFUSAL);
        walk.clicks("#rule-remove-0");
        walk.reads("The disk is full.");
        assertEquals(before, wallet.trust().policy);
        walk.reads("Contacts without a Membership issued by");
    }

    @Test
    void anAgentIsStartedWithProgressAndFailureLeavesTheIdentity(FxRobot robot) throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.COMMA);
        walk.clicks("#settings-identity");
        walk.sees("#identity-LOCAL_AGENT");
        Pictures.of(robot, scene, "settings-identity-1024x640");
        walk.clicks("#identity-LOCAL_AGENT");
        walk.reads("Change where your identity lives?");
        walk.clicks("#confirm-act");
        walk.reads("Fetching the agent");
        Pictures.of(robot, scene, "settings-identity-starting-1024x640");
        CompletableFuture<?> running = wallet.identity().change;
        wallet.identity().change = new CompletableFuture<>();
        running.completeExceptionally(new WalletException(new WalletProblem(
                WalletProblem.Code.INTERNAL,
                "No Python 3.12 or newer answers on this computer.",
                "Your identity is as it was.",
                "Install Python and start the agent again.",
                "")));
        walk.reads("No Python 3.12 or newer answers on this computer.");
        walk.reads("Your identity is as it was.");
        walk.reads("Identity: built-in");
        walk.clicks("#identity-LOCAL_AGENT");
        walk.clicks("#confirm-act");
        walk.sees("#identity-cancel");
        walk.clicks("#identity-cancel");
        walk.until(() -> wallet.identity().change.isCancelled());
        walk.reads("Your identity is as it was.");
    }

    @Test
    void anOwnAgentIsConnectedByAddressAndKey(FxRobot robot) throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.COMMA);
        walk.clicks("#settings-identity");
        walk.clicks("#identity-OWN_AGENT");
        walk.types("#agent-admin", "not an address");
        walk.clicks("#agent-connect");
        walk.reads("It starts with http:// or https://.");
        walk.types("#agent-admin", "http://127.0.0.1:8031");
        walk.types("#agent-key", "secret");
        walk.clicks("#agent-connect");
        walk.reads("Asking the agent who it is");
        assertEquals("secret", wallet.identity().typedKey);
        wallet.identity().becomes(MemoryIdentity.AGENT);
        wallet.identity().change.complete(MemoryIdentity.AGENT);
        walk.reads("Identity: Aries agent");
        walk.reads("Version 1.7.0");
        assertTrue(wallet.calls.contains("use agent http://127.0.0.1:8031"));
    }
}
