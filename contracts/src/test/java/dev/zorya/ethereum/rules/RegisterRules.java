package dev.zorya.ethereum.rules;

import dev.zorya.ethereum.anvil.AnvilException;
import dev.zorya.ethereum.chain.Channel;
import dev.zorya.ethereum.chain.Key;
import dev.zorya.ethereum.chain.World;
import java.util.List;

final class RegisterRules extends Rules {
    RegisterRules(World world) {
        super(world);
    }

    @Override
    void play() throws AnvilException {
        versions();
        refusals();
        for (String variant :
                List.of("canonical", "v-0-or-1", "high-s", "compact-64-bytes", "trailing-byte", "flipped-v")) {
            signatureVariant(variant);
        }
        finalStates();
    }

    private void versions() throws AnvilException {
        Channel channel = world.channel();
        var first = channel.sign(state(channel, 1));
        row("fresh ledger channel", world.register(first));
        value("timeout is block time + challengeDuration", world.timeLeft(channel));
        long timeout = world.dispute(channel).timeout();

        var second = channel.sign(state(channel, 2));
        row("newer version during the dispute phase", world.at(world.now() + 10).register(second));
        value("refutation leaves the timeout unchanged", world.dispute(channel).timeout() == timeout);
        row("older version", world.register(first));
        row("same version, different state", world.register(channel.sign(channel.state(2, world.eth(), 50, 50))));
        var again = row("identical state again: accepted", world.register(second));
        value("identical state again: number of events", again.events().size());

        var third = channel.sign(state(channel, 3));
        row("newer version at timeout-1", world.at(timeout - 1).register(third));
        row("newer version at timeout", world.at(timeout).register(channel.sign(state(channel, 4))));
        row("identical state after the timeout", world.at(timeout + 1).register(third));
    }

    private void refusals() throws AnvilException {
        Channel sub = world.channel().asSub();
        row("root that is not a ledger channel", world.register(sub.sign(state(sub, 1))));

        Channel channel = world.channel();
        var signed = channel.sign(state(channel, 1));
        Channel other = world.channel();
        row(
                "params that do not hash to the channel id",
                world.register(new Channel.Signed(other, signed.state(), signed.signatures())));
        row(
                "one signature missing",
                world.register(signed.withSignatures(List.of(signed.signatures().getFirst()))));
        row(
                "signatures in the wrong order",
                world.register(signed.withSignatures(signed.signatures().reversed())));
    }

    private void signatureVariant(String variant) throws AnvilException {
        Channel channel = world.channel();
        var signed = channel.sign(state(channel, 1));
        var changed = List.of(
                Key.variant(variant, signed.signatures().get(0)),
                signed.signatures().get(1));
        row("signature variant " + variant, world.register(signed.withSignatures(changed)));
    }

    private void finalStates() throws AnvilException {
        Channel channel = world.channel();
        var last = state(channel, 7).asFinal();
        row("final state via register", world.register(channel.sign(last)));
        value("final state via register: timeout is the block time", world.timeLeft(channel));
        row("final state via register: concludable at once", world.conclude(channel, last));
        row("newer version after conclusion", world.register(channel.sign(state(channel, 8))));

        Channel refuted = world.channel();
        registered(refuted, state(refuted, 1));
        row(
                "refutation by a final state",
                world.register(refuted.sign(state(refuted, 9).asFinal())));
        value("refutation by a final state: timeout becomes the block time", world.timeLeft(refuted));
    }
}
