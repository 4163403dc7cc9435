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
    private final Stake stake;

    DisputePlans(Node node, EthereumConfig config, Bytes self) {
        this.stake = new Stake(config, self);
        this.node = node;
        this.config = config;
    }

    Plan register(Intent.Register register, Head head) throws NodeException {
        DisputeView view = view(RegisterPlan.tree(register), head);
        Plan.Send send = send(register, AdjudicatorCalls.register(register.root(), register.subs()));
        return RegisterPlan.plan(register, view, send.urgent(RegisterPlan.urgency(register, view, stake.of(register))));
    }

    /** How urgent something is that is on its way and not in a block. */
    Urgency urgency(Intent.Register register, Head head) throws NodeException {
        return RegisterPlan.urgency(register, view(RegisterPlan.tree(register), head), stake.of(register));
    }

    Urgency urgency(Intent.Progress progress, Head head) throws NodeException {
        return ProgressPlan.urgency(progress, view(List.of(progress.channel()), head), stake(progress));
    }

    private BigInteger stake(Intent.Progress progress) {
        return stake.of(progress.params(), progress.to());
    }

    Plan progress(Intent.Progress progress, Head head) throws NodeException {
        Bytes data = AdjudicatorCalls.progress(
                progress.params(), progress.from(), progress.to(), progress.actor(), progress.signature());
        DisputeView view = view(List.of(progress.channel()), head);
        Urgency urgency = ProgressPlan.urgency(progress, view, stake(progress));
        return ProgressPlan.plan(progress, view, send(progress, data).urgent(urgency));
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
