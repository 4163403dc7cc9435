package dev.zorya.ethereum.own;

import static dev.zorya.ethereum.chain.World.BOB;
import static dev.zorya.ethereum.chain.World.CAROL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.ethereum.artifact.Contract;
import dev.zorya.ethereum.chain.Calls;
import dev.zorya.ethereum.chain.Channel;
import dev.zorya.ethereum.chain.ChannelState;
import dev.zorya.ethereum.chain.Lock;
import dev.zorya.ethereum.chain.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The payment app, and how the adjudicator asks an app. */
class AppsTest extends ContractTest {
    AppsTest() throws Exception {}

    private void registered(Channel channel, ChannelState state) throws Exception {
        well(world.register(channel.sign(state)));
    }

    private Channel paymentChannel() throws Exception {
        return world.channel().withApp(world.deploy(Contract.PAYMENT_APP));
    }

    private void progress(String expected, Channel channel, ChannelState from, ChannelState to, int actor)
            throws Exception {
        long timeout = world.dispute(channel).timeout();
        var outcome = world.at(timeout).progress(channel, from, to, actor);
        assertEquals(expected, outcome.accepted() ? "accepted" : outcome.text());
    }

    @Test
    void whoActsMayGive() throws Exception {
        Channel channel = paymentChannel();
        registered(channel, state(channel, 1));
        progress("accepted", channel, state(channel, 1), channel.state(2, world.eth(), 50, 50), 0);
    }

    @Test
    void whoActsMayGiveNothing() throws Exception {
        Channel channel = paymentChannel();
        registered(channel, state(channel, 1));
        progress("accepted", channel, state(channel, 1), state(channel, 2).asFinal(), 1);
    }

    @Test
    void whoActsMayNotTake() throws Exception {
        Channel channel = paymentChannel();
        registered(channel, state(channel, 1));
        progress("payment: actor takes", channel, state(channel, 1), channel.state(2, world.eth(), 61, 39), 0);
        progress("payment: other loses", channel, state(channel, 1), channel.state(2, world.eth(), 50, 50), 1);
    }

    @Test
    void nobodyElsePaysForTheActor() throws Exception {
        Channel channel = paymentChannel().withMembers(BOB, CAROL, BOB);
        var old = channel.state(1, world.eth(), 30, 30, 40);
        registered(channel, old);
        progress("payment: other loses", channel, old, channel.state(2, world.eth(), 30, 20, 50), 0);
        progress("accepted", channel, old, channel.state(2, world.eth(), 10, 40, 50), 0);
    }

    @Test
    void eachAssetCounts() throws Exception {
        Channel channel = paymentChannel();
        var old = state(channel, 1)
                .withAssets(world.eth(), world.tokenCoin())
                .withBackends(1L, 1L)
                .withBalances(List.of(60L, 40L), List.of(10L, 10L));
        registered(channel, old);
        var next = old.withVersion(2);
        progress("payment: actor takes", channel, old, next.withBalances(List.of(50L, 50L), List.of(11L, 9L)), 0);
        progress("accepted", channel, old, next.withBalances(List.of(50L, 50L), List.of(9L, 11L)), 0);
    }

    @Test
    void paymentsHaveNoData() throws Exception {
        Channel channel = paymentChannel();
        registered(channel, state(channel, 1));
        progress(
                "payment: app data must be empty",
                channel,
                state(channel, 1),
                state(channel, 2).withData(new byte[] {1}),
                0);
    }

    /** The question is put together from the bytes of the call; an app that decodes and encodes it must find the same bytes. */
    @Test
    void theAppIsAskedForExactlyTheSubmittedTransition() throws Exception {
        Channel child = world.channel().asSub();
        Channel channel = world.channel().withApp(world.deployForTest("EchoApp"));
        var from = channel.state(1, world.eth(), 30, 30)
                .withLocked(Lock.of(child, 40, 0, 1))
                .withData(new byte[] {1, 2, 3});
        var to = from.withVersion(2)
                .withBalances(List.of(0L, 60L))
                .withData(new byte[40])
                .asFinal();
        well(world.register(channel.sign(from), child.sign(child.state(1, world.eth(), 10, 30))));
        String question = Calls.validTransition(channel, from, to, 1);
        progress("0x" + question.substring(10), channel, from, to, 1);
    }

    @Test
    void backendsMayNotChange() throws Exception {
        Channel channel = paymentChannel();
        registered(channel, state(channel, 1));
        progress(
                "unequal backends",
                channel,
                state(channel, 1),
                state(channel, 2).withBackends(),
                0);
        progress(
                "unequal backends",
                channel,
                state(channel, 1),
                state(channel, 2).withBackends(2L),
                0);
    }

    @Test
    void theTransitionToTheHighestVersionIsTheLast() throws Exception {
        Channel channel = paymentChannel();
        registered(channel, state(channel, -1));
        // 2^64-1 + 1 overflows
        assertEquals(
                Outcome.reverted("Panic(0x11)"),
                world.at(world.dispute(channel).timeout()).progress(channel, state(channel, -1), state(channel, 0), 0));
    }
}
