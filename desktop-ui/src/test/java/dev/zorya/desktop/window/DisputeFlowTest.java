package dev.zorya.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.desktop.memory.Disputes;
import dev.zorya.desktop.memory.Samples;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.TimelineEntry;
import dev.zorya.wallet.api.WalletProblem;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Channels that the chain has to decide about: closing alone, a cheat watched to its end, a deposit taken back. */
class DisputeFlowTest extends EverydayWindow {
    private static final String FIRST = "Dispute with Nadia Osei";

    @Start
    void start(Stage stage) {
        open(stage);
    }

    private void page(String contact) throws TimeoutException {
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT2);
        walk.clicks(contact);
        walk.sees("#channel-close");
    }

    @Test
    void whoIsOfflineIsLeftAloneWithCostAndDateBefore(FxRobot robot) throws TimeoutException {
        page("Nadia Osei");
        walk.clicks("#channel-close");
        walk.reads("Your money is back Monday 23 Nov, 11:42");
        walk.reads("0.0016");
        assertTrue(robot.lookup("#close-way-alone").queryAs(RadioButton.class).isSelected());
        Pictures.of(robot, scene, "close-alone-1024x640");
        walk.presses(KeyCode.ENTER);
        assertTrue(wallet.calls.stream().noneMatch(call -> call.startsWith("close")), "Enter closes nothing alone");
        walk.clicks("#close-alone");
        walk.reads(FIRST);
        assertTrue(wallet.calls.contains("close alone c3"), wallet.calls.toString());
        walk.reads("Keep this computer on.");
        walk.reads("You close the channel with Nadia Osei alone.");
        assertTrue(robot.lookup("#channel-close").queryButton().isDisabled());
        Pictures.of(robot, scene, "dispute-registering-1024x640");
    }

    @Test
    void whoDoesNotAnswerCanBeLeftAloneFromTheSameSheet(FxRobot robot) throws TimeoutException {
        page("Ilya Brandt");
        walk.clicks("#channel-close");
        walk.reads("One transaction, done about a minute after Ilya Brandt agrees.");
        walk.sees("#close-together");
        wallet.refusal = Optional.of(new WalletProblem(
                WalletProblem.Code.PEER_OFFLINE, "Ilya Brandt is offline.", "Nothing was signed.", "Try later.", ""));
        walk.clicks("#close-together");
        walk.reads("Ilya Brandt is offline.");
        walk.sees("#close-alone");
        assertFalse(wallet.calls.contains("close alone c1"), "nothing is done by itself");
        wallet.refusal = Optional.empty();
        walk.clicks("#close-alone");
        walk.reads("Dispute with Ilya Brandt");
    }

    @Test
    void aCheatIsWatchedToItsEnd(FxRobot robot) throws TimeoutException {
        ChannelView channel = wallet.channels.get(2);
        page("Nadia Osei");
        wallet.timeline.addFirst(new TimelineEntry(
                Disputes.SINCE,
                TimelineEntry.Kind.OLD_BALANCE,
                "Nadia Osei closed with an old balance.",
                "version=12 ours=40 timeout=x block=18200 state=0xab",
                ""));
        wallet.change(Samples.disputed(channel, Disputes.answering()));
        walk.reads(FIRST);
        walk.reads("Zorya is answering an old balance from Nadia Osei. The answer must be on the chain by");
        walk.reads("Nadia Osei closed with an old balance. Zorya is answering.");
        walk.reads("Version 12, block 18,200.");
        walk.reads("Answer with version 40");

        wallet.timeline.addFirst(new TimelineEntry(
                Disputes.SINCE.plusSeconds(40),
                TimelineEntry.Kind.ANSWERED,
                "Zorya answered with the newest balance, and the chain accepted it.",
                "version=40 ours=40 timeout=x block=18203 state=0xcd",
                ""));
        wallet.change(Samples.disputed(channel, Disputes.answered()));
        walk.reads("You do not need to do anything.");
        walk.reads("Without the answer you would have lost 0.7500");
        walk.reads("Zorya answered Nadia Osei with the latest balance, and the chain accepted it.");
        // a practice chain: this computer's clock, 10:42:30
        Labeled countdown = robot.lookup("#dispute-countdown").queryAs(Labeled.class);
        assertEquals("42 min 0 s", countdown.getText());
        robot.interact(() -> scene.getWindow().setWidth(1280));
        robot.interact(() -> scene.getWindow().setHeight(800));
        Pictures.of(robot, scene, "dispute");
        robot.interact(() -> scene.getWindow().setWidth(1024));
        robot.interact(() -> scene.getWindow().setHeight(640));
        Pictures.of(robot, scene, "dispute-1024x640");
        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT1);
        walk.reads("In dispute with Nadia Osei");
        // a message may lie over the button for its five seconds
        walk.until(() -> robot.lookup(".z-toast").queryAll().isEmpty());
        walk.clicks("#todo-" + (todos(robot) - 1));
        walk.reads(FIRST);

        wallet.change(Samples.with(channel, ChannelView.Status.PAYING_OUT, channel.mine(), channel.theirs()));
        walk.reads("is closed on the chain. Your part is on its way.");
        walk.reads("Paying out");
        wallet.change(Samples.with(channel, ChannelView.Status.SETTLED, channel.mine(), channel.theirs()));
        walk.reads("Your part of the channel with Nadia Osei is paid out.");
        walk.reads("Settled");
    }

    @Test
    void aMessageOfADisputeOpensItsPageByClickAndByKeyboard(FxRobot robot) throws TimeoutException {
        ChannelView channel = wallet.channels.get(2);
        wallet.change(Samples.disputed(channel, Disputes.answering()));
        walk.clicks(".z-toast");
        walk.reads(FIRST);
        walk.until(() -> robot.lookup(".z-toast").queryAll().isEmpty());

        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT1);
        walk.reads("Recent");
        wallet.change(Samples.disputed(channel, Disputes.answered()));
        walk.reads("Zorya answered Nadia Osei with the latest balance, and the chain accepted it.");
        walk.presses(KeyCode.F8);
        Pictures.of(robot, scene, "message-of-a-dispute-1024x640");
        walk.presses(KeyCode.ENTER);
        walk.reads(FIRST);

        walk.presses(KeyCode.CONTROL, KeyCode.DIGIT1);
        walk.reads("Recent");
        assertTrue(robot.lookup(".z-toast").queryAll().isEmpty());
        walk.presses(KeyCode.F8);
        walk.reads(FIRST);
    }

    /** The message waits as long as it has the focus: nobody who works by keyboard has to be quick. */
    @Test
    void aMessageThatHasTheFocusStays(FxRobot robot) throws TimeoutException {
        wallet.change(Samples.disputed(wallet.channels.get(2), Disputes.answering()));
        walk.sees(".z-toast");
        walk.presses(KeyCode.F8);
        WaitForAsyncUtils.sleep(6, TimeUnit.SECONDS);
        assertEquals(1, robot.lookup(".z-toast").queryAll().size());
        walk.presses(KeyCode.SPACE);
        walk.reads(FIRST);
    }

    @Test
    void evidenceIsSavedWhereThePersonSays(FxRobot robot) throws Exception {
        page("Nadia Osei");
        assertFalse(robot.lookup("#evidence-export").query().isVisible(), "nothing to prove yet");
        wallet.timeline.addFirst(new TimelineEntry(
                Disputes.SINCE,
                TimelineEntry.Kind.OLD_BALANCE,
                "Nadia Osei closed with an old balance.",
                "version=12 ours=40 timeout=x block=18200 state=0xab",
                ""));
        wallet.change(Samples.disputed(wallet.channels.get(2), Disputes.answering()));
        walk.reads(FIRST);
        // a message may lie over the button for its five seconds
        walk.until(() -> robot.lookup(".z-toast").queryAll().isEmpty());
        walk.clicks("#evidence-export");
        assertEquals("zorya-evidence-5be390a1.json", suggested);
        assertFalse(wallet.calls.contains("evidence c3"), "no place was chosen");

        saveTo = Optional.of(folder.resolve("nadia.json"));
        wallet.refusal = Optional.of(REFUSAL);
        walk.clicks("#evidence-export");
        walk.reads("The disk is full.");
        wallet.refusal = Optional.empty();
        walk.clicks("#evidence-export");
        walk.reads("nadia.json is saved.");
        assertEquals("evidence of c3", Files.readString(folder.resolve("nadia.json")));
        walk.until(() -> !reading(robot, "The disk is full."));
    }

    private static int todos(FxRobot robot) {
        int count = 0;
        while (!robot.lookup("#todo-" + count).queryAll().isEmpty()) {
            count++;
        }
        return count;
    }

    @Test
    void withoutTheChainTheDateStaysAndTheCountdownGoes(FxRobot robot) throws TimeoutException {
        wallet.health = Samples.blindHealth();
        wallet.change(Samples.disputed(wallet.channels.get(2), Disputes.answered()));
        page("Nadia Osei");
        walk.reads("Chain not seen since 10:29");
        walk.reads("Monday 23 Nov, 11:24, in chain time");
        assertFalse(robot.lookup("#dispute-countdown").query().isVisible());
    }

    @Test
    void aDepositThatNobodyMatchesIsTakenBack(FxRobot robot) throws TimeoutException {
        page("Practice Pal");
        walk.reads("Take my deposit back…");
        walk.clicks("#channel-close");
        walk.reads("The channel with Practice Pal has waited for its deposits since 10:32. You can wait, or take your"
                + " 0.4000");
        Pictures.of(robot, scene, "deposit-back-1024x640");
        wallet.refusal = Optional.of(REFUSAL);
        walk.clicks("#close-alone");
        walk.reads("The disk is full.");
        wallet.refusal = Optional.empty();
        walk.clicks("#close-alone");
        walk.until(() -> wallet.calls.contains("close alone c4"));
        walk.reads("Dispute with Practice Pal");
    }
}
