package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.KEY;
import static dev.zorya.channel.core.Scene.LIMITS;
import static dev.zorya.channel.core.Scene.NOW;
import static dev.zorya.channel.core.Scene.line;
import static dev.zorya.channel.core.Scene.payment;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.port.JournalEntry;
import dev.zorya.channel.port.Question;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.State;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The life of sub-channels between two trees; what changes together is kept together. */
class TreeTest {
    private final Grove grove = new Grove();
    private final Grove.Party alice = grove.alice;
    private final Grove.Party bob = grove.bob;
    private final ProposalId child = Grove.key(1);

    @Test
    void parentAndChildChangeInOneCommit() {
        alice.take(KEY, new Input.OpenSub(grove.base(1, 100, 50)));
        bob.hear(bob.inbox.remove());
        TreeStep accepted = bob.take(
                child,
                new Input.Decided(
                        new Question.Open(alice.side.env().wire(), ((ProposalReceived) bob.at(child)).proposal()),
                        new Decision.Accept(),
                        Grove.share(9)));
        assertEquals(List.of("InitSigning"), kept(accepted));

        // the accept makes Alice sign version 0; Bob's signature of it makes her parent lock the money
        alice.hear(alice.inbox.remove());
        TreeStep locks = alice.take(child, new Input.FromPeer(alice.inbox.remove()));
        assertEquals(List.of("Locking", "Updating"), kept(locks));
        assertEquals(List.of(line("SIGNED", 0, "")), journal(locks));
        Updating parent = assertInstanceOf(Updating.class, alice.at(KEY));
        assertEquals(
                List.of(
                        new TreeStep.Deed(
                                KEY,
                                new Effect.Send(
                                        alice.side.update(parent.staged().state()))),
                        new TreeStep.Deed(KEY, new Effect.Schedule(Timer.UPDATE, LIMITS.updateAnswer()))),
                locks.effects());

        bob.hear(bob.inbox.remove());
        assertInstanceOf(Locking.class, bob.at(child));
        TreeStep signs = bob.take(KEY, new Input.FromPeer(bob.inbox.remove()));
        assertEquals(List.of("Open", "Open"), kept(signs));
        assertEquals(List.of(line("OPENED", 0, "locked=1")), journal(signs));
        UpdateMessage.Accept accept = bob.side.accept(parent.staged().state());
        assertEquals(List.of(new TreeStep.Deed(KEY, new Effect.Send(accept))), signs.effects());

        TreeStep done = alice.take(KEY, new Input.FromPeer(accept));
        assertEquals(List.of("Open", "Open"), kept(done));
        assertEquals(alice.current(child), bob.current(child));
    }

    private static List<String> kept(TreeStep step) {
        return step.commits().stream()
                .map(commit -> commit.state().getClass().getSimpleName())
                .toList();
    }

    private static List<JournalEntry> journal(TreeStep step) {
        return step.commits().stream().flatMap(c -> c.journal().stream()).toList();
    }

    @Test
    void paysInTheChildAndSettlesIntoTheParent() {
        grove.opened(KEY, 1, 100, 50);
        grove.agreed(KEY, 500, 350);
        grove.order(alice, child, new Input.Pay(payment(1, 30)));
        grove.order(bob, child, new Input.Pay(payment(2, 5)));
        grove.order(alice, KEY, new Input.Pay(payment(3, 7)));
        grove.agreed(child, 75, 75);
        grove.agreed(KEY, 493, 357);
        TreeStep asked = alice.take(child, new Input.Close());
        assertEquals(List.of("Finalising"), kept(asked));
        grove.run();
        grove.agreed(KEY, 568, 432);
        assertEquals(List.of(), alice.current(KEY).allocation().locked());
        assertInstanceOf(Withdrawn.class, alice.at(child));
        assertInstanceOf(Withdrawn.class, bob.at(child));
    }

    @Test
    void eitherSideMayCloseTheChild() {
        grove.opened(KEY, 1, 100, 50);
        grove.order(bob, child, new Input.Close());
        grove.agreed(KEY, 600, 400);
        assertInstanceOf(Withdrawn.class, bob.at(child));
    }

    @Test
    void goesFourDeep() {
        ProposalId parent = KEY;
        for (int depth = 1; depth <= 4; depth++) {
            parent = grove.opened(parent, depth, 100 - 10L * depth, 50 - 10L * depth);
        }
        grove.agreed(KEY, 510, 360);
        grove.agreed(Grove.key(3), 10, 10);
        grove.order(bob, Grove.key(4), new Input.Pay(payment(1, 10)));
        grove.agreed(Grove.key(4), 70, 0);
        for (int depth = 4; depth >= 1; depth--) {
            grove.order(alice, Grove.key(depth), new Input.Close());
        }
        grove.agreed(KEY, 610, 390);
        grove.order(alice, KEY, new Input.Close());
        assertInstanceOf(Final.class, alice.at(KEY));
        assertInstanceOf(Final.class, bob.at(KEY));
    }

