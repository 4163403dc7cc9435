package dev.zorya.ethereum.rules;

import dev.zorya.ethereum.anvil.AnvilException;
import dev.zorya.ethereum.artifact.Contract;
import dev.zorya.ethereum.chain.Channel;
import dev.zorya.ethereum.chain.ChannelState;
import dev.zorya.ethereum.chain.Coin;
import dev.zorya.ethereum.chain.Lock;
import dev.zorya.ethereum.chain.World;
import java.util.List;

final class TreeRules extends Rules {
    TreeRules(World world) {
        super(world);
    }

    @Override
    void play() throws AnvilException {
        misfits();
        parentAndChild();
        superfluous();
        nested();
        virtual();
        Channel sub = world.channel().asSub();
        row(
                "sub-channel registered by a root that is not the parent",
                world.register(sub.sign(sub.state(1, world.eth(), 10, 30))));
    }

    private static ChannelState parentState(World world, Channel parent, Channel child) {
        return parent.state(1, world.eth(), 30, 30).withLocked(Lock.of(child, 40, 0, 1));
    }

    private void misfits() throws AnvilException {
        Channel child = world.channel().asSub();
        Channel parent = world.channel();
        var root = parent.sign(parentState(world, parent, child));
        row("sub-channel missing", world.register(root));
        Channel stranger = world.channel().asSub();
        row("wrong sub-channel", world.register(root, stranger.sign(stranger.state(1, world.eth(), 10, 30))));

        var right = child.state(1, world.eth(), 10, 30);
        misfit("sub-channel total differs from the locked amount", root, child, child.state(1, world.eth(), 10, 31));
        Coin eth = world.eth();
        misfit("sub-channel with another asset holder", root, child, right.withAssets(world.tokenCoin()));
        misfit(
                "sub-channel with another chain id",
                root,
                child,
                right.withAssets(Coin.of(eth.chainId() + 1, eth.holder())));
        misfit(
                "sub-channel with another ccHolder",
                root,
                child,
                right.withAssets(new Coin(eth.chainId(), eth.holder(), new byte[] {1})));
        misfit("sub-channel with an extra asset", root, child, right.withAssets(eth, world.tokenCoin()));
        misfit(
                "sub-channel with an extra balance row",
                root,
                child,
                right.withBalances(List.of(10L, 30L), List.of(0L, 0L)));
    }

    private void misfit(String rule, Channel.Signed root, Channel child, ChannelState state) throws AnvilException {
        row(rule, world.register(root, child.sign(state)));
    }

    private void parentAndChild() throws AnvilException {
        Channel child = world.channel().asSub();
        Channel parent = world.channel();
        var root = parent.sign(parentState(world, parent, child));
        var both = row(
                "parent with its sub-channel", world.register(root, child.sign(child.state(1, world.eth(), 10, 30))));
        row("events of parent with its sub-channel", both.eventsAsValue());
        row(
                "refuting only the sub-channel (same parent state)",
                world.register(root, child.sign(child.state(2, world.eth(), 20, 20))));
    }

    private void superfluous() throws AnvilException {
        Channel parent = world.channel();
        Channel extra = world.channel().asSub();
        row(
                "superfluous sub-channels are ignored",
                world.register(parent.sign(state(parent, 1)), extra.sign(extra.state(1, world.eth(), 10, 30))));
        value(
                "superfluous sub-channels are not registered",
                world.dispute(extra).version());
    }

    private void nested() throws AnvilException {
        Channel grandchild = world.channel().asSub();
        Channel child = world.channel().asSub();
        Channel parent = world.channel();
        var middle = child.state(1, world.eth(), 10, 20).withLocked(Lock.of(grandchild, 10, 0, 1));
        row(
                "nested sub-channel missing",
                world.register(parent.sign(parentState(world, parent, child)), child.sign(middle)));
    }

    private void virtual() throws AnvilException {
        String app = world.deploy(Contract.TRIVIAL_APP);
        Channel withApp = world.channel().withApp(app).asVirtual();
        Channel parent = world.channel();
        row(
                "virtual channel with an app",
                world.register(
                        parent.sign(parentState(world, parent, withApp)),
                        withApp.sign(withApp.state(1, world.eth(), 10, 30))));

        Channel virtual = world.channel().asVirtual();
        Channel child = world.channel().asSub();
        Channel other = world.channel();
        var locking = virtual.state(1, world.eth(), 10, 20).withLocked(Lock.of(child, 10, 0, 1));
        row(
                "virtual channel with locked funds",
                world.register(
                        other.sign(parentState(world, other, virtual)),
                        virtual.sign(locking),
                        child.sign(child.state(1, world.eth(), 5, 5))));
    }
}
