package dev.zorya.ethereum.rules;

import dev.zorya.ethereum.anvil.AnvilException;
import dev.zorya.ethereum.artifact.Contract;
import dev.zorya.ethereum.chain.Channel;
import dev.zorya.ethereum.chain.Lock;
import dev.zorya.ethereum.chain.World;

final class ConcludeRules extends Rules {
    private final String app;

    ConcludeRules(World world) throws AnvilException {
        super(world);
        this.app = world.deploy(Contract.TRIVIAL_APP);
    }

    @Override
    void play() throws AnvilException {
        Channel unknown = world.channel();
        row("channel that is not registered", world.conclude(unknown, state(unknown, 1)));
        withoutApp();
        refusals();
        withApp();
        tree();
        appChild();
        indexMap();
    }

    private void withoutApp() throws AnvilException {
        Channel channel = world.channel();
        long timeout = registered(channel, state(channel, 1));
        row("at timeout-1, no app", world.at(timeout - 1).conclude(channel, state(channel, 1)));
        row("state that is not the registered one", world.at(timeout).conclude(channel, state(channel, 2)));
        var concluded =
                row("at or after the timeout, no app", world.at(timeout + 5).conclude(channel, state(channel, 1)));
        row("conclude events", concluded.eventsAsValue());
        row("twice", world.conclude(channel, state(channel, 1)));

        Channel exact = world.channel();
        long end = registered(exact, state(exact, 1));
        row("exactly at the timeout, no app", world.at(end).conclude(exact, state(exact, 1)));
    }

    private void refusals() throws AnvilException {
        Channel sub = world.channel().asSub();
        row("not a ledger channel", world.conclude(sub, state(sub, 1)));
        Channel channel = world.channel();
        long timeout = registered(channel, state(channel, 1));
        row("wrong params", world.at(timeout).conclude(world.channel(), state(channel, 1)));
    }

    private void withApp() throws AnvilException {
        Channel channel = world.channel().withApp(app);
        long timeout = registered(channel, state(channel, 1));
        long end = timeout + World.DURATION;
        row(
                "app channel from the dispute phase at timeout+duration-1",
                world.at(end - 1).conclude(channel, state(channel, 1)));
        row(
                "app channel from the dispute phase at timeout+duration",
                world.at(end).conclude(channel, state(channel, 1)));
        value(
                "app channel concluded from the dispute phase: stored timeout moved by",
                world.dispute(channel).timeout() - timeout);

        Channel ended = world.channel().withApp(app);
        var last = state(ended, 1).asFinal();
        long registration = registered(ended, last);
        row("app channel registered with a final state: at once", world.conclude(ended, last));
        row(
                "app channel registered with a final state: one duration later",
                world.at(registration + World.DURATION).conclude(ended, last));

        Channel late = world.channel().withApp(app);
        long afterBoth = registered(late, state(late, 1)) + World.DURATION;
        row(
                "first progress after timeout+duration, nobody having concluded",
                world.at(afterBoth + 1).progress(late, state(late, 1), state(late, 2), 0));
    }

    private void tree() throws AnvilException {
        Channel child = world.channel().asSub();
        Channel parent = world.channel();
        var childState = child.state(1, world.eth(), 10, 30);
        var state = parent.state(1, world.eth(), 30, 30).withLocked(Lock.of(child, 40, 0, 1));
        long timeout = registered(parent, state, child.sign(childState));
        row("sub-state missing", world.at(timeout).conclude(parent, state));
        Channel stranger = world.channel().asSub();
        row("wrong sub-channel", world.at(timeout).conclude(parent, state, stranger.state(1, world.eth(), 10, 30)));
        row(
                "sub-state that is not the registered one",
                world.at(timeout).conclude(parent, state, child.state(1, world.eth(), 30, 10)));
        var concluded = row("tree", world.at(timeout).conclude(parent, state, childState));
        row("tree: events", concluded.eventsAsValue());
    }

    private void appChild() throws AnvilException {
        Channel child = world.channel().asSub().withApp(app);
        Channel parent = world.channel();
        var childState = child.state(1, world.eth(), 10, 30);
        var state = parent.state(1, world.eth(), 30, 30).withLocked(Lock.of(child, 40, 0, 1));
        long timeout = registered(parent, state, child.sign(childState));
        row(
                "parent without app closes an app sub-channel at the parent's timeout",
                world.at(timeout).conclude(parent, state, childState));
    }

    private void indexMap() throws AnvilException {
        Channel child = world.channel().asSub();
        Channel parent = world.channel();
        var childState = child.state(1, world.eth(), 10, 30);
        var state = parent.state(1, world.eth(), 30, 30).withLocked(Lock.of(child, 40, 0, 2));
        row(
                "index map beyond the parent's participants: register",
                world.register(parent.sign(state), child.sign(childState)));
        row(
                "index map beyond the parent's participants: conclude",
                world.at(world.now() + World.DURATION).conclude(parent, state, childState));
    }
}
