package dev.zorya.ethereum.ledger;

import dev.zorya.channel.ethereum.AdjudicatorCalls;
import dev.zorya.channel.ethereum.AssetHolderCalls;
import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.ethereum.EthereumEncoding;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.ethereum.rpc.At;
import dev.zorya.ethereum.rpc.Batch;
import dev.zorya.ethereum.rpc.NodeException;
import dev.zorya.ethereum.rpc.Slot;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How a channel stands after a block.
 *
 * @param held by asset and participant
 * @param settled the outcome is set in all holders
 */
record ChannelFacts(Balances held, boolean settled, Dispute dispute, long block, Instant time) {
    private static final int CONCLUDED = 2;

    boolean concluded() {
        return settled && dispute.phase() == CONCLUDED;
    }

    /** The questions for one channel, part of a batch for many. */
    record Questions(List<List<Slot>> holdings, List<Slot> settled, Slot dispute) {
        /**
         * @param holders of the channel's assets, in its order
         * @param parts addresses of its participants, in its order
         */
        static Questions ask(
                Batch batch, ChannelId channel, Bytes adjudicator, List<Bytes> holders, List<Bytes> parts, At at) {
            List<List<Slot>> holdings = new ArrayList<>();
            List<Slot> settled = new ArrayList<>();
            for (Bytes holder : holders) {
                holdings.add(parts.stream()
                        .map(part -> EthereumEncoding.fundingId(channel, part))
                        .map(id -> batch.call(holder, AssetHolderCalls.holdings(id), at))
                        .toList());
                settled.add(batch.call(holder, AssetHolderCalls.settled(channel), at));
            }
            return new Questions(holdings, settled, batch.call(adjudicator, AdjudicatorCalls.disputes(channel), at));
        }

        ChannelFacts answers(long block, Instant time) throws NodeException.Refused {
            List<List<BigInteger>> held = new ArrayList<>();
            for (List<Slot> row : holdings) {
                List<BigInteger> amounts = new ArrayList<>();
                for (Slot slot : row) {
                    amounts.add(slot.quantity());
                }
                held.add(amounts);
            }
            boolean all = true;
            for (Slot slot : settled) {
                all &= slot.quantity().signum() != 0;
            }
            return new ChannelFacts(new Balances(held), all, Dispute.of(dispute.bytes()), block, time);
        }
    }
}
