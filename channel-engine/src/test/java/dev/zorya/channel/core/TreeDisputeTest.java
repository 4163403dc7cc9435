package dev.zorya.channel.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerEvent.Stage;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.SignedState;
import dev.zorya.channel.value.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A tree of three levels and a second child before the judge. */
class TreeDisputeTest {
    private static final Instant TIMEOUT = Scene.NOW.plus(Duration.ofHours(1));
    private final Grove grove = new Grove();
    private final ProposalId root = Scene.KEY;
    private final ProposalId child = grove.opened(root, 1, 300, 200);
    private final ProposalId inner = grove.opened(child, 2, 100, 100);
    private final ProposalId second = grove.opened(root, 3, 50, 50);
    private final Grove.Party bob = grove.bob;

    private State pay(ProposalId member, int number) {
        State before = bob.current(member);
        grove.order(grove.alice, member, new Input.Pay(Scene.payment(number, 10)));
        return before;
    }

    private TreeStep see(ProposalId member, State state) {
        return see(member, state, Stage.DISPUTE);
    }

    private TreeStep see(ProposalId member, State state, Stage stage) {
        var hash = bob.side.env().scheme().stateHash(state);
        return bob.take(
                member,
                new Input.FromLedger(
                        new LedgerEvent.Registered(state.version(), hash, TIMEOUT, stage, null, 91, Scene.NOW)));
    }

    private static List<Intent> intents(TreeStep step) {
        return step.effects().stream()
                .map(TreeStep.Deed::effect)
                .filter(Effect.Submit.class::isInstance)
                .map(effect -> ((Effect.Submit) effect).intent())
                .toList();
    }

    private static List<State> states(Intent.Register intent) {
        return Stream.concat(Stream.of(intent.root()), intent.subs().stream())
                .map(SignedState::transaction)
                .map(tx -> tx.state())
                .toList();
    }

    /** Depth first, in the order of the locked entries (ONCHAIN.md 5). */
    @Test
    @Tag("threat-36")
    void theWholeTreeIsRegisteredInTheOrderOfTheContracts() {
        pay(inner, 1);
        pay(second, 2);
        List<State> newest =
                Stream.of(root, child, inner, second).map(bob::current).toList();
        TreeStep step = bob.take(root, new Input.CloseAlone());
        Intent.Register intent =
                assertInstanceOf(Intent.Register.class, intents(step).getFirst());
        assertEquals(newest, states(intent));
        assertEquals(1, intents(step).size());
        for (ProposalId member : List.of(root, child, inner, second)) {
            assertInstanceOf(Registering.class, bob.at(member));
        }
    }

    @Test
    @Tag("threat-36")
    void onlyAnInnerChannelIsOldAndTheRootIsRegisteredAgainWithTheNewerOne() {
        State old = pay(inner, 1);
        State top = bob.current(root);
        State middle = bob.current(child);
        State newest = bob.current(inner);
        State other = bob.current(second);
        assertEquals(List.of(), intents(see(root, top)));
        Intent refutation = intents(see(inner, old)).getFirst();
        assertEquals(List.of(top, middle, newest, other), states(assertInstanceOf(Intent.Register.class, refutation)));
        see(child, middle);
        see(inner, newest);
        Intent end = intents(see(second, other)).getLast();
        Intent.Conclude conclude = assertInstanceOf(Intent.Conclude.class, end);
        assertEquals(top, conclude.registered());
        assertEquals(List.of(middle, newest, other), conclude.subs());
    }

    @Test
    void nothingIsConcludedWhileAChildIsUnknown() {
        State strange = grove.scene.neutral(grove.scene.neutral(bob.current(second)));
        see(root, bob.current(root));
        see(child, live(child).state());
        see(inner, live(inner).state());
        assertEquals(List.of(), intents(see(second, strange)));
    }

    private Live live(ProposalId member) {
        return ((Disputed) bob.at(member)).live();
    }

    /** Money that came back to the parent is not locked in its newest state: the children have no say. */
    @Test
    void anOldRootIsRefutedWithoutChildrenThatAreOver() {
        State old = bob.current(root);
        grove.order(grove.alice, second, new Input.Close());
        State newest = bob.current(root);
        Intent.Register intent =
                assertInstanceOf(Intent.Register.class, intents(see(root, old)).getFirst());
        assertEquals(List.of(newest, live(child).state(), live(inner).state()), states(intent));
    }

    @Test
    void theEndOfTheRootIsTheEndOfAll() {
        pay(inner, 1);
        for (ProposalId member : List.of(root, child, inner, second)) {
            see(member, bob.at(member).isDisputed() ? live(member).state() : bob.current(member));
        }
        bob.take(inner, new Input.FromLedger(Scene.concluded(live(inner).state().version())));
        assertInstanceOf(Withdrawn.class, bob.at(inner));
        bob.take(root, new Input.FromLedger(Scene.concluded(live(root).state().version())));
        assertInstanceOf(Withdrawing.class, bob.at(root));
        for (ProposalId member : List.of(child, inner, second)) {
            assertInstanceOf(Withdrawn.class, bob.at(member));
        }
    }

    @Test
    @Tag("threat-41")
    void theTreeComesBackFromTheDiskInItsDispute() {
        State old = pay(inner, 1);
        see(root, bob.current(root));
        see(inner, old);
        ChannelId top = bob.at(root).channelId().orElseThrow();
        bob.restart();
        TreeStep again = bob.take(root, new Input.Restarted());
        Intent.Register intent =
                assertInstanceOf(Intent.Register.class, intents(again).getFirst());
        assertEquals(top, intent.channel());
        assertEquals(live(inner).state(), states(intent).get(2));
        assertEquals(old.version() + 1, states(intent).get(2).version());
    }

    /** There is no conclusion by a final state for a channel inside another one. */
    @Test
    void aLastStateOfAChildComesTooLate() {
        bob.take(second, new Input.Close());
        State last = ((Finalising) bob.at(second)).staged().state();
        bob.take(root, new Input.CloseAlone());
        TreeStep step = bob.take(second, new Input.FromPeer(grove.scene.alice.accept(last)));
        assertEquals(List.of(), step.commits());
        assertInstanceOf(Registering.class, bob.at(second));
    }

    /** A sub-channel ends with the channel around it. */
    @Test
    void aSubChannelIsNotClosedAlone() {
        TreeStep step = bob.take(child, new Input.CloseAlone());
        assertEquals(List.of(), step.commits());
        assertInstanceOf(Notice.CloseRefused.class, bob.notices.getLast());
    }
}
