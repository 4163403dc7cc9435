package dev.zorya.ethereum.chain;

import dev.zorya.ethereum.anvil.AnvilControl;
import dev.zorya.ethereum.anvil.AnvilException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.web3j.crypto.Hash;
import tools.jackson.databind.JsonNode;

/** Reads what a mined transaction did. */
final class Receipt {
    private static final String UPDATE = Hash.sha3String("ChannelUpdate(bytes32,uint64,uint8,uint64)");
    private static final Map<String, String> NAMES = Map.of(
            Hash.sha3String("Deposited(bytes32,uint256)"), "Deposited",
            Hash.sha3String("OutcomeSet(bytes32)"), "OutcomeSet",
            Hash.sha3String("Withdrawn(bytes32,uint256,address)"), "Withdrawn",
            Hash.sha3String("Transfer(address,address,uint256)"), "Transfer",
            Hash.sha3String("Approval(address,address,uint256)"), "Approval");
    private static final String ERROR = Hash.sha3String("Error(string)").substring(0, 10);
    private static final String PANIC = Hash.sha3String("Panic(uint256)").substring(0, 10);

    private Receipt() {}

    static Outcome read(AnvilControl control, String hash, JsonNode receipt) throws AnvilException {
        if (receipt.get("status").stringValue().equals("0x1")) {
            return new Outcome(true, "", events(receipt.get("logs")));
        }
        JsonNode trace = control.request("debug_traceTransaction", hash, Map.of("tracer", "callTracer"));
        return Outcome.reverted(revertText(trace.path("output").asString("0x")));
    }

    static String revertText(String data) {
        if (data.equals("0x")) {
            return "(no data)";
        }
        if (data.startsWith(PANIC)) {
            return "Panic(0x" + new BigInteger(data.substring(10), 16).toString(16) + ")";
        }
        if (data.startsWith(ERROR)) {
            byte[] words = HexFormat.of().parseHex(data.substring(10));
            int length = new BigInteger(1, words, 32, 32).intValueExact();
            return new String(words, 64, length, StandardCharsets.UTF_8);
        }
        return data;
    }

    private static List<String> events(JsonNode logs) {
        var events = new ArrayList<String>();
        for (var log : logs) {
            String topic = log.get("topics").get(0).stringValue();
            if (topic.equals(UPDATE)) {
                byte[] data =
                        HexFormat.of().parseHex(log.get("data").stringValue().substring(2));
                events.add("ChannelUpdate version=" + new BigInteger(1, data, 0, 32) + " phase=" + data[63]);
            } else {
                events.add(Objects.requireNonNull(NAMES.get(topic), topic));
            }
        }
        return events;
    }
}
