package dev.zorya.ethereum.rules;

import static dev.zorya.ethereum.chain.World.ALICE;
import static dev.zorya.ethereum.chain.World.BOB;

import dev.zorya.ethereum.anvil.AnvilException;
import dev.zorya.ethereum.artifact.Contract;
import dev.zorya.ethereum.chain.Channel;
import dev.zorya.ethereum.chain.ChannelState;
import dev.zorya.ethereum.chain.Lock;
import dev.zorya.ethereum.chain.World;
import java.util.List;

final class ProgressRules extends Rules {
    private final String app;

    ProgressRules(World world) throws AnvilException {
        super(world);
        this.app = world.deploy(Contract.TRIVIAL_APP);
    }

    private Channel appChannel() {
        return world.channel().withApp(app);
    }

    @Override
    void play() throws AnvilException {
        Channel unknown = appChannel();
        row("channel that is not registered", world.progress(unknown, state(unknown, 1), state(unknown, 2), 0));
        transitions();
        forcedExecution();
        backends();
        withoutApp();
        finalStates();
        Channel nowhere = world.channel().withApp(ALICE.address());
        long timeout = registered(nowhere, state(nowhere, 1));
        row("app address without code", world.at(timeout).progress(nowhere, state(nowhere, 1), state(nowhere, 2), 0));
    }

    private void transitions() throws AnvilException {
        Channel channel = appChannel();
        var old = state(channel, 1);
        var next = state(channel, 2);
        long timeout = registered(channel, old);
        row("at timeout-1 of the dispute phase", world.at(timeout - 1).progress(channel, old, next, 0));

        Channel child = world.channel().asSub();
        refused(timeout, "version +2", channel, next.withVersion(3));
        refused(timeout, "sum changes", channel, next.withBalances(List.of(60L, 41L)));
        refused(timeout, "fewer balance rows", channel, next.withBalances());
        refused(timeout, "extra asset", channel, next.withAssets(world.eth(), world.tokenCoin()));
        refused(timeout, "extra balance column", channel, next.withBalances(List.of(60L, 40L, 0L)));
        refused(timeout, "asset replaced", channel, next.withAssets(world.tokenCoin()));
        refused(
                timeout,
                "locked entry added",
                channel,
                channel.state(2, world.eth(), 50, 40).withLocked(Lock.of(child, 10, 0, 1)));
        refused(
                timeout,
                "channel id of another channel",
                channel,
                next.withChannelId(world.channel().id()));
        row("wrong old state", world.at(timeout).progress(channel, channel.state(1, world.eth(), 50, 50), next, 0));
        row("signed by someone else", world.at(timeout).progress(channel, old, next, 0, BOB));
        row("actor index out of range", world.at(timeout).progress(channel, old, next, 2, ALICE));
    }

    private void refused(long time, String rule, Channel channel, ChannelState next) throws AnvilException {
        row(rule, world.at(time).progress(channel, state(channel, 1), next, 0));
    }

    private void forcedExecution() throws AnvilException {
        Channel channel = appChannel();
        long dispute = registered(channel, state(channel, 1));
        var progressed = row(
                "valid, at the timeout or later",
                world.at(dispute).progress(channel, state(channel, 1), state(channel, 2), 0));
        row("progress event", progressed.eventsAsValue());
        value("progress restarts the timeout", world.timeLeft(channel));
        row("register once in forced execution", world.register(channel.sign(state(channel, 3))));

        long second = world.dispute(channel).timeout();
        row(
                "conclude during forced execution at timeout-1",
                world.at(second - 1).conclude(channel, state(channel, 2)));
        row(
                "forced execution at timeout-1",
                world.at(second - 1).progress(channel, state(channel, 2), state(channel, 3), 1));
        long third = world.dispute(channel).timeout();
        row("forced execution at timeout", world.at(third).progress(channel, state(channel, 3), state(channel, 4), 0));
        row("conclude at the timeout of forced execution", world.at(third).conclude(channel, state(channel, 3)));
        row("after conclusion", world.progress(channel, state(channel, 3), state(channel, 4), 0));
    }

    private void backends() throws AnvilException {
        Channel channel = appChannel();
        long timeout = registered(channel, state(channel, 1));
        row(
                "the backends array is not compared (extra entry)",
                world.at(timeout)
                        .progress(channel, state(channel, 1), state(channel, 2).withBackends(1L, 1L), 0));
    }

    private void withoutApp() throws AnvilException {
        Channel channel = world.channel();
        long timeout = registered(channel, state(channel, 1));
        row("channel without app", world.at(timeout).progress(channel, state(channel, 1), state(channel, 2), 0));
    }

    private void finalStates() throws AnvilException {
        Channel ended = appChannel();
        registered(ended, state(ended, 1).asFinal());
        row("from a final state", world.progress(ended, state(ended, 1).asFinal(), state(ended, 2), 0));

        Channel channel = appChannel();
        long timeout = registered(channel, state(channel, 1));
        row(
                "progress into a final state",
                world.at(timeout)
                        .progress(channel, state(channel, 1), state(channel, 2).asFinal(), 0));
        value("progress into a final state: timeout is the block time", world.timeLeft(channel));
    }
}
