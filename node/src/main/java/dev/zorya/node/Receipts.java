package dev.zorya.node;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the chain itself says of balances and fees: the demonstration does not believe its own wallets. */
final class Receipts implements AutoCloseable {
    /** @param fee in wei */
    record Receipt(long gasUsed, BigInteger fee, long block) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI node;
    private final HttpClient client = HttpClient.newHttpClient();

    Receipts(URI node) {
        this.node = node;
    }

    /** In wei. */
    BigInteger balance(String address) throws IOException, InterruptedException {
        return quantity(ask("eth_getBalance", address, "latest"));
    }

    Receipt receipt(String transaction) throws IOException, InterruptedException {
        JsonNode receipt = ask("eth_getTransactionReceipt", transaction);
        BigInteger gas = quantity(receipt.path("gasUsed"));
        return new Receipt(
                gas.longValueExact(),
                gas.multiply(quantity(receipt.path("effectiveGasPrice"))),
                quantity(receipt.path("blockNumber")).longValueExact());
    }

    private JsonNode ask(String method, Object... parameters) throws IOException, InterruptedException {
        var body = JSON.createObjectNode()
                .put("jsonrpc", "2.0")
                .put("id", 1)
                .put("method", method)
                .set("params", JSON.valueToTree(parameters));
        HttpRequest request = HttpRequest.newBuilder(node)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        return JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body())
                .path("result");
    }

    private static BigInteger quantity(JsonNode hex) {
        return new BigInteger(hex.asString().substring(2), 16);
    }

    @Override
    public void close() {
        client.close();
    }
}
