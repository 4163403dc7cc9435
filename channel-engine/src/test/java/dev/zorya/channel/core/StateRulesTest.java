package dev.zorya.channel.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.SubAllocation;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an update may not change, one thing at a time. */
class StateRulesTest {
    private static final SubAllocation LOCKED =
            new SubAllocation(new ChannelId(Bytes.zero(32)), List.of(BigInteger.TEN), List.of(0, 1));

    private final Scene scene = new Scene();
    private final State from = scene.paid(scene.initial(), scene.bob, 1);

    private void refused(String why, State before, State after) {
        assertEquals(
                Optional.of(why), StateRules.update(Apps.NONE, scene.terms().params(), before, after, 1));
    }

    private static State with(State state, Allocation allocation) {
        return new State(state.id(), state.version(), allocation, state.isFinal(), state.app(), state.data());
    }

    private static State versioned(State state, long version) {
        return new State(state.id(), version, state.allocation(), state.isFinal(), state.app(), state.data());
    }

    @Test
    void aPlainPaymentIsFine() {
        assertEquals(
                Optional.empty(),
                StateRules.update(Apps.NONE, scene.terms().params(), from, scene.paid(from, scene.bob, 5), 1));
    }

    @Test
    @Tag("threat-9")
    void versionsFollowEachOther() {
        State next = scene.neutral(from);
        refused("version 3 does not follow 1", from, versioned(next, 3));
        refused("version 1 does not follow 1", from, versioned(next, 1));
        refused("version 0 does not follow 1", from, versioned(next, 0));
        refused("version 18446744073709551615 does not follow 1", from, versioned(next, -1));
        assertEquals(
                Optional.empty(),
                StateRules.update(Apps.NONE, scene.terms().params(), versioned(from, -2), versioned(next, -1), 1),
                "2^64 - 1 can be reached");
        refused("version 0 does not follow 18446744073709551615", versioned(from, -1), versioned(next, 0));
    }

    @Test
    @Tag("threat-10")
    void theTotalNeverChanges() {
        State next = scene.neutral(from);
        refused("the update changes the total", from, with(next, scene.allocation(601, 400)));
        refused("the update changes the total", from, with(next, scene.allocation(0, 0)));
        BigInteger half = BigInteger.ONE.shiftLeft(255);
        Allocation above = new Allocation(List.of(SimWorld.COIN), Balances.single(half, half), List.of());
        refused("a total is above 2^256", with(from, above), with(next, above));
        Allocation most =
                new Allocation(List.of(SimWorld.COIN), Balances.single(half, half.subtract(BigInteger.ONE)), List.of());
        assertEquals(
                Optional.empty(),
                StateRules.update(Apps.NONE, scene.terms().params(), with(from, most), with(next, most), 1));
    }

    @Test
    @Tag("threat-11")
    void theAssetsStayAsTheyAreAndWhereTheyAre() {
        List<BigInteger> row = List.of(BigInteger.ONE, BigInteger.ONE);
        Balances two = new Balances(List.of(row, row));
        Allocation coins = new Allocation(List.of(SimWorld.COIN, SimWorld.TOKEN), two, List.of());
        State before = with(from, coins);
        State next = scene.neutral(from);
        String why = "the update changes the assets";
        refused(why, before, with(next, new Allocation(List.of(SimWorld.TOKEN, SimWorld.COIN), two, List.of())));
        Asset elsewhere = new Asset(2, SimWorld.TOKEN.binary());
        refused(why, before, with(next, new Allocation(List.of(SimWorld.COIN, elsewhere), two, List.of())));
        byte[] otherChain = SimWorld.TOKEN.binary().toArray();
        otherChain[3] ^= 1;
        Asset moved = new Asset(1, Bytes.wrap(otherChain));
        refused(why, before, with(next, new Allocation(List.of(SimWorld.COIN, moved), two, List.of())));
    }

    @Test
    @Tag("threat-12")
    void lockedFundsStayAsTheyAre() {
        Allocation locked =
                new Allocation(List.of(SimWorld.COIN), scene.allocation(1, 2).balances(), List.of(LOCKED));
        State before = with(from, locked);
        State next = scene.neutral(from);
        assertEquals(
                Optional.empty(), StateRules.update(Apps.NONE, scene.terms().params(), before, with(next, locked), 1));
        String why = "the update changes locked funds";
        refused(why, before, with(next, scene.allocation(11, 2)));
        SubAllocation mapped = new SubAllocation(LOCKED.id(), LOCKED.balances(), List.of(1, 0));
        refused(why, before, with(next, new Allocation(locked.assets(), locked.balances(), List.of(mapped))));
        SubAllocation outside = new SubAllocation(LOCKED.id(), LOCKED.balances(), List.of(0, 2));
        State broken = with(from, new Allocation(locked.assets(), locked.balances(), List.of(outside)));
        refused("an index map points outside the channel", broken, with(next, broken.allocation()));
    }

    @Test
    @Tag("threat-13")
    void nothingIsFinalWhileFundsAreLockedAndNothingFollowsAFinalState() {
        Allocation locked =
                new Allocation(List.of(SimWorld.COIN), scene.allocation(1, 2).balances(), List.of(LOCKED));
        State last = scene.last(with(from, locked));
        refused("a final state cannot have locked funds", with(from, locked), last);
        refused("nothing follows a final state", scene.last(from), scene.neutral(scene.last(from)));
    }

    @Test
    void channelAppDataAndActorStay() {
        State next = scene.neutral(from);
        App app = new App.Contract(Bytes.zero(20));
        refused(
                "the update changes the app",
                from,
                new State(next.id(), next.version(), next.allocation(), false, app, next.data()));
        refused(
                "data without an app",
                from,
                new State(next.id(), next.version(), next.allocation(), false, next.app(), Bytes.of((byte) 1)));
        refused(
                "the update is for another channel",
                from,
                new State(LOCKED.id(), next.version(), next.allocation(), false, next.app(), next.data()));
        for (int actor : new int[] {-1, 2}) {
            assertEquals(
                    Optional.of("no participant has index " + actor),
                    StateRules.update(Apps.NONE, scene.terms().params(), from, next, actor));
        }
    }

    @Test
    void theAppHasItsSay() {
        Bytes id = Bytes.zero(20);
        Scene paying = new Scene(new App.Contract(id), new Apps(Map.of(id, new PaymentApp())));
        Apps apps = paying.alice.env().apps();
        State start = paying.initial();
        assertEquals(
                Optional.empty(),
                StateRules.update(apps, paying.terms().params(), start, paying.paid(start, paying.alice, 5), 0));
        assertEquals(
                Optional.of("the payment app lets the actor only give"),
                StateRules.update(apps, paying.terms().params(), start, paying.paid(start, paying.alice, 5), 1));
        assertEquals(
                Optional.of("an app that this wallet does not know"),
                StateRules.update(Apps.NONE, scene.terms().params(), start, paying.neutral(start), 0));
    }

    @Test
    void takingIsLosingAnything() {
        assertTrue(StateRules.takesNothing(from, scene.paid(from, scene.bob, 5), 0));
        assertTrue(StateRules.takesNothing(from, scene.neutral(from), 0));
        assertFalse(StateRules.takesNothing(from, scene.paid(from, scene.bob, 5), 1));
    }
}
