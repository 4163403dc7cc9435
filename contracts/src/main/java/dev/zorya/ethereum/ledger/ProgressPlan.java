package dev.zorya.ethereum.ledger;

import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.ethereum.EthereumEncoding;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.time.Instant;

/** When an app channel can be moved on alone: from the registered state, after the dispute, or within forced execution. */
final class ProgressPlan {
    private ProgressPlan() {}

    static Plan plan(Intent.Progress progress, DisputeView view, Plan.Send send) {
        if (isOver(progress, view.sure())) {
            return new Plan.Done();
        }
        Dispute now = view.now().root();
        Instant timeout = Phases.timeout(now);
        boolean late = !view.now().time().isBefore(timeout);
        if (!isRegistered(progress.from(), now)) {
            return new Plan.Wait();
        }
        boolean moved = !view.soonRoot().stateHash().equals(now.stateHash());
        return switch (now.phase()) {
            case Phases.DISPUTE -> late ? moved ? new Plan.Wait() : send : new Plan.WaitUntil(timeout);
            case Phases.FORCED -> late || moved ? new Plan.Wait() : send;
            default -> new Plan.Wait();
        };
    }

    /** Within forced execution a move must be in time; before, the moment to begin it does not pass. */
    static Urgency urgency(Intent.Progress progress, DisputeView view, BigInteger stake) {
        Dispute now = view.now().root();
        boolean runs = isRegistered(progress.from(), now) && now.phase() == Phases.FORCED;
        return runs ? Phases.urgency(now, stake) : new Urgency.None();
    }

    /** The channel has gone on from this state, with this move or without it, or will never go on from it. */
    private static boolean isOver(Intent.Progress progress, DisputeView.Moment sure) {
        Dispute dispute = sure.root();
        State from = progress.from();
        if (!isRegistered(from, dispute)) {
            return dispute.phase() == Phases.CONCLUDED
                    || (dispute.isRegistered() && Long.compareUnsigned(dispute.version(), from.version()) >= 0);
        }
        return switch (dispute.phase()) {
            case Phases.DISPUTE -> false;
            case Phases.FORCED -> !sure.time().isBefore(Phases.timeout(dispute));
            default -> true;
        };
    }

    private static boolean isRegistered(State state, Dispute dispute) {
        return dispute.stateHash().equals(EthereumEncoding.stateHash(state));
    }
}
