package dev.zorya.node.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.value.Balances;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What comes in and how its result goes out. */
class RequestTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static Request request(String line) {
        return Request.parse(line, LIMIT);
    }

    private static void refused(String sentence, Executable reading) {
        Failure failure = assertThrows(Failure.class, reading);
        assertEquals(sentence, failure.getMessage());
        assertEquals(Failure.Kind.OTHER, failure.kind());
    }

    @Test
    void fieldsAreReadAsTheyAreMeant() throws Exception {
        Request request = request("""
            {"id": 7, "cmd": "pay", "channel": "%s", "amount": "340282366920938463463374607431768211456",
             "count": 5, "final": true, "balances": [["1", 2], ["3", "4"]], "assets": ["eth", "tok0"]}
            """.formatted("aB".repeat(32)));
        assertEquals("pay", request.command());
        assertEquals("ab".repeat(32), request.channel("channel").toString());
        assertEquals(BigInteger.TWO.pow(128), request.amount("amount"));
        assertEquals(5, request.number("count", 1));
        assertEquals(1, request.number("missing", 1));
        assertTrue(request.flag("final", false));
        assertFalse(request.flag("missing", false));
        assertEquals(List.of("eth", "tok0"), request.texts("assets", List.of()));
        assertEquals(
                new Balances(List.of(
                        List.of(BigInteger.ONE, BigInteger.TWO),
                        List.of(BigInteger.valueOf(3), BigInteger.valueOf(4)))),
                request.balances("balances"));
        assertEquals(LIMIT, request.deadline().limit());
        assertEquals(
                Duration.ofMillis(1500),
                request("{\"timeout\": 1.5}").deadline().limit());
        assertEquals(LIMIT, request("{\"timeout\": -1}").deadline().limit());
    }

    @Test
    void whatIsWrongIsNamed() {
        Request empty = request("{}");
        refused("The field \"peer\" has to be a text.", () -> empty.text("peer"));
        refused("The field \"channel\" has to be a text.", () -> empty.channel("channel"));
        refused("The field \"contracts\" has to be an object.", () -> empty.object("contracts"));
        refused(
                "The field \"balances\" has to be a list with two amounts for each asset.",
                () -> empty.balances("balances"));
        String amount = "The field \"a\" has to be an amount in the smallest unit, as a decimal string.";
        for (String wrong :
                List.of("-1", "1.5", "\"\"", "\"0x10\"", "true", "null", "1e3", "\"" + "9".repeat(79) + "\"")) {
            refused(amount, () -> request("{\"a\": " + wrong + "}").amount("a"));
        }
        refused(
                "The field \"count\" has to be a smaller number.",
                () -> request("{\"count\": 9223372036854775808}").number("count", 1));
        refused(
                "The field \"balances\" has to be a list with two amounts for each asset.",
                () -> request("{\"balances\": [[\"1\", \"2\", \"3\"]]}").balances("balances"));
    }

    @Test
    void aResultCarriesTheIdAsItCame() {
        assertEquals("{\"id\":[1,\"x\"]}", id("{\"id\": [1, \"x\"], \"cmd\": \"y\"}"));
        assertEquals("{\"id\":\"a-1\"}", id("{\"id\": \"a-1\"}"));
        for (String line : List.of("", "no JSON", "[1]", "\"text\"", "{\"id\":")) {
            assertEquals("{\"id\":\"\"}", id(line), line);
            assertEquals("", request(line).command());
        }
    }

    private static String id(String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Lines(out, "alice").result(request(line), true, new Fields().with("extra", 1));
        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.endsWith("}\n"), text);
        JsonNode result = JsonMapper.shared().readTree(text);
        assertEquals("result", result.path("type").asString());
        assertEquals("alice", result.path("peer").asString());
        assertTrue(result.path("ok").asBoolean());
        assertTrue(result.path("ms").isNumber() && result.path("t").isIntegralNumber(), text);
        assertEquals(1, result.path("extra").asInt());
        return "{\"id\":" + result.path("id") + "}";
    }
}
