package dev.zorya.ethereum.ledger;

import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.ethereum.rpc.At;
import dev.zorya.ethereum.rpc.Batch;
import dev.zorya.ethereum.rpc.Head;
import dev.zorya.ethereum.rpc.Node;
import dev.zorya.ethereum.rpc.NodeException;
import dev.zorya.ethereum.rpc.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The watched channels. Each round reads, in one batch, those that an event touched, that are in the middle of something or
 * that somebody asked for; now and then all, should a node have kept an event to itself.
 *
 * <p>How far events were read is kept in memory alone: at a start every channel is read from {@code disputes()} and
 * {@code holdings()}, which know of everything that happened while nobody looked, so a stored position could only be wrong.
 */
final class Watches implements Reports {
    private static final Logger LOG = LoggerFactory.getLogger(Watches.class);
    private static final int ALL_EVERY = 10;
    /** Blocks beyond which reading every channel is cheaper than reading every event. */
    private static final long LONGEST_GAP = 5_000;

    private final Node node;
    private final EthereumConfig config;
    private final Logs logs;
    private final Touched touched = new Touched();
    private final Registrations registrations;
    private final LostPayouts lostPayouts;
    private final Map<ChannelId, ChannelWatch> all = new ConcurrentHashMap<>();
    private @Nullable Stamps read;
    private int rounds;

    Watches(Node node, EthereumConfig config) {
        this.node = node;
        this.config = config;
        this.logs = new Logs(node, config);
        this.registrations = new Registrations(node, logs);
        this.lostPayouts = new LostPayouts(node, logs);
    }

    private record Asked(ChannelWatch watch, ChannelFacts.Questions questions, Optional<Slot> registration) {}

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

    /**
     * One round of reading.
     *
     * @param fresh another node answers than before, or the same one after an outage: it may know what was not known
     */
    void advance(Head head, boolean fresh) throws NodeException.Unreachable {
        if (fresh) {
            wantAll();
        }
        if (head.finalBlock(config.finalityDepth()) < 0 || all.isEmpty()) {
            read = all.isEmpty() ? null : read;
            return;
        }
        try {
            boolean news = read == null || !read.head().hash().equals(head.hash());
            Stamps stamps = news || read == null ? look(head) : read;
            List<ChannelWatch> due = all.values().stream()
                    .filter(watch -> news ? watch.takeDue() : watch.takeWanted())
                    .toList();
            if (!due.isEmpty()) {
                read(due, stamps);
            }
            read = stamps;
            for (Registrations.Found found : registrations.search()) {
                found.events().forEach(event -> tell(found.watch(), event));
            }
            for (PayoutSearch search : lostPayouts.search()) {
                search.watch().searched(search.facts()).forEach(event -> tell(search.watch(), event));
            }
        } catch (NodeException.Unreachable e) {
            throw e;
        } catch (NodeException e) {
            LOG.warn(
                    "The node did not give block {}; asking again with the next one: {}",
                    head.number(),
                    e.getMessage());
        }
    }

    /** A new block: finds out which is the newest final one, and marks who is to be read. */
    private Stamps look(Head head) throws NodeException {
        Stamps before = read;
        long last = head.finalBlock(config.finalityDepth());
        Batch batch = node.batch();
        Slot block = last == head.number() ? null : batch.block(At.block(last));
        boolean lost = before == null
                || last < before.last().number()
                || head.number() - before.last().number() > LONGEST_GAP;
        if (lost || before == null) {
            if (block != null) {
                batch.run();
            }
            wantAll();
        } else {
            mark(before.last(), batch, last, head.number());
            if (++rounds % ALL_EVERY == 0) {
                wantAll();
            }
        }
        return new Stamps(block == null ? head : Node.head(block), head);
    }

    private void mark(Head before, Batch batch, long last, long to) throws NodeException {
        Slot same = batch.block(At.block(before.number()));
        try {
            touched.mark(all.values(), logs.between(batch, before.number() + 1, to), last);
            if (same.json().isNull() || !Node.head(same).hash().equals(before.hash())) {
                LOG.warn("Block {} was final and is gone, reading all channels", before.number());
                wantAll();
            }
        } catch (NodeException.Refused e) {
            LOG.info("No events up to block {}, reading all channels: {}", to, e.getMessage());
            wantAll();
        }
    }

    private void wantAll() {
        all.values().forEach(ChannelWatch::want);
    }

    private void read(List<ChannelWatch> due, Stamps stamps) throws NodeException.Unreachable {
        Batch batch = node.batch();
        List<Asked> asked = new ArrayList<>();
        for (ChannelWatch watch : due) {
            asked.add(new Asked(
                    watch,
                    ChannelFacts.Questions.ask(
                            batch, watch.channel(), config.adjudicator(), watch.holders(), watch.parts(), stamps),
                    Registrations.ask(batch, watch)));
        }
        try {
            batch.run();
        } catch (NodeException.Unreachable e) {
            due.forEach(ChannelWatch::want);
            throw e;
        }
        asked.forEach(one -> tell(one, stamps));
    }

    private void tell(Asked asked, Stamps stamps) {
        ChannelWatch watch = asked.watch();
        try {
            ChannelFacts facts = asked.questions().answers(stamps);
            Bytes hash = facts.now().stateHash();
            asked.registration().ifPresent(slot -> watch.registrar().read(slot, hash));
            for (LedgerEvent event : watch.changes(facts, watch.registrar().state(hash))) {
                tell(watch, event);
            }
            registrations.follow(watch, facts);
            lostPayouts.follow(watch, facts);
        } catch (NodeException.Refused | MalformedException e) {
            watch.want();
            LOG.warn(
                    "Channel {} cannot be read at block {}: {}",
                    watch.channel(),
                    stamps.head().number(),
                    e.getMessage());
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
