package dev.zorya.ethereum.ledger;

import dev.zorya.channel.ethereum.AdjudicatorCalls;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.ethereum.rpc.Head;
import dev.zorya.ethereum.rpc.Node;
import dev.zorya.ethereum.rpc.NodeException;
import java.math.BigInteger;
import java.util.List;

/**
 * Plans for what a channel does before the judge, by the timeline of ONCHAIN.md 8 and in block time (safety rule 8). The
 * calldata depends on the intent alone, so what a plan sends and what it waits for cannot disagree.
 */
final class DisputePlans {
    private final Node node;
    private final EthereumConfig config;

    DisputePlans(Node node, EthereumConfig config) {
        this.node = node;
        this.config = config;
    }

    Plan register(Intent.Register register, Head head) throws NodeException {
        return RegisterPlan.plan(
                register,
                view(RegisterPlan.tree(register), head),
                send(register, AdjudicatorCalls.register(register.root(), register.subs())));
    }

    Plan progress(Intent.Progress progress, Head head) throws NodeException {
        Bytes data = AdjudicatorCalls.progress(
                progress.params(), progress.from(), progress.to(), progress.actor(), progress.signature());
        return ProgressPlan.plan(progress, view(List.of(progress.channel()), head), send(progress, data));
    }

    Plan conclude(Intent.Conclude conclude, Head head) throws NodeException {
        return ConcludePlan.plan(
                conclude,
                view(ConcludePlan.tree(conclude), head),
                send(conclude, AdjudicatorCalls.conclude(conclude.params(), conclude.registered(), conclude.subs())));
    }

    private DisputeView view(List<ChannelId> tree, Head head) throws NodeException {
        return DisputeView.read(node, config, head, tree);
    }

    private Plan.Send send(Intent intent, Bytes data) {
        return new Plan.Send(intent.key(), config.adjudicator(), BigInteger.ZERO, data);
    }
}
