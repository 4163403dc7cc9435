package dev.zorya.ethereum.ledger;

import dev.zorya.channel.ethereum.AdjudicatorCalls;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.Bytes;
import dev.zorya.ethereum.rpc.Head;
import dev.zorya.ethereum.rpc.Node;
import dev.zorya.ethereum.rpc.NodeException;
import java.math.BigInteger;
import java.util.List;

/**
 * Ends a channel by its final state. Where nobody disputes and the contracts are our own, one transaction also pays everybody
 * (concludeFinalAndPay); elsewhere, and where that cannot be sent, it is concluded and each takes its part.
 */
final class FinalPlan {
    /** What AssetHolderETH lets a receiver use: one that took little in the simulation may take all of it in the block. */
    private static final long RECEIVER_GAS = 50_000;

    private final Node node;
    private final EthereumConfig config;

    FinalPlan(Node node, EthereumConfig config) {
        this.node = node;
        this.config = config;
    }

    Plan plan(Intent.ConcludeFinal conclude, Head head) throws NodeException {
        DisputeView view = DisputeView.read(node, config, head, List.of(conclude.channel()));
        if (view.sure().root().phase() == Phases.CONCLUDED) {
            return new Plan.Done();
        }
        if (view.now().root().phase() == Phases.CONCLUDED || view.soonRoot().phase() == Phases.CONCLUDED) {
            return new Plan.Wait();
        }
        Plan.Send conclusion = send(conclude, AdjudicatorCalls.concludeFinal(conclude.params(), conclude.last()));
        // against somebody who disputes, what needs the least gas and depends on no receiver
        boolean quiet = Phases.isUntouched(view.now().root()) && Phases.isUntouched(view.soonRoot());
        Allocation outcome = conclude.last().state().allocation();
        if (!quiet || !OwnContracts.hold(node, config, outcome.assets())) {
            return conclusion;
        }
        return send(conclude, AdjudicatorCalls.concludeFinalAndPay(conclude.params(), conclude.last()))
                .sparing(spare(outcome))
                .or(conclusion);
    }

    private Plan.Send send(Intent.ConcludeFinal conclude, Bytes data) {
        return new Plan.Send(conclude.key(), config.adjudicator(), BigInteger.ZERO, data);
    }

    /** For each payment of the chain's coin but the last: the holder asks for as much as a receiver may use before each. */
    private long spare(Allocation outcome) {
        long payments = 0;
        for (int asset = 0; asset < outcome.assets().size(); asset++) {
            boolean coin = config.find(outcome.assets().get(asset))
                    .filter(HeldAsset.Ether.class::isInstance)
                    .isPresent();
            if (coin) {
                payments += outcome.balances().rows().get(asset).stream()
                        .filter(amount -> amount.signum() > 0)
                        .count();
            }
        }
        return Math.max(0, payments - 1) * RECEIVER_GAS;
    }
}
