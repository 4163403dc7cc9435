package dev.zorya.ethereum.rules;

import static dev.zorya.ethereum.chain.World.ALICE;

import dev.zorya.ethereum.anvil.AnvilException;
import dev.zorya.ethereum.artifact.Contract;
import dev.zorya.ethereum.chain.Channel;
import dev.zorya.ethereum.chain.ChannelState;
import dev.zorya.ethereum.chain.Coin;
import dev.zorya.ethereum.chain.Lock;
import dev.zorya.ethereum.chain.Outcome;
import dev.zorya.ethereum.chain.World;
import java.util.List;

final class ConcludeFinalRules extends Rules {
    ConcludeFinalRules(World world) {
        super(world);
    }

    @Override
    void play() throws AnvilException {
        refusals();
        overDispute();
        assets();
    }

    private Outcome concludeFinal(Channel channel, ChannelState state) throws AnvilException {
        return world.concludeFinal(channel.sign(state));
    }

    private void refusals() throws AnvilException {
        Channel channel = world.channel();
        row("state that is not final", concludeFinal(channel, state(channel, 1)));
        Channel child = world.channel().asSub();
        row(
                "locked funds",
                concludeFinal(
                        channel,
                        state(channel, 1).withLocked(Lock.of(child, 10, 0, 1)).asFinal()));
        row("not a ledger channel", concludeFinal(child, state(child, 1).asFinal()));
        var signed = channel.sign(state(channel, 1).asFinal());
        row(
                "one signature missing",
                world.concludeFinal(
                        signed.withSignatures(List.of(signed.signatures().getFirst()))));
    }

    private void overDispute() throws AnvilException {
        Channel channel = world.channel();
        registered(channel, state(channel, 5));
        var last = state(channel, 3).asFinal();
        var concluded = row("final state older than the registered version", concludeFinal(channel, last));
        row("events", concluded.eventsAsValue());
        row("twice", concludeFinal(channel, last));

        Channel forced = world.channel().withApp(world.deploy(Contract.TRIVIAL_APP));
        long timeout = registered(forced, state(forced, 1));
        setUp(world.at(timeout).progress(forced, state(forced, 1), state(forced, 2), 0));
        row(
                "during forced execution",
                concludeFinal(forced, forced.state(1, world.eth(), 50, 50).asFinal()));
    }

    private void assets() throws AnvilException {
        Channel channel = world.channel();
        Coin eth = world.eth();
        var elsewhere = state(channel, 1)
                .withAssets(Coin.of(eth.chainId() + 1, eth.holder()))
                .asFinal();
        var skipped = row("asset of another chain is skipped", concludeFinal(channel, elsewhere));
        row("asset of another chain is skipped: events", skipped.eventsAsValue());

        Channel twice = world.channel();
        row(
                "same asset holder listed twice",
                concludeFinal(
                        twice,
                        state(twice, 1)
                                .withAssets(eth, eth)
                                .withBackends(1L, 1L)
                                .withBalances(List.of(60L, 40L), List.of(1L, 1L))
                                .asFinal()));
        Channel nowhere = world.channel();
        row(
                "asset holder address without code",
                concludeFinal(
                        nowhere,
                        state(nowhere, 1)
                                .withAssets(Coin.of(eth.chainId(), ALICE.address()))
                                .asFinal()));
        Channel narrow = world.channel();
        row(
                "balance row shorter than the participants",
                concludeFinal(narrow, narrow.state(1, eth, 100).asFinal()));
    }
}
