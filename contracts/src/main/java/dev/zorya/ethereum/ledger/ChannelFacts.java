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
import java.util.ArrayList;
import java.util.List;

/**
 * How a channel stands. Money counts after the newest final block; a dispute is seen after the newest block, because its clock
 * runs from there.
 *
 * @param held by asset and participant, final; empty for a channel inside another one, whose root holds the money
 * @param settled the outcome is set in all holders, final
 * @param sure the dispute after the newest final block
 * @param now the dispute after the newest block
 */
record ChannelFacts(Balances held, boolean settled, Dispute sure, Dispute now, Stamps stamps) {
    boolean concluded() {
        return settled && sure.phase() == Phases.CONCLUDED;
    }

    /** The questions for one channel, part of a batch for many. */
    record Questions(List<List<Slot>> holdings, List<Slot> settled, Slot sure, Slot now) {
        /**
         * @param holders of the channel's assets, in its order; none for a channel inside another one
         * @param parts addresses of its participants, in its order
         */
        static Questions ask(
                Batch batch,
                ChannelId channel,
                Bytes adjudicator,
                List<Bytes> holders,
                List<Bytes> parts,
                Stamps stamps) {
            At at = At.block(stamps.last().number());
            List<List<Slot>> holdings = new ArrayList<>();
            List<Slot> settled = new ArrayList<>();
            for (Bytes holder : holders) {
                holdings.add(parts.stream()
                        .map(part -> EthereumEncoding.fundingId(channel, part))
                        .map(id -> batch.call(holder, AssetHolderCalls.holdings(id), at))
                        .toList());
                settled.add(batch.call(holder, AssetHolderCalls.settled(channel), at));
            }
            Bytes question = AdjudicatorCalls.disputes(channel);
            Slot sure = batch.call(adjudicator, question, at);
            Slot now = stamps.deep()
                    ? batch.call(adjudicator, question, At.block(stamps.head().number()))
                    : sure;
            return new Questions(holdings, settled, sure, now);
        }

        ChannelFacts answers(Stamps stamps) throws NodeException.Refused {
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
            return new ChannelFacts(new Balances(held), all, Dispute.of(sure.bytes()), Dispute.of(now.bytes()), stamps);
        }
    }
}
