package dev.zorya.ethereum.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.ethereum.artifact.Contract;
import dev.zorya.ethereum.chain.Outcome;
import dev.zorya.ethereum.chain.World;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Go backend's calls, byte for byte, sent to our contracts. The vectors hold for the addresses of a fresh deployment; ours come out at the
 * same ones.
 */
class CalldataVectorsTest {
    /** Longer than the vectors' durations of 60 seconds, shorter than the one of 3,600. */
    private static final long LATER = 100;

    private static final String DISPUTE = "ChannelUpdate version=%d phase=0";
    private static final String CONCLUDED = "ChannelUpdate version=%d phase=2";

    private final JsonNode file = JsonMapper.shared()
            .readTree(CalldataVectorsTest.class.getResourceAsStream("/vectors/onchain-calldata.json"));
    private final Map<String, JsonNode> calls = new LinkedHashMap<>();
    private final TreeSet<String> unused = new TreeSet<>();

    private final World world;

    CalldataVectorsTest() throws Exception {
        world = new World();
        for (var call : file.get("calls")) {
            calls.put(call.get("name").stringValue(), call);
        }
        unused.addAll(calls.keySet());
    }

    @BeforeEach
    void addressesAreTheSame() throws Exception {
        var addresses = file.get("addresses");
        assertAddress(addresses, "adjudicator", world.adjudicator());
        assertAddress(addresses, "assetHolderETH", world.ethHolder());
        assertAddress(addresses, "perunToken", world.token());
        assertAddress(addresses, "assetHolderERC20", world.tokenHolder());
        assertAddress(addresses, "trivialApp", world.deploy(Contract.TRIVIAL_APP));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private static void assertAddress(JsonNode addresses, String name, String ours) {
        assertTrue(addresses.get(name).stringValue().equalsIgnoreCase(ours), name + ": " + ours);
    }

    @Test
    void aWholeLifeInTheOrderOfTheFile() throws Exception {
        assertEquals(Outcome.acceptedWith("Deposited"), send("deposit 10 ETH for key 0"));
        assertEquals(Outcome.acceptedWith("Deposited"), send("deposit 5 ETH for key 1"));
        assertEquals(Outcome.acceptedWith("Approval"), send("approve 400 token units for the ERC20 asset holder"));
        assertEquals(Outcome.acceptedWith("Approval", "Transfer", "Deposited"), send("deposit 400 token units"));
        updates("register ledger-v0", DISPUTE, 0);
        updates("register (refute with) ledger-v1", DISPUTE, 1);
        updates("register two-assets", DISPUTE, 5);
        updates("register three-parties", DISPUTE, 1);
        updates("register app-v0", DISPUTE, 0);
        updates("register sub-parent with its tree", DISPUTE, 3, 2, 1);
        updates("register virtual-parent-alice with the virtual channel", DISPUTE, 2, 4);
        updates("register virtual-parent-bob with the virtual channel", DISPUTE, 2);

        world.at(world.now() + LATER);
        assertEquals(
                Outcome.acceptedWith("ChannelUpdate version=1 phase=1"), send("progress app-v0 to app-v1 by key 0"));
        settles("conclude ledger-v1", 1);
        settles("conclude sub-parent with its tree", 3, 2, 1);
        settles("conclude virtual-parent-bob", 2, 4);
        assertEquals(Outcome.reverted("concluded already"), send("concludeFinal ledger-v2-final"));
        assertEquals(
                Outcome.reverted("can only be called by the adjudicator"),
                send("setOutcome of ledger-v2-final (only the adjudicator may call)"));

        JsonNode ledger = encoding("ledger-v0");
        assertEquals(ledger.get("channelID").stringValue(), view("channelID of ledger-v0"));
        assertEquals(ledger.get("stateHash").stringValue(), view("hashState of ledger-v0"));
        assertEquals(
                encoding("ledger-v1").get("stateHash").stringValue(),
                "0x" + view("disputes of ledger-v0").substring(2 + 4 * 64, 2 + 5 * 64));
        assertEquals(BigInteger.ONE, number(view("settled")));
        assertEquals(new BigInteger(world.adjudicator().substring(2), 16), number(view("adjudicator")));

        assertEquals(new BigInteger("7000000000000000000"), number(view("holdings of key 0")));
        assertEquals(Outcome.acceptedWith("Withdrawn"), send("withdraw for key 0"));
        assertEquals(BigInteger.ZERO, number(view("holdings of key 0")));
        assertEquals(Outcome.acceptedWith("Withdrawn"), send("withdraw for key 1"));
        assertEquals(BigInteger.ZERO, world.balance(world.ethHolder()));
        assertTrue(unused.isEmpty(), unused.toString());
    }

    @Test
    void anAgreedEnd() throws Exception {
        send("deposit 10 ETH for key 0");
        send("deposit 5 ETH for key 1");
        settles("concludeFinal ledger-v2-final", 2);
        assertEquals(Outcome.acceptedWith("Withdrawn"), send("withdraw for key 0"));
        assertEquals(Outcome.acceptedWith("Withdrawn"), send("withdraw for key 1"));
        assertEquals(BigInteger.ZERO, world.balance(world.ethHolder()));
    }

    private void updates(String name, String event, int... versions) throws Exception {
        var events = Arrays.stream(versions).mapToObj(event::formatted).toArray(String[]::new);
        assertEquals(Outcome.acceptedWith(events), send(name), name);
    }

    private void settles(String name, int... versions) throws Exception {
        var events = new String[versions.length + 1];
        for (int i = 0; i < versions.length; i++) {
            events[i] = CONCLUDED.formatted(versions[i]);
        }
        events[versions.length] = "OutcomeSet";
        assertEquals(Outcome.acceptedWith(events), send(name), name);
    }

    private Outcome send(String name) throws Exception {
        JsonNode call = call(name);
        return world.send(
                call.get("to").stringValue(),
                call.get("calldata").stringValue(),
                new BigInteger(call.get("value").stringValue()));
    }

    private String view(String name) throws Exception {
        JsonNode call = call(name);
        return world.view(call.get("to").stringValue(), call.get("calldata").stringValue());
    }

    private JsonNode call(String name) {
        unused.remove(name);
        return Objects.requireNonNull(calls.get(name), name);
    }

    private static JsonNode encoding(String name) {
        var in = CalldataVectorsTest.class.getResourceAsStream("/vectors/onchain-encodings.json");
        for (var row : JsonMapper.shared().readTree(in).get("cases")) {
            if (row.get("name").stringValue().equals(name)) {
                return row;
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static BigInteger number(String word) {
        return new BigInteger(word.substring(2), 16);
    }
}
