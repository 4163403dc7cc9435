package dev.zorya.ethereum.ledger;

import dev.zorya.channel.ethereum.AdjudicatorCalls;
import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.ethereum.rpc.At;
import dev.zorya.ethereum.rpc.Batch;
import dev.zorya.ethereum.rpc.Head;
import dev.zorya.ethereum.rpc.Node;
import dev.zorya.ethereum.rpc.NodeException;
import dev.zorya.ethereum.rpc.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How the channels of a tree stand before the judge, root first, seen three times. Intents act on what is now, do not repeat
 * what is on its way, and are over only by what is final: a block that is taken back takes nothing for granted.
 *
 * @param now after the newest block
 * @param soon as if all transactions that the node knows were in a block
 * @param sure after the newest final block
 */
record DisputeView(Moment now, List<Dispute> soon, Moment sure) {
    /**
     * The disputes after a block.
     *
     * @param time block time. Where blocks come only on demand, the newest block says nothing of the present, so that {@code now}
     *     has the time that the next block would get
     */
    record Moment(List<Dispute> disputes, Instant time) {
        Dispute root() {
            return disputes.getFirst();
        }
    }

    static DisputeView read(Node node, EthereumConfig config, Head head, List<ChannelId> tree) throws NodeException {
        long last = Math.max(0, head.finalBlock(config.finalityDepth()));
        At sure = At.block(last);
        boolean deep = last < head.number();
        Batch batch = node.batch();
        List<Slot> now = ask(batch, config, tree, At.LATEST);
        List<Slot> soon = ask(batch, config, tree, At.PENDING);
        List<Slot> then = deep ? ask(batch, config, tree, sure) : now;
        Slot time = batch.block(config.onDemand() ? At.PENDING : At.LATEST);
        Slot thenTime = deep ? batch.block(sure) : time;
        batch.run();
        return new DisputeView(
                new Moment(answers(now), Node.blockTime(time)),
                answers(soon),
                new Moment(answers(then), Node.blockTime(thenTime)));
    }

    Dispute soonRoot() {
        return soon.getFirst();
    }

    private static List<Slot> ask(Batch batch, EthereumConfig config, List<ChannelId> tree, At at) {
        return tree.stream()
                .map(channel -> batch.call(config.adjudicator(), AdjudicatorCalls.disputes(channel), at))
                .toList();
    }

    private static List<Dispute> answers(List<Slot> slots) throws NodeException.Refused {
        List<Dispute> disputes = new ArrayList<>();
        for (Slot slot : slots) {
            disputes.add(Dispute.of(slot.bytes()));
        }
        return disputes;
    }
}