    @Test
    void severalChildrenOfOneParent() {
        grove.opened(KEY, 1, 100, 0);
        grove.opened(KEY, 2, 0, 100);
        grove.opened(KEY, 3, 200, 200);
        grove.agreed(KEY, 300, 100);
        grove.order(bob, Grove.key(2), new Input.Close());
        grove.order(alice, Grove.key(1), new Input.Close());
        grove.agreed(KEY, 400, 200);
        assertEquals(1, alice.current(KEY).allocation().locked().size());
    }

    @Test
    void aLockWaitsForAPaymentThatIsOnItsWay() {
        alice.take(KEY, new Input.Pay(payment(1, 500)));
        grove.order(alice, KEY, new Input.OpenSub(grove.base(1, 100, 50)));
        grove.agreed(KEY, 0, 850);
        grove.agreed(child, 100, 50);
    }

    @Test
    @Tag("threat-2")
    void aLockAndAPaymentThatCrossBothHappen() {
        alice.take(KEY, new Input.OpenSub(grove.base(1, 100, 50)));
        while (!(alice.at(KEY) instanceof Updating)) {
            grove.step();
        }
        bob.take(KEY, new Input.Pay(payment(1, 40)));
        grove.run();
        grove.agreed(KEY, 540, 310);
        grove.agreed(child, 100, 50);
    }

    @Test
    void aChildThatCannotBeAffordedAnyMoreEndsOnBothSides() {
        alice.take(KEY, new Input.OpenSub(grove.base(1, 600, 0)));
        while (!(bob.tree.members().containsKey(child) && bob.at(child) instanceof InitSigning)) {
            grove.step();
        }
        alice.take(KEY, new Input.Pay(payment(1, 10)));
        grove.run();
        grove.agreed(KEY, 590, 410);
        assertEquals("the balances do not suffice for it any more", ended(alice));
        assertEquals("the balances do not suffice for it any more", ended(bob));
        assertEquals(List.of(), alice.live(KEY).authorised());
    }

    private String ended(Grove.Party party) {
        return assertInstanceOf(Ended.class, party.at(child)).reason();
    }

    @Test
    void declinedItLeavesNothing() {
        bob.says = false;
        grove.order(alice, KEY, new Input.OpenSub(grove.base(1, 100, 50)));
        assertEquals("no", ended(alice));
        grove.agreed(KEY, 600, 400);
        assertEquals(0, alice.current(KEY).version());
    }

    @Test
    @Tag("threat-13")
    void theParentIsNotClosedAroundMoneyOfAChild() {
        grove.opened(KEY, 1, 100, 50);
        grove.opened(KEY, 2, 100, 50);
        grove.order(alice, KEY, new Input.Close());
        assertTrue(alice.notices.contains(
                new Notice.CloseRefused("2 sub-channels hold money of this channel; close them first")));
        State last = grove.scene.last(alice.current(KEY));
        bob.take(KEY, new Input.FromPeer(alice.side.update(last)));
        assertEquals(
                new UpdateMessage.Reject(last.id(), last.version(), "a final state cannot have locked funds"),
                alice.inbox.getLast());
        assertInstanceOf(Open.class, bob.at(KEY));
    }

    @Test
    void aCloseThatWaitedBehindALockIsTakenBack() {
        alice.take(KEY, new Input.OpenSub(grove.base(1, 100, 50)));
        while (!(alice.at(KEY) instanceof Updating)) {
            grove.step();
        }
        grove.order(alice, KEY, new Input.Close());
        assertTrue(alice.notices.contains(
                new Notice.CloseRefused("a sub-channel holds money of this channel; close that first")));
        grove.order(alice, child, new Input.Close());
        grove.order(alice, KEY, new Input.Close());
        assertInstanceOf(Final.class, alice.at(KEY));
    }

    @Test
    void whatIsNotLockedYetEndsWithItsParent() {
        alice.take(KEY, new Input.OpenSub(grove.base(1, 100, 50)));
        bob.hear(bob.inbox.remove());
        assertInstanceOf(ProposalReceived.class, bob.at(child));
        alice.take(KEY, new Input.Close());
        grove.run();
        assertInstanceOf(Final.class, alice.at(KEY));
        assertEquals(Reasons.PARENT_CLOSED, ended(alice));
        assertTrue(!bob.tree.members().containsKey(child) || bob.at(child) instanceof Ended);
    }

    @Test
    void theLedgersWordOverTheRootIsTheLastForAll() {
        grove.opened(KEY, 1, 100, 50);
        grove.opened(child, 2, 10, 10);
        TreeStep step = alice.take(KEY, new Input.FromLedger(Scene.concluded(1)));
        assertInstanceOf(Withdrawing.class, alice.at(KEY));
        assertInstanceOf(Withdrawn.class, alice.at(child));
        assertInstanceOf(Withdrawn.class, alice.at(Grove.key(2)));
        assertEquals(3, step.commits().size());
        alice.take(child, new Input.Pay(payment(1, 5)));
        assertEquals(
                payment(1, 5).refused(Notice.Refusal.NOT_OPEN, "the channel is not open"), alice.notices.getLast());
    }

    @Test
    void anInputForNobodyChangesNothing() {
        TreeStep step = alice.tree.step(alice.side.env(), child, new Input.Connected(), NOW);
        assertEquals(new TreeStep(alice.tree, List.of(), List.of()), step);
    }
}
