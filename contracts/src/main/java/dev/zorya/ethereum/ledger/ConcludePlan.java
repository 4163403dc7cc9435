package dev.zorya.ethereum.ledger;

import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.ethereum.EthereumEncoding;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.State;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** When a disputed tree can be settled: its root's time is over, and the states are those that are registered. */
final class ConcludePlan {
    private ConcludePlan() {}

    static List<ChannelId> tree(Intent.Conclude conclude) {
        return states(conclude).stream().map(State::id).toList();
    }

    static Plan plan(Intent.Conclude conclude, DisputeView view, Plan.Send send) {
        List<State> tree = states(conclude);
        if (view.sure().root().phase() == Phases.CONCLUDED
                || isOutdated(tree, view.sure().disputes())) {
            return new Plan.Done();
        }
        Dispute root = view.now().root();
        if (root.phase() == Phases.CONCLUDED || !isRegistered(tree, view.now().disputes())) {
            return new Plan.Wait();
        }
        // children need no timeout of their own (ONCHAIN.md 5, conclude)
        Instant due = Phases.concludable(root);
        if (view.now().time().isBefore(due)) {
            return new Plan.WaitUntil(due);
        }
        return view.soonRoot().phase() == Phases.CONCLUDED ? new Plan.Wait() : send;
    }

    private static List<State> states(Intent.Conclude conclude) {
        return Stream.concat(Stream.of(conclude.registered()), conclude.subs().stream())
                .toList();
    }

    private static boolean isRegistered(List<State> tree, List<Dispute> disputes) {
        for (int index = 0; index < tree.size(); index++) {
            if (!hash(tree, index).equals(disputes.get(index).stateHash())) {
                return false;
            }
        }
        return true;
    }

    /** Something else is registered than what this intent would conclude with, and it will stay. */
    private static boolean isOutdated(List<State> tree, List<Dispute> disputes) {
        for (int index = 0; index < tree.size(); index++) {
            Dispute dispute = disputes.get(index);
            boolean other = dispute.isRegistered() && !hash(tree, index).equals(dispute.stateHash());
            if (other && Long.compareUnsigned(dispute.version(), tree.get(index).version()) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static Bytes hash(List<State> tree, int index) {
        return EthereumEncoding.stateHash(tree.get(index));
    }
}
