package dev.zorya.ethereum.ledger;

import dev.zorya.channel.ethereum.AdjudicatorCalls;
import dev.zorya.channel.ethereum.AssetHolderCalls;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.ethereum.rpc.Batch;
import dev.zorya.ethereum.rpc.Node;
import dev.zorya.ethereum.rpc.NodeException;
import dev.zorya.ethereum.rpc.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads events in ranges of blocks. Providers limit ranges or results, each in words of its own, so any refusal halves the
 * range; what was learned is kept. Only the chain thread uses it.
 */
final class Logs {
    private static final long FIRST_RANGE = 2_000;

    private final Node node;
    private final List<String> addresses;
    private final String adjudicator;
    private long range = FIRST_RANGE;

    Logs(Node node, EthereumConfig config) {
        this.node = node;
        this.adjudicator = hex(config.adjudicator());
        this.addresses = Stream.concat(
                        Stream.of(config.adjudicator()),
                        config.assets().stream().map(HeldAsset::holder))
                .map(Logs::hex)
                .toList();
    }

    /** Blocks that are asked for at once. */
    long range() {
        return range;
    }

    /**
     * Everything that the contracts said in these blocks, both included, oldest first.
     *
     * @param first travels with the first question, and has run when this returns
     * @throws NodeException.Refused if the node does not even give the events of one block
     */
    List<LogEntry> between(Batch first, long from, long to) throws NodeException {
        List<String> events = Stream.of(
                        AdjudicatorCalls.CHANNEL_UPDATE,
                        AssetHolderCalls.DEPOSITED,
                        AssetHolderCalls.OUTCOME_SET,
                        AssetHolderCalls.WITHDRAWN)
                .map(Logs::hex)
                .toList();
        if (from > to) {
            first.run();
            return List.of();
        }
        List<LogEntry> all = new ArrayList<>();
        long next = from;
        Batch batch = first;
        while (next <= to) {
            long last = Math.min(to, next + range - 1);
            Slot answer = ask(batch, addresses, List.of(events), next, last);
            batch.run();
            batch = node.batch();
            try {
                all.addAll(read(answer));
                next = last + 1;
            } catch (NodeException.Refused e) {
                halve(e);
            }
        }
        return all;
    }

    /** The question for what the judge said about one channel, part of a batch; {@link #read} reads the answer. */
    Slot ofChannel(Batch batch, ChannelId channel, long from, long to) {
        List<Object> topics = List.of(hex(AdjudicatorCalls.CHANNEL_UPDATE), hex(channel.bytes()));
        return ask(batch, List.of(adjudicator), topics, from, to);
    }

    /** The question for what left the holders for these funding ids, part of a batch; {@link #read} reads the answer. */
    Slot payouts(Batch batch, List<Bytes> holders, List<Bytes> fundingIds, long from, long to) {
        List<Object> topics = List.of(
                hex(AssetHolderCalls.WITHDRAWN),
                fundingIds.stream().map(Logs::hex).toList());
        return ask(batch, holders.stream().map(Logs::hex).toList(), topics, from, to);
    }

    static List<LogEntry> read(Slot answer) throws NodeException.Refused {
        List<LogEntry> entries = new ArrayList<>();
        for (JsonNode log : answer.json()) {
            try {
                entries.add(LogEntry.of(log));
            } catch (MalformedException e) {
                // of no use to anybody, and events are hints only
            }
        }
        return entries;
    }

    /** @throws NodeException.Refused the same one if there is nothing left to halve */
    void halve(NodeException.Refused refusal) throws NodeException.Refused {
        if (range == 1) {
            range = FIRST_RANGE;
            throw refusal;
        }
        range = range / 2;
    }

    private static Slot ask(Batch batch, List<String> addresses, List<?> topics, long from, long to) {
        Map<String, Object> filter = new HashMap<>();
        filter.put("fromBlock", "0x" + Long.toHexString(from));
        filter.put("toBlock", "0x" + Long.toHexString(to));
        filter.put("address", addresses);
        filter.put("topics", topics);
        return batch.ask("eth_getLogs", filter);
    }

    private static String hex(Bytes bytes) {
        return "0x" + bytes.hex();
    }
}
