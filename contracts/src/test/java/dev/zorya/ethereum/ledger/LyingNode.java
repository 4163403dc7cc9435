package dev.zorya.ethereum.ledger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Stands before a real node; counts what passes, and answers some methods itself. Answers come in the opposite order, which is allowed. */
final class LyingNode implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI node;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, ObjectNode> lies = new ConcurrentHashMap<>();
    private final Map<String, Errand> errands = new ConcurrentHashMap<>();
    private final List<String> methods = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger exchanges = new AtomicInteger();

    private final AtomicInteger turnedAway = new AtomicInteger();
    private volatile long longestRange = Long.MAX_VALUE;

    private LyingNode(URI node, HttpServer server) {
        this.node = node;
        this.server = server;
    }

    static LyingNode before(URI node) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        LyingNode lying = new LyingNode(node, server);
        server.createContext("/", lying::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return lying;
    }

    URI http() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on this method is refused with these words and does not reach the node. */
    void refuse(String method, String words) {
        ObjectNode error = JSON.createObjectNode().put("code", -32000).put("message", words);
        lies.put(method, JSON.createObjectNode().set("error", error));
    }

    /** From now on this method has this result, JSON. */
    void pretend(String method, String result) {
        lies.put(method, JSON.createObjectNode().set("result", JSON.readTree(result)));
    }

    /** So many requests are turned away, as by a provider that has answered enough. */
    void turnAway(int requests) {
        turnedAway.set(requests);
    }

    /** Events of more blocks than this are refused, in the words of a provider. */
    void limitRanges(int blocks) {
        longestRange = blocks;
    }

    /** Somebody does this just before the method is next asked for. */
    void beforeNext(String method, Errand errand) {
        errands.put(method, errand);
    }

    /** What happens in between. */
    interface Errand {
        void run() throws InterruptedException;
    }

    /** This method reaches the node again. */
    void beHonest(String method) {
        lies.remove(method);
    }

    /** HTTP requests since the last call. */
    int exchanges() {
        return exchanges.getAndSet(0);
    }

    /** How often a method was asked for since the start. */
    long asked(String method) {
        synchronized (methods) {
            return methods.stream().filter(method::equals).count();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchanges.incrementAndGet();
            if (turnedAway.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                exchange.sendResponseHeaders(429, -1);
                return;
            }
            JsonNode questions = JSON.readTree(exchange.getRequestBody().readAllBytes());
            ArrayNode answers = JSON.createArrayNode();
            for (JsonNode question : questions) {
                answers.insert(0, one(question));
            }
            byte[] body = JSON.writeValueAsBytes(answers);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private JsonNode one(JsonNode question) throws IOException, InterruptedException {
        String method = question.path("method").asString();
        methods.add(method);
        Errand errand = errands.remove(method);
        if (errand != null) {
            errand.run();
        }
        ObjectNode lie = method.equals("eth_getLogs") && range(question) > longestRange
                ? JSON.createObjectNode()
                        .set(
                                "error",
                                JSON.createObjectNode().put("code", -32005).put("message", "block range too wide"))
                : lies.get(method);
        if (lie != null) {
            return lie.deepCopy().put("jsonrpc", "2.0").set("id", question.path("id"));
        }
        HttpRequest request = HttpRequest.newBuilder(node)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(question.toString()))
                .build();
        return JSON.readTree(
                client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static long range(JsonNode question) {
        JsonNode filter = question.path("params").path(0);
        return Long.decode(filter.path("toBlock").asString())
                - Long.decode(filter.path("fromBlock").asString())
                + 1;
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
    }
}
