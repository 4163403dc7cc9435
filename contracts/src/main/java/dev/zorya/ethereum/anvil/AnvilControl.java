package dev.zorya.ethereum.anvil;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What only a practice chain can do: time, blocks and balances as one likes. Each method throws {@link AnvilException} if the node does
 * not answer or refuses.
 */
public final class AnvilControl implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI uri;
    private final HttpClient client;
    private final AtomicLong nextId = new AtomicLong(1);

    AnvilControl(URI uri) {
        this.uri = uri;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }

    /** Seconds since 1970 of the latest block. */
    public long blockTime() throws AnvilException {
        return quantity(request("eth_getBlockByNumber", "latest", false).get("timestamp"))
                .longValueExact();
    }

    public long blockNumber() throws AnvilException {
        return quantity(request("eth_blockNumber")).longValueExact();
    }

    public long chainId() throws AnvilException {
        return quantity(request("eth_chainId")).longValueExact();
    }

    /** In wei. */
    public BigInteger balance(String address) throws AnvilException {
        return quantity(request("eth_getBalance", address, "latest"));
    }

    public void setBalance(String address, BigInteger wei) throws AnvilException {
        request("anvil_setBalance", address, "0x" + wei.toString(16));
    }

    /** Makes blocks now, whatever the mining mode is. */
    public void mine(int blocks) throws AnvilException {
        request("anvil_mine", "0x" + Integer.toHexString(blocks));
    }

    /** The next block gets exactly this time; it must be later than the latest block's. */
    public void setNextBlockTime(long seconds) throws AnvilException {
        request("evm_setNextBlockTimestamp", seconds);
    }

    /** Moves the clock of all later blocks; whole seconds. */
    public void increaseTime(Duration by) throws AnvilException {
        request("evm_increaseTime", by.toSeconds());
    }

    /** Off: transactions wait until {@link #mine}. */
    public void setInstantMining(boolean on) throws AnvilException {
        request("evm_setAutomine", on);
    }

    /** Remembers the chain as it is now. */
    public String snapshot() throws AnvilException {
        return request("evm_snapshot").stringValue();
    }

    /** Goes back to a snapshot, which is used up by it. */
    public void revert(String snapshot) throws AnvilException {
        if (!request("evm_revert", snapshot).booleanValue()) {
            throw new AnvilException(
                    AnvilException.Reason.REFUSED, "There is no snapshot " + snapshot + " of the practice chain.");
        }
    }

    /**
     * Any other request of the node's JSON-RPC interface.
     *
     * @return the result; JSON null if there is none
     * @throws AnvilException {@code NOT_ANSWERING}, or {@code REFUSED} with the node's words
     */
    public JsonNode request(String method, Object... parameters) throws AnvilException {
        JsonNode answer = exchange(method, Arrays.asList(parameters));
        JsonNode error = answer.get("error");
        if (error != null) {
            throw new AnvilException(
                    AnvilException.Reason.REFUSED,
                    "The practice chain refused " + method + ": "
                            + error.path("message").asString(""));
        }
        return answer.get("result");
    }

    /** A request whose answer is wanted as it is, error included. */
    public JsonNode exchange(String method, List<?> parameters) throws AnvilException {
        String body = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "jsonrpc", "2.0", "id", nextId.getAndIncrement(), "method", method, "params", parameters));
        var request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return JsonMapper.shared()
                    .readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notAnswering(e);
        } catch (IOException | JacksonException e) {
            throw notAnswering(e);
        }
    }

    private static AnvilException notAnswering(Exception cause) {
        return new AnvilException(
                AnvilException.Reason.NOT_ANSWERING,
                "The practice chain does not answer. Nothing was sent for sure, and only play money is concerned. Start the practice network again.",
                cause);
    }

    private static BigInteger quantity(JsonNode hex) {
        return new BigInteger(hex.stringValue().substring(2), 16);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
