package dev.zorya.ethereum.ledger;

import dev.zorya.channel.ethereum.AdjudicatorCalls;
import dev.zorya.channel.ethereum.AssetHolderCalls;
import dev.zorya.channel.ethereum.EthereumEncoding;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.ethereum.rpc.Batch;
import dev.zorya.ethereum.rpc.Node;
import dev.zorya.ethereum.rpc.NodeException;
import dev.zorya.ethereum.rpc.Slot;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Finds the channels that events in a range of final blocks are about. Events only say what to read (safety rule 8). */
final class Touched {
    private static final Logger LOG = LoggerFactory.getLogger(Touched.class);
    /** Beyond this, reading every channel is cheaper than reading every event. */
    private static final long LONGEST_RANGE = 500;

    private final Node node;
    private final EthereumConfig config;

    Touched(Node node, EthereumConfig config) {
        this.node = node;
        this.config = config;
    }

    /** Who is concerned by an event with this first topic: a channel, or one participant's part of it. */
    private record Concern(ChannelWatch watch, int participant) {}

    /** Marks those to be read; all of them if the events cannot be had. */
    void mark(Collection<ChannelWatch> watches, long from, long to) throws NodeException.Unreachable {
        if (to - from >= LONGEST_RANGE) {
            watches.forEach(ChannelWatch::want);
            return;
        }
        Batch batch = node.batch();
        Slot logs = batch.ask("eth_getLogs", filter(from, to));
        batch.run();
        try {
            Map<Bytes, Concern> concerns = concerns(watches);
            for (JsonNode log : logs.json()) {
                mark(concerns, log);
            }
        } catch (NodeException.Refused | MalformedException e) {
            LOG.info("No events for blocks {} to {}, reading all channels: {}", from, to, e.getMessage());
            watches.forEach(ChannelWatch::want);
        }
    }

    private Map<String, Object> filter(long from, long to) {
        List<String> addresses = Stream.concat(
                        Stream.of(config.adjudicator()),
                        config.assets().stream().map(HeldAsset::holder))
                .map(Touched::hex)
                .toList();
        List<String> events = Stream.of(
                        AdjudicatorCalls.CHANNEL_UPDATE,
                        AssetHolderCalls.DEPOSITED,
                        AssetHolderCalls.OUTCOME_SET,
                        AssetHolderCalls.WITHDRAWN)
                .map(Touched::hex)
                .toList();
        return Map.of(
                "fromBlock",
                "0x" + Long.toHexString(from),
                "toBlock",
                "0x" + Long.toHexString(to),
                "address",
                addresses,
                "topics",
                List.of(events));
    }

    private static Map<Bytes, Concern> concerns(Collection<ChannelWatch> watches) {
        Map<Bytes, Concern> concerns = new HashMap<>();
        for (ChannelWatch watch : watches) {
            concerns.put(watch.channel().bytes(), new Concern(watch, -1));
            for (int part = 0; part < watch.parts().size(); part++) {
                Bytes id = EthereumEncoding.fundingId(
                        watch.channel(), watch.parts().get(part));
                concerns.put(id, new Concern(watch, part));
            }
        }
        return concerns;
    }

    private static void mark(Map<Bytes, Concern> concerns, JsonNode log) {
        Concern concern = concerns.get(Bytes.fromHex(log.path("topics").path(1).asString("")));
        if (concern == null) {
            return;
        }
        ChannelWatch watch = concern.watch();
        watch.want();
        Bytes event = Bytes.fromHex(log.path("topics").path(0).asString(""));
        Bytes data = Bytes.fromHex(log.path("data").asString(""));
        int asset = watch.holders().indexOf(Bytes.fromHex(log.path("address").asString("")));
        if (event.equals(AssetHolderCalls.WITHDRAWN) && asset >= 0 && concern.participant() >= 0 && data.size() >= 32) {
            BigInteger amount = new BigInteger(1, data.slice(0, 32).toArray());
            watch.payouts().add(new Payouts.Place(asset, concern.participant()), amount);
        }
    }

    private static String hex(Bytes bytes) {
        return "0x" + bytes.hex();
    }
}
