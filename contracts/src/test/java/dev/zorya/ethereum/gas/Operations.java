package dev.zorya.ethereum.gas;

import static dev.zorya.ethereum.chain.World.ALICE;
import static dev.zorya.ethereum.chain.World.BOB;
import static dev.zorya.ethereum.chain.World.CAROL;

import dev.zorya.ethereum.anvil.AnvilException;
import dev.zorya.ethereum.artifact.Contract;
import dev.zorya.ethereum.chain.Abi;
import dev.zorya.ethereum.chain.Calls;
import dev.zorya.ethereum.chain.Channel;
import dev.zorya.ethereum.chain.ChannelState;
import dev.zorya.ethereum.chain.Key;
import dev.zorya.ethereum.chain.Lock;
import dev.zorya.ethereum.chain.Outcome;
import dev.zorya.ethereum.chain.World;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Does every operation of the official table once, under the same circumstances. */
final class Operations {
    private final World world;
    private final String app;
    private final Map<String, Gas> measured = new LinkedHashMap<>();

    Operations(World world) throws AnvilException {
        this.world = world;
        this.app = world.deploy(Contract.TRIVIAL_APP);
    }

    Map<String, Gas> measureAll() throws AnvilException {
        deployments();
        ethDeposits();
        tokenDeposits();
        agreed();
        disputed();
        app();
        tree();
        nested();
        virtual();
        return measured;
    }

    private void row(String operation, Outcome outcome) {
        if (!outcome.accepted()) {
            throw new IllegalStateException(operation + ": " + outcome);
        }
        measured.put(operation, new Gas(world.lastGas(), world.lastExecutionGas()));
    }

