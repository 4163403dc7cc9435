package dev.zorya.ethereum.ledger;

import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.ethereum.rpc.At;
import dev.zorya.ethereum.rpc.Batch;
import dev.zorya.ethereum.rpc.Node;
import dev.zorya.ethereum.rpc.NodeException;
import dev.zorya.ethereum.rpc.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Collects what the judge said about one channel. Nothing is decided by it: events and calldata prove nothing (safety rule 8). */
final class Proceedings {
    private final Node node;
    private final Logs logs;
    private final Bytes adjudicator;
    private final ChannelId channel;
    private final App app;

    Proceedings(Node node, EthereumConfig config, ChannelId channel, App app) {
        this.node = node;
        this.logs = new Logs(node, config);
        this.adjudicator = config.adjudicator();
        this.channel = channel;
        this.app = app;
    }

    List<Proceeding> since(Instant earliest) throws NodeException {
        List<LogEntry> events = events(earliest);
        Batch batch = node.batch();
        List<Slot> transactions = events.stream()
                .map(event -> batch.ask(
                        "eth_getTransactionByHash", "0x" + event.transaction().hex()))
                .toList();
        if (!transactions.isEmpty()) {
            batch.run();
        }
        List<Proceeding> all = new ArrayList<>();
        for (int index = 0; index < events.size(); index++) {
            try {
                all.add(proceeding(events.get(index), transactions.get(index)));
            } catch (MalformedException e) {
                // not an event of a judge that we know
            }
        }
        return all;
    }

    /** From the newest block backwards, until a block is older than anything that can be meant. */
    private List<LogEntry> events(Instant earliest) throws NodeException {
        List<LogEntry> all = new ArrayList<>();
        long to = node.head().number();
        while (to >= 0) {
            long from = Math.max(0, to - logs.range() + 1);
            Batch batch = node.batch();
            Slot answer = logs.ofChannel(batch, channel, from, to);
            Slot block = batch.block(At.block(from));
            batch.run();
            try {
                all.addAll(0, Logs.read(answer));
            } catch (NodeException.Refused e) {
                logs.halve(e);
                continue;
            }
            to = Node.blockTime(block).isBefore(earliest) ? -1 : from - 1;
        }
        return all;
    }

    private Proceeding proceeding(LogEntry event, Slot transaction) throws NodeException.Refused {
        Words said = new Words(event.data());
        long version = said.low64(Words.slot(0, 0));
        JsonNode json = transaction.json();
        boolean direct = Bytes.fromHex(json.path("to").asString("")).equals(adjudicator);
        Bytes input = Bytes.fromHex(json.path("input").asString(""));
        return new Proceeding(
                event.block(),
                event.transaction(),
                version,
                said.number(Words.slot(0, 1)).intValue(),
                Phases.instant(said.low64(Words.slot(0, 2))),
                direct ? RegisteredState.signed(input, channel, version, app).orElse(null) : null);
    }
}
