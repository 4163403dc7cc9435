package dev.zorya.ethereum.rules;

import static dev.zorya.ethereum.chain.World.ALICE;

import dev.zorya.ethereum.anvil.AnvilException;
import dev.zorya.ethereum.chain.Calls;
import dev.zorya.ethereum.chain.Channel;
import dev.zorya.ethereum.chain.World;
import java.util.List;

/** An authorization names no holder, so it counts at each: the ABI leaves no room to change that. */
final class HardeningRules extends Rules {
    HardeningRules(World world) {
        super(world);
    }

    @Override
    void play() throws AnvilException {
        Channel channel = world.channel();
        setUp(world.depositEth(channel.fundingId(ALICE), 10));
        setUp(world.depositToken(channel.fundingId(ALICE), 10));
        var state = channel.state(1, world.eth(), 10, 0)
                .withAssets(world.eth(), world.tokenCoin())
                .withBackends(1L, 1L)
                .withBalances(List.of(10L, 0L), List.of(10L, 0L))
                .asFinal();
        setUp(world.concludeFinal(channel.sign(state)));
        var order = Calls.Order.of(channel, ALICE, ALICE.address(), 10);
        byte[] signature = order.signedBy(ALICE);
        row("an authorization used at the ETH holder", world.send(world.ethHolder(), Calls.withdraw(order, signature)));
        row(
                "the same authorization at the ERC20 holder",
                world.send(world.tokenHolder(), Calls.withdraw(order, signature)));
    }
}
