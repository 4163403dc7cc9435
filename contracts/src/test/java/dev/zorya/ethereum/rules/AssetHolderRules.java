package dev.zorya.ethereum.rules;

import static dev.zorya.ethereum.chain.World.ALICE;
import static dev.zorya.ethereum.chain.World.BOB;

import dev.zorya.ethereum.anvil.AnvilException;
import dev.zorya.ethereum.artifact.Contract;
import dev.zorya.ethereum.chain.Abi;
import dev.zorya.ethereum.chain.Calls;
import dev.zorya.ethereum.chain.Channel;
import dev.zorya.ethereum.chain.Outcome;
import dev.zorya.ethereum.chain.World;
import java.math.BigInteger;
import java.util.List;

/** The holder of these scenarios has a plain account in the adjudicator's place, so that outcomes can be set directly. */
final class AssetHolderRules extends Rules {
    private final String holder;

    AssetHolderRules(World world) throws AnvilException {
        super(world);
        this.holder = world.deploy(Contract.ASSET_HOLDER_ETH, Abi.word(world.sender()));
    }

    @Override
    void play() throws AnvilException {
        ethDeposits();
        tokenDeposits();
        row(
                "setOutcome by a stranger",
                world.send(world.ethHolder(), Calls.setOutcome(world.channel().id(), List.of(ALICE, BOB), 1, 1)));
        outcomeAndWithdrawals();
    }

    private Outcome deposit(String fundingId, long amount, long value) throws AnvilException {
        return world.send(holder, Calls.deposit(fundingId, BigInteger.valueOf(amount)), BigInteger.valueOf(value));
    }

    private void ethDeposits() throws AnvilException {
        String id = world.channel().fundingId(ALICE);
        row("ETH deposit with less value", deposit(id, 10, 9));
        var deposited = row("ETH deposit", deposit(id, 10, 10));
        row("ETH deposit events", deposited.eventsAsValue());
        row("ETH deposit of 0", deposit(id, 0, 0));
        row("plain ETH transfer to the holder", world.send(holder, "0x", BigInteger.ONE));
    }

    private void tokenDeposits() throws AnvilException {
        String id = world.channel().fundingId(ALICE);
        String call = Calls.deposit(id, BigInteger.TEN);
        row("token deposit with ETH attached", world.send(world.tokenHolder(), call, BigInteger.TEN));
        row("token deposit without allowance", world.send(world.tokenHolder(), call));
        setUp(world.send(world.token(), Calls.approve(world.tokenHolder(), BigInteger.TEN)));
        var deposited = row("token deposit", world.send(world.tokenHolder(), call));
        row("token deposit events", deposited.eventsAsValue());
    }

    private void outcomeAndWithdrawals() throws AnvilException {
        Channel channel = world.channel();
        String account = BOB.address();
        var all = Calls.Order.of(channel, ALICE, account, 10);
        setUp(deposit(channel.fundingId(ALICE), 10, 10));
        row("withdraw before settlement", world.withdraw(holder, all, ALICE));
        row(
                "setOutcome with unequal lengths",
                world.send(holder, Calls.setOutcome(channel.id(), channel.members(), 10)));
        String outcome = Calls.setOutcome(channel.id(), channel.members(), 10, 0);
        row("setOutcome by the adjudicator", world.send(holder, outcome));
        row("setOutcome twice", world.send(holder, outcome));

        row("withdraw more than held", world.withdraw(holder, Calls.Order.of(channel, ALICE, account, 11), ALICE));
        byte[] signature = all.signedBy(ALICE);
        row(
                "withdraw with a changed receiver",
                world.send(holder, Calls.withdraw(all.withReceiver(ALICE.address()), signature)));
        row(
                "withdraw with a changed ccAddress",
                world.send(holder, Calls.withdraw(all.withCcAddress(new byte[32]), signature)));

        var part = Calls.Order.of(channel, ALICE, account, 4);
        var paid = row("withdraw part", world.withdraw(holder, part, ALICE));
        row("withdraw events", paid.eventsAsValue());
        row("the same authorization again while funds remain", world.withdraw(holder, part, ALICE));
        row("the same authorization once funds are gone", world.withdraw(holder, part, ALICE));
        String refusing = world.deployForTest("RefusingReceiver");
        row(
                "withdraw to a contract that rejects ETH",
                world.withdraw(holder, Calls.Order.of(channel, ALICE, refusing, 1), ALICE));
        row("withdraw of 0", world.withdraw(holder, Calls.Order.of(channel, ALICE, account, 0), ALICE));

        row("deposit after settlement is accepted", deposit(channel.fundingId(ALICE), 5, 5));
        row("and can be withdrawn", world.withdraw(holder, Calls.Order.of(channel, ALICE, account, 7), ALICE));
    }
}
