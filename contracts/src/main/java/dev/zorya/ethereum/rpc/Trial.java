package dev.zorya.ethereum.rpc;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Calls that a node plays through one after the other, each finding what the ones before have changed, and then forgets. Nobody
 * signs and nobody pays, so anybody can be the sender.
 */
public final class Trial {
    private final Node node;
    private final List<Map<String, String>> calls = new ArrayList<>();

    Trial(Node node) {
        this.node = node;
    }

    /**
     * How a call ended.
     *
     * @param answer what it returned; empty if it reverted
     */
    public record Result(boolean success, Bytes answer) {
        /** The answer as a number; zero if there is none. */
        public BigInteger number() {
            return answer.size() < 32
                    ? BigInteger.ZERO
                    : new BigInteger(1, answer.slice(0, 32).toArray());
        }
    }

    /** Adds a call; the answer is its position. */
    public int call(Bytes from, Bytes to, Bytes data) {
        calls.add(Map.of("from", Batch.hex(from), "to", Batch.hex(to), "data", Batch.hex(data)));
        return calls.size() - 1;
    }

    /**
     * Plays all calls on top of the newest block.
     *
     * @throws NodeException.Refused also if the node does not know how ({@code eth_simulateV1})
     */
    public List<Result> run() throws NodeException {
        Batch batch = node.batch();
        Slot slot = batch.ask(
                "eth_simulateV1", Map.of("blockStateCalls", List.of(Map.of("calls", calls))), At.LATEST.tag());
        batch.run();
        List<Result> results = new ArrayList<>();
        for (JsonNode call : slot.json().path(0).path("calls")) {
            boolean success = call.path("status").asString("").equals("0x1");
            try {
                results.add(new Result(
                        success, success ? Bytes.fromHex(call.path("returnData").asString("")) : Bytes.EMPTY));
            } catch (MalformedException e) {
                results.add(new Result(false, Bytes.EMPTY));
            }
        }
        if (results.size() != calls.size()) {
            throw new NodeException.Refused("the trial has " + results.size() + " results", "");
        }
        return results;
    }
}
