package dev.zorya.ethereum.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.zorya.channel.value.Bytes;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Nodes that answer badly: whatever comes, it is either an answer, a refusal or no answer. */
class NodeTest {
    private final List<Integer> sizes = new ArrayList<>();
    private HttpServer server;
    private Node node;
    private int status = 200;
    private UnaryOperator<JsonNode> answer = questions -> questions;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            JsonNode questions =
                    JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
            sizes.add(questions.size());
            byte[] body = answer.apply(questions).toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        node = Node.at(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        node.close();
        server.stop(0);
    }

    /** Every question gets this result, JSON. */
    private void result(String json) {
        answer = questions -> {
            var answers = JsonMapper.shared().createArrayNode();
            for (JsonNode question : questions) {
                ObjectNode one = answers.addObject();
                one.set("id", question.get("id"));
                one.set("result", JsonMapper.shared().readTree(json));
            }
            return answers;
        };
    }

    @Test
    void longBatchesAreCut() throws Exception {
        result("\"0x2a\"");
        Batch batch = node.batch();
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            slots.add(batch.ask("eth_blockNumber"));
        }
        batch.run();
        assertEquals(List.of(100, 100, 50), sizes);
        for (Slot slot : slots) {
            assertEquals(BigInteger.valueOf(42), slot.quantity());
        }
    }

    @Test
    void leftOutAnswersAreNoAnswer() {
        answer = questions -> JsonMapper.shared().createArrayNode();
        Batch batch = node.batch();
        batch.ask("eth_blockNumber");
        var e = assertThrows(NodeException.Unreachable.class, batch::run);
        assertTrue(String.valueOf(e.getMessage()).endsWith("left 1 questions open"), e.getMessage());
    }

    @Test
    void anErrorInPlaceOfTheBatchIsNoAnswer() {
        answer = questions -> JsonMapper.shared().readTree("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600}}");
        assertThrows(NodeException.Unreachable.class, () -> node.head());
    }

    @Test
    void anHttpErrorIsNoAnswer() {
        status = 429;
        result("\"0x1\"");
        assertThrows(NodeException.Unreachable.class, () -> node.head());
    }

    @ParameterizedTest
    @CsvSource({"'\"0x\"'", "'\"1\"'", "'17'", "'null'", "'{}'", "'\"0xzz\"'", "'\"0x1%s\"'"})
    void aResultOfTheWrongKindIsRefused(String json) throws Exception {
        result(json.formatted("0".repeat(64)));
        Batch batch = node.batch();
        Slot slot = batch.ask("eth_chainId");
        batch.run();
        assertThrows(NodeException.Refused.class, slot::quantity);
    }

    @Test
    void aBlockThatIsNoneIsRefused() {
        result("null");
        assertThrows(NodeException.Refused.class, () -> node.head());
        result("{\"number\":\"0x1\",\"hash\":\"0xq\",\"timestamp\":\"0x1\"}");
        assertThrows(NodeException.Refused.class, () -> node.head());
    }

    @Test
    void anAddressIsAWord() throws Exception {
        result("\"0x" + "0".repeat(24) + "ab".repeat(20) + "\"");
        Batch batch = node.batch();
        Slot slot = batch.call(Bytes.zero(20), Bytes.EMPTY, At.LATEST);
        batch.run();
        assertEquals("ab".repeat(20), slot.address().hex());
        result("\"0x\"");
        Batch again = node.batch();
        Slot empty = again.call(Bytes.zero(20), Bytes.EMPTY, At.LATEST);
        again.run();
        assertThrows(NodeException.Refused.class, empty::address);
    }

    @Test
    void noReceiptIsNotYet() throws Exception {
        result("null");
        assertEquals(Optional.empty(), node.receipt(Bytes.zero(32)));
    }

    @ParameterizedTest
    @CsvSource({
        "already known, KNOWN",
        "transaction already imported, KNOWN",
        "nonce too low: next nonce 5 and tx nonce 3, NONCE_USED",
        "'insufficient funds for gas * price + value: address 0xab', NO_FUNDS",
        "Insufficient funds for gas * price + value, NO_FUNDS",
        "replacement transaction underpriced, UNDERPRICED",
        "max fee per gas less than block base fee, UNDERPRICED",
        "intrinsic gas too low, INVALID",
        "'', INVALID",
    })
    void refusalsAreKnownByTheirWords(String words, SendRefusal expected) {
        assertEquals(expected, SendRefusal.of(new NodeException.Refused(words, "")));
    }
}
