package dev.zorya.ethereum.rules;

import static dev.zorya.ethereum.chain.World.ALICE;
import static dev.zorya.ethereum.chain.World.BOB;

import dev.zorya.ethereum.anvil.AnvilException;
import dev.zorya.ethereum.artifact.Contract;
import dev.zorya.ethereum.chain.Calls;
import dev.zorya.ethereum.chain.Channel;
import dev.zorya.ethereum.chain.Coin;
import dev.zorya.ethereum.chain.Lock;
import dev.zorya.ethereum.chain.World;
import java.util.List;

final class MoreRules extends Rules {
    private final String app;

    MoreRules(World world) throws AnvilException {
        super(world);
        this.app = world.deploy(Contract.TRIVIAL_APP);
    }

    @Override
    void play() throws AnvilException {
        childOutcome();
        virtual();
        lockedFunds();
        subProgress();
        refusedByApp();
        wideRow();
        finalStates();
        concludeFinal();
        receivers();
    }

    private void fund(Channel channel, long each) throws AnvilException {
        setUp(world.depositEth(channel.fundingId(ALICE), each));
        setUp(world.depositEth(channel.fundingId(BOB), each));
    }

    private void childOutcome() throws AnvilException {
        Channel child = world.channel().asSub();
        Channel parent = world.channel();
        fund(parent, 50);
        var childState = child.state(1, world.eth(), 10, 30);
        var state = parent.state(1, world.eth(), 30, 30).withLocked(Lock.of(child, 40, 0, 1));
        long timeout = registered(parent, state, child.sign(childState));
        setUp(world.at(timeout).conclude(parent, state, childState));
        value("sub-channel outcome is added: 30/30 plus 10/30", world.holdings(parent));
    }

    private void virtual() throws AnvilException {
        Channel virtual = world.channel().asVirtual();
        Channel one = world.channel();
        Channel two = world.channel();
        fund(one, 50);
        fund(two, 50);
        var payments = virtual.state(1, world.eth(), 3, 17);
        var stateOne = one.state(1, world.eth(), 40, 40).withLocked(Lock.of(virtual, 20, 0, 1));
        var stateTwo = two.state(1, world.eth(), 40, 40).withLocked(Lock.of(virtual, 20, 1, 0));
        long timeout = registered(one, stateOne, virtual.sign(payments));
        long later = registered(two, stateTwo, virtual.sign(payments));
        setUp(world.at(Math.max(timeout, later)).conclude(one, stateOne, payments));
        value("virtual 3/17, map 0,1 into first parent 40/40", world.holdings(one));
        row(
                "newer virtual state once it is concluded",
                world.register(two.sign(stateTwo), virtual.sign(virtual.state(2, world.eth(), 10, 10))));
        row("same state of a concluded channel", world.register(one.sign(stateOne), virtual.sign(payments)));
        var second = row(
                "second parent concludes with the concluded virtual channel", world.conclude(two, stateTwo, payments));
        row("second parent: events (none for the virtual channel)", second.eventsAsValue());
        value("virtual 3/17, map 1,0 into second parent 40/40", world.holdings(two));
    }

    private void lockedFunds() throws AnvilException {
        Channel child = world.channel().asSub();
        Channel other = world.channel().asSub();
        Channel parent = world.channel().withApp(app);
        var old = parent.state(1, world.eth(), 30, 30).withLocked(Lock.of(child, 40, 0, 1));
        var next = old.withVersion(2);
        long timeout = registered(parent, old, child.sign(child.state(1, world.eth(), 10, 30)));
        row(
                "progress: locked id changes",
                world.at(timeout).progress(parent, old, next.withLocked(Lock.of(other, 40, 0, 1)), 0));
        row(
                "progress: locked index map changes",
                world.at(timeout).progress(parent, old, next.withLocked(Lock.of(child, 40, 1, 0)), 0));
        row("progress: wrong params", world.at(timeout).progress(world.channel().withApp(app), old, next, 0));
        row("progress with locked funds kept", world.at(timeout).progress(parent, old, next, 0));
    }

    private void subProgress() throws AnvilException {
        Channel child = world.channel().asSub().withApp(app);
        Channel parent = world.channel();
        var old = child.state(1, world.eth(), 10, 30);
        long timeout = registered(
                parent, parent.state(1, world.eth(), 30, 30).withLocked(Lock.of(child, 40, 0, 1)), child.sign(old));
        row(
                "progress of an app sub-channel",
                world.at(timeout).progress(child, old, child.state(2, world.eth(), 20, 20), 1));
    }

    private void refusedByApp() throws AnvilException {
        Channel channel = world.channel().withApp(world.deployForTest("RefusingApp"));
        long timeout = registered(channel, state(channel, 1));
        row(
                "progress: the app's revert data passes through",
                world.at(timeout).progress(channel, state(channel, 1), state(channel, 2), 0));
    }

    private void wideRow() throws AnvilException {
        Channel channel = world.channel().withApp(app);
        var wide = channel.state(1, world.eth(), 60, 40, 0);
        var registration = world.register(channel.sign(wide));
        // where such a state is not registered at all, that is the answer to the rule
        row(
                "progress: registered balance row too wide",
                registration.accepted()
                        ? world.at(world.now() + World.DURATION).progress(channel, wide, wide.withVersion(2), 0)
                        : registration);
    }

    private void finalStates() throws AnvilException {
        Channel forced = world.channel().withApp(app);
        long timeout = registered(forced, state(forced, 1));
        var last = state(forced, 2).asFinal();
        setUp(world.at(timeout).progress(forced, state(forced, 1), last, 0));
        row("conclude at once after progress into a final state", world.conclude(forced, last));

        Channel ended = world.channel();
        registered(ended, state(ended, 1).asFinal());
        row("refuting a registered final state", world.register(ended.sign(state(ended, 2))));

        Channel refuted = world.channel();
        registered(refuted, state(refuted, 1));
        var agreed = state(refuted, 2).asFinal();
        setUp(world.register(refuted.sign(agreed)));
        row("conclude at once after refutation by a final state", world.conclude(refuted, agreed));
    }

    private void concludeFinal() throws AnvilException {
        Channel channel = world.channel();
        var signed = channel.sign(state(channel, 1).asFinal());
        row(
                "concludeFinal: wrong params",
                world.concludeFinal(new Channel.Signed(world.channel(), signed.state(), signed.signatures())));
        row(
                "concludeFinal: signatures in the wrong order",
                world.concludeFinal(signed.withSignatures(signed.signatures().reversed())));

        Channel elsewhere = world.channel();
        var foreign = state(elsewhere, 1)
                .withAssets(Coin.of(world.eth().chainId(), Channel.NO_APP))
                .asFinal();
        var skipped = row("asset without an Ethereum holder is skipped", world.concludeFinal(elsewhere.sign(foreign)));
        row("asset without an Ethereum holder: events", skipped.eventsAsValue());
    }

    private void receivers() throws AnvilException {
        Channel channel = world.channel();
        fund(channel, 50);
        setUp(world.concludeFinal(
                channel.sign(channel.state(1, world.eth(), 50, 50).asFinal())));
        for (var receiver : List.of(
                List.of("withdraw to a contract that needs more than 2300 gas", "CountingReceiver"),
                List.of("withdraw to a contract that takes ETH for free", "PlainReceiver"))) {
            String address = world.deployForTest(receiver.get(1));
            row(receiver.get(0), world.withdraw(world.ethHolder(), Calls.Order.of(channel, ALICE, address, 10), ALICE));
        }
    }
}
