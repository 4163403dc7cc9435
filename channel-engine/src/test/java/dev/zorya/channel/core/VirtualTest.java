package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.KEY;
import static dev.zorya.channel.core.Scene.payment;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.SubAllocation;
import dev.zorya.channel.value.Transaction;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A peer who wants money locked for a virtual channel, under any index map: nothing is signed for it, and nothing stops. */
@Tag("threat-38")
class VirtualTest {
    private static final ChannelId VIRTUAL = new ChannelId(Grove.share(99));

    private final Grove grove = new Grove();
    private final Scene scene = grove.scene;
    private final Grove.Party alice = grove.alice;
    private final Grove.Party bob = grove.bob;

    /** As it should be, the other way round, the same place twice, places that nobody has, too few, none. */
    static List<List<Integer>> indexMaps() {
        return List.of(
                List.of(0, 1), List.of(1, 0), List.of(0, 0), List.of(0, 7), List.of(65_535, 1), List.of(1), List.of());
    }

    private State locks(List<Integer> indexMap) {
        State from = bob.current(KEY);
        SubAllocation entry = new SubAllocation(VIRTUAL, List.of(BigInteger.valueOf(150)), indexMap);
        Allocation to = new Allocation(
                from.allocation().assets(), scene.allocation(500, 350).balances(), List.of(entry));
        return new State(from.id(), from.version() + 1, to, false, from.app(), from.data());
    }

    private Params params() {
        Params ours = scene.terms().params();
        return new Params(
                ours.challengeDuration(),
                ours.parts(),
                App.NONE,
                BigInteger.TEN,
                false,
                true,
                Bytes.zero(Params.AUX_SIZE));
    }

    private Transaction virtual(boolean isFinal) {
        Balances balances = scene.allocation(100, 50).balances();
        Allocation allocation = new Allocation(bob.current(KEY).allocation().assets(), balances, List.of());
        return Transaction.unsigned(new State(VIRTUAL, 0, allocation, isFinal, App.NONE, Bytes.EMPTY));
    }

    private void refused(State to, UpdateMessage asked, String reason) {
        State before = bob.current(KEY);
        TreeStep step = bob.take(KEY, new Input.FromPeer(asked));
        assertEquals(new UpdateMessage.Reject(to.id(), to.version(), reason), alice.inbox.getLast());
        assertEquals(List.of(), step.commits(), "nothing was signed, so nothing is kept");
        assertEquals(before, bob.current(KEY));
        assertEquals(1, bob.tree.members().size());
        assertTrue(bob.intents.isEmpty(), "nobody goes before the judge for it");
        alice.inbox.clear();
    }

    private void goesOn() {
        grove.order(alice, KEY, new Input.Pay(payment(1, 30)));
        grove.run();
        grove.agreed(KEY, 570, 430);
    }

    @ParameterizedTest
    @MethodSource("indexMaps")
    void moneyIsNotLockedForIt(List<Integer> indexMap) {
        State to = locks(indexMap);
        refused(
                to,
                new UpdateMessage.VirtualFunding(alice.side.update(to), params(), virtual(false), indexMap),
                "virtual channels are not supported");
        goesOn();
    }

    /** The same without saying what it is for. */
    @ParameterizedTest
    @MethodSource("indexMaps")
    void norByAnOrdinaryUpdate(List<Integer> indexMap) {
        State to = locks(indexMap);
        refused(to, alice.side.update(to), "the update changes locked funds");
        goesOn();
    }

    @Test
    void noneIsSettledThatIsNotThere() {
        State from = bob.current(KEY);
        Allocation more =
                from.allocation().withBalances(scene.allocation(500, 500).balances());
        State to = new State(from.id(), from.version() + 1, more, false, from.app(), from.data());
        refused(
                to,
                new UpdateMessage.VirtualSettlement(alice.side.update(to), params(), virtual(true)),
                "virtual channels are not supported");
        goesOn();
    }
}
