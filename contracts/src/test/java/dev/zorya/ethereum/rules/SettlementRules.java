package dev.zorya.ethereum.rules;

import static dev.zorya.ethereum.chain.World.ALICE;
import static dev.zorya.ethereum.chain.World.BOB;

import dev.zorya.ethereum.anvil.AnvilException;
import dev.zorya.ethereum.chain.Channel;
import dev.zorya.ethereum.chain.World;

final class SettlementRules extends Rules {
    SettlementRules(World world) {
        super(world);
    }

    @Override
    void play() throws AnvilException {
        underfunded();
        overfunded();
        underTheChannelId();
    }

    private void underfunded() throws AnvilException {
        Channel channel = world.channel();
        setUp(world.depositEth(channel.fundingId(ALICE), 10));
        var state = channel.state(1, world.eth(), 8, 12);
        long timeout = registered(channel, state);
        row("underfunded channel still concludes", world.at(timeout).conclude(channel, state));
        value(
                "underfunded: first participant keeps the deposit",
                world.holding(world.ethHolder(), channel.fundingId(ALICE)));
        value(
                "underfunded: second participant keeps the deposit",
                world.holding(world.ethHolder(), channel.fundingId(BOB)));
    }

    private void overfunded() throws AnvilException {
        Channel channel = world.channel();
        setUp(world.depositEth(channel.fundingId(ALICE), 30));
        setUp(world.concludeFinal(
                channel.sign(channel.state(1, world.eth(), 8, 12).asFinal())));
        value(
                "overfunded: first participant gets the outcome, the rest is lost",
                world.holding(world.ethHolder(), channel.fundingId(ALICE)));
    }

    private void underTheChannelId() throws AnvilException {
        Channel channel = world.channel();
        setUp(world.depositEth(channel.id(), 20));
        setUp(world.concludeFinal(
                channel.sign(channel.state(1, world.eth(), 8, 12).asFinal())));
        value(
                "deposit under the channel id itself counts as funding",
                world.holding(world.ethHolder(), channel.fundingId(ALICE)));
        value("deposit under the channel id itself is cleared", world.holding(world.ethHolder(), channel.id()));
    }
}
