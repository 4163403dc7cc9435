package dev.zorya.ethereum.ledger;

import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.ethereum.rpc.At;
import dev.zorya.ethereum.rpc.Batch;
import dev.zorya.ethereum.rpc.Head;
import dev.zorya.ethereum.rpc.Node;
import dev.zorya.ethereum.rpc.NodeException;
import dev.zorya.ethereum.rpc.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The watched channels. Each round reads, in one batch, those that an event in a final block touched, that are in the middle of
 * something or that somebody asked for; now and then all, should a node have kept an event to itself.
 */
final class Watches implements Reports {
    private static final Logger LOG = LoggerFactory.getLogger(Watches.class);
    private static final int ALL_EVERY = 10;

    private final Node node;
    private final EthereumConfig config;
    private final Touched touched;
    private final Map<ChannelId, ChannelWatch> all = new ConcurrentHashMap<>();
    private long read = -1;
    private int rounds;

    Watches(Node node, EthereumConfig config) {
        this.node = node;
        this.config = config;
        this.touched = new Touched(node, config);
    }

    private record Asked(ChannelWatch watch, ChannelFacts.Questions questions) {}

    void add(ChannelWatch watch) {
        all.put(watch.channel(), watch);
    }

    void remove(ChannelId channel) {
        all.remove(channel);
    }

    void refresh(List<ChannelId> channels) {
        for (ChannelId channel : channels) {
            ChannelWatch watch = all.get(channel);
            if (watch != null) {
                watch.wantAgain();
            }
        }
    }

    /** One round of reading. */
    void advance(Head head) throws NodeException.Unreachable {
        long block = head.finalBlock(config.finalityDepth());
        if (block < 0 || all.isEmpty()) {
            read = all.isEmpty() ? -1 : read;
            return;
        }
        boolean news = block != read;
        if (news) {
            if (read < 0 || block < read || ++rounds % ALL_EVERY == 0) {
                all.values().forEach(ChannelWatch::want);
            } else {
                touched.mark(all.values(), read + 1, block);
            }
        }
        List<ChannelWatch> due = all.values().stream()
                .filter(watch -> news ? watch.takeDue() : watch.takeWanted())
                .toList();
        if (!due.isEmpty()) {
            read(due, head, block);
        }
        read = block;
    }

    private void read(List<ChannelWatch> due, Head head, long block) throws NodeException.Unreachable {
        At at = At.block(block);
        Batch batch = node.batch();
        Slot time = block == head.number() ? null : batch.ask("eth_getBlockByNumber", at.tag(), false);
        List<Asked> asked = new ArrayList<>();
        for (ChannelWatch watch : due) {
            asked.add(new Asked(
                    watch,
                    ChannelFacts.Questions.ask(
                            batch, watch.channel(), config.adjudicator(), watch.holders(), watch.parts(), at)));
        }
        try {
            batch.run();
            Instant blockTime = time == null ? head.time() : Node.head(time).time();
            for (Asked one : asked) {
                tell(one, block, blockTime);
            }
        } catch (NodeException.Unreachable e) {
            due.forEach(ChannelWatch::want);
            throw e;
        } catch (NodeException.Refused e) {
            due.forEach(ChannelWatch::want);
            LOG.warn("The node did not give block {}; asking again with the next one: {}", block, e.getMessage());
        }
    }

    private void tell(Asked asked, long block, Instant time) {
        ChannelWatch watch = asked.watch();
        try {
            for (LedgerEvent event : watch.changes(asked.questions().answers(block, time))) {
                tell(watch, event);
            }
        } catch (NodeException.Refused | MalformedException e) {
            watch.want();
            LOG.warn("Channel {} cannot be read at block {}: {}", watch.channel(), block, e.getMessage());
        }
    }

    @Override
    public void report(ChannelId channel, LedgerEvent event) {
        ChannelWatch watch = all.get(channel);
        if (watch != null) {
            tell(watch, event);
        }
    }

    private void tell(ChannelWatch watch, LedgerEvent event) {
        Consumer<LedgerEvent> listener = watch.listener();
        // it may have been called off since the round began
        if (all.get(watch.channel()) != watch) {
            return;
        }
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            // one bad channel never stops the others (safety rule 5)
            LOG.error("The listener of channel {} failed on {}", watch.channel(), event, e);
        }
    }
}