    private static void setUp(Outcome outcome) {
        if (!outcome.accepted()) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    private void deployments() throws AnvilException {
        Abi adjudicator = Abi.word(world.adjudicator());
        deployment("deploy Adjudicator", Contract.ADJUDICATOR);
        deployment("deploy AssetHolderETH", Contract.ASSET_HOLDER_ETH, adjudicator);
        deployment("deploy AssetHolderERC20", Contract.ASSET_HOLDER_ERC20, adjudicator, Abi.word(world.token()));
        deployment("deploy TrivialApp", Contract.TRIVIAL_APP);
    }

    private void deployment(String operation, Contract contract, Abi... arguments) throws AnvilException {
        world.deploy(contract, arguments);
        measured.put(operation, new Gas(world.lastGas(), 0));
    }

    private void ethDeposits() throws AnvilException {
        String id = world.channel().fundingId(ALICE);
        row("deposit ETH, first for its fundingID", world.depositEth(id, 100));
        row("deposit ETH, topping up the same fundingID", world.depositEth(id, 100));
    }

    private void tokenDeposits() throws AnvilException {
        // the holder's first token of all costs more; the official table leaves it out
        setUp(world.depositToken(world.channel().fundingId(BOB), 1));
        BigInteger hundred = BigInteger.valueOf(100);
        row(
                "ERC20 approve, allowance from zero",
                world.send(world.token(), Calls.approve(world.tokenHolder(), hundred)));
        String used = Calls.deposit(world.channel().fundingId(ALICE), hundred);
        row("deposit ERC20, allowance used up", world.send(world.tokenHolder(), used));
        setUp(world.send(world.token(), Calls.approve(world.tokenHolder(), BigInteger.TEN.pow(20))));
        String left = Calls.deposit(world.channel().fundingId(ALICE), hundred);
        row("deposit ERC20, allowance left over", world.send(world.tokenHolder(), left));
    }

    private void fund(Channel channel) throws AnvilException {
        for (Key member : channel.members()) {
            setUp(world.depositEth(channel.fundingId(member), 50));
        }
    }

    private ChannelState state(Channel channel, long version) {
        return channel.state(version, world.eth(), 60, 40);
    }

    private ChannelState twoAssets(Channel channel, long version) {
        return state(channel, version)
                .withAssets(world.eth(), world.tokenCoin())
                .withBackends(1L, 1L)
                .withBalances(List.of(60L, 40L), List.of(60L, 40L));
    }

    private void agreed() throws AnvilException {
        Channel channel = world.channel();
        fund(channel);
        row(
                "concludeFinal 2 parties, 1 asset, not registered",
                world.concludeFinal(channel.sign(state(channel, 1).asFinal())));
        row(
                "withdraw ETH, everything, existing receiver",
                world.withdraw(world.ethHolder(), Calls.Order.of(channel, ALICE, world.sender(), 60), ALICE));
        row(
                "withdraw ETH, part, new receiver",
                world.withdraw(world.ethHolder(), Calls.Order.of(channel, BOB, newAccount("eth"), 30), BOB));

        Channel both = world.channel();
        fund(both);
        setUp(world.depositToken(both.fundingId(ALICE), 50));
        setUp(world.depositToken(both.fundingId(BOB), 50));
        row(
                "concludeFinal 2 parties, 2 assets, not registered",
                world.concludeFinal(both.sign(twoAssets(both, 1).asFinal())));
        row(
                "withdraw ERC20, everything, new receiver",
                world.withdraw(world.tokenHolder(), Calls.Order.of(both, ALICE, newAccount("token"), 60), ALICE));
    }

    private static String newAccount(String name) {
        return Key.of("new " + name).address();
    }

    private void disputed() throws AnvilException {
        Channel channel = world.channel();
        fund(channel);
        row("register 2 parties, 1 asset, no app", world.register(channel.sign(state(channel, 1))));
        var newer = channel.sign(state(channel, 2));
        row("register again with a newer version (refute)", world.register(newer));
        row("register the same state again (no-op)", world.register(newer));
        row(
                "conclude 2 parties, 1 asset, no sub-channels",
                world.at(world.dispute(channel).timeout()).conclude(channel, state(channel, 2)));

        Channel agreed = world.channel();
        fund(agreed);
        setUp(world.register(agreed.sign(state(agreed, 1))));
        row(
                "concludeFinal 2 parties, 1 asset, after register",
                world.concludeFinal(agreed.sign(state(agreed, 2).asFinal())));

        Channel two = world.channel();
        row("register 2 parties, 2 assets, no app", world.register(two.sign(twoAssets(two, 1))));
        Channel three = world.channel().withMembers(ALICE, BOB, CAROL);
        row("register 3 parties, 1 asset, no app", world.register(three.sign(three.state(1, world.eth(), 60, 40, 20))));
    }

    private void app() throws AnvilException {
        Channel channel = world.channel().withApp(app);
        fund(channel);
        byte[] data = new byte[8];
        data[7] = 1;
        var one = state(channel, 1).withData(data);
        var two = state(channel, 2).withData(data);
        var three = state(channel, 3).withData(data);
        row("register 2 parties, 1 asset, with app", world.register(channel.sign(one)));
        long dispute = world.dispute(channel).timeout();
        row("progress, first (leaves the dispute phase)", world.at(dispute).progress(channel, one, two, 0));
        row("progress, next (within forced execution)", world.progress(channel, two, three, 0));
        long end = world.dispute(channel).timeout();
        row("conclude after forced execution", world.at(end).conclude(channel, three));
    }

    private void tree() throws AnvilException {
        Channel child = world.channel().asSub();
        Channel parent = world.channel();
        fund(parent);
        var state = parent.state(1, world.eth(), 30, 30).withLocked(Lock.of(child, 40, 0, 1));
        var childState = child.state(1, world.eth(), 10, 30);
        row("register with 1 sub-channel", world.register(parent.sign(state), child.sign(childState)));
        row(
                "conclude with 1 sub-channel",
                world.at(world.dispute(parent).timeout()).conclude(parent, state, childState));
    }

    private void nested() throws AnvilException {
        Channel grandchild = world.channel().asSub();
        Channel child = world.channel().asSub();
        Channel parent = world.channel();
        fund(parent);
        var state = parent.state(1, world.eth(), 30, 30).withLocked(Lock.of(child, 40, 0, 1));
        var childState = child.state(1, world.eth(), 10, 10).withLocked(Lock.of(grandchild, 20, 0, 1));
        var last = grandchild.state(1, world.eth(), 5, 15);
        row(
                "register with 2 nested sub-channels",
                world.register(parent.sign(state), child.sign(childState), grandchild.sign(last)));
        row(
                "conclude with 2 nested sub-channels",
                world.at(world.dispute(parent).timeout()).conclude(parent, state, childState, last));
    }

    private void virtual() throws AnvilException {
        Channel virtual = world.channel().asVirtual();
        var parents = Stream.of(world.channel(), world.channel()).toList();
        var payments = virtual.state(1, world.eth(), 3, 17);
        var names = List.of("first", "second");
        for (int i = 0; i < 2; i++) {
            fund(parents.get(i));
            row(
                    "register " + names.get(i) + " parent of a virtual channel",
                    world.register(parents.get(i).sign(locking(parents.get(i), virtual)), virtual.sign(payments)));
        }
        long end = world.dispute(parents.get(1)).timeout();
        world.at(end);
        for (int i = 0; i < 2; i++) {
            row(
                    "conclude " + names.get(i) + " parent of a virtual channel",
                    world.conclude(parents.get(i), locking(parents.get(i), virtual), payments));
        }
    }

    private ChannelState locking(Channel parent, Channel virtual) {
        return parent.state(1, world.eth(), 40, 40).withLocked(Lock.of(virtual, 20, 0, 1));
    }
}
