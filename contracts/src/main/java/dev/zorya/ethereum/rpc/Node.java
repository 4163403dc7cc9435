package dev.zorya.ethereum.rpc;

import dev.zorya.channel.value.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.web3j.protocol.core.BatchRequest;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.exceptions.ClientConnectionException;
import org.web3j.protocol.http.HttpService;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A node reached over HTTP. For several threads. */
public final class Node implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** Public nodes refuse longer batches. */
    private static final int LONGEST_BATCH = 100;

    private final URI uri;
    private final OkHttpClient client;
    private final HttpService service;

    private Node(URI uri) {
        this.uri = uri;
        this.client = new OkHttpClient.Builder()
                .connectTimeout(PATIENCE)
                .callTimeout(PATIENCE)
                .connectionPool(new ConnectionPool())
                .build();
        this.service = new HttpService(uri.toString(), client);
    }

    /** Does not connect yet. */
    public static Node at(URI http) {
        return new Node(http);
    }

    public URI uri() {
        return uri;
    }

    public Batch batch() {
        return new Batch(this);
    }

    public Head head() throws NodeException {
        return head(one(Batch::head));
    }

    /** Reads the answer to {@link Batch#head}. */
    public static Head head(Slot slot) throws NodeException.Refused {
        JsonNode block = slot.json();
        return new Head(
                slot.quantity(block.path("number")).longValue(),
                slot.bytes(block.path("hash")),
                Instant.ofEpochSecond(slot.quantity(block.path("timestamp")).longValue()),
                block.has("baseFeePerGas") ? slot.quantity(block.path("baseFeePerGas")) : BigInteger.ZERO);
    }

    /** Block time in the answer to {@link Batch#block}, also of a block that is still being made and has no hash. */
    public static Instant blockTime(Slot slot) throws NodeException.Refused {
        return Instant.ofEpochSecond(
                slot.quantity(slot.json().path("timestamp")).longValue());
    }

    /**
     * Hands a signed transaction to the node.
     *
     * @throws NodeException.Refused if the node does not take it, also if it has it already; see {@link SendRefusal}
     */
    public void send(Bytes raw) throws NodeException.Refused, NodeException.Unreachable {
        one(batch -> batch.ask("eth_sendRawTransaction", Batch.hex(raw))).json();
    }

    /** The receipt, if the transaction is in a block. */
    public Optional<Receipt> receipt(Bytes transaction) throws NodeException {
        return Receipt.of(one(batch -> batch.receipt(transaction)));
    }

    private Slot one(Function<Batch, Slot> question) throws NodeException.Unreachable {
        Batch batch = batch();
        Slot slot = question.apply(batch);
        batch.run();
        return slot;
    }

    void exchange(List<Batch.Question> questions) throws NodeException.Unreachable {
        for (int from = 0; from < questions.size(); from += LONGEST_BATCH) {
            exchangeSome(questions.subList(from, Math.min(questions.size(), from + LONGEST_BATCH)));
        }
    }

    private void exchangeSome(List<Batch.Question> questions) throws NodeException.Unreachable {
        Map<Long, Slot> open = new HashMap<>();
        BatchRequest batch = new BatchRequest(service);
        for (Batch.Question question : questions) {
            var request = new Request<>(question.method(), question.parameters(), service, JsonReply.class);
            open.put(request.getId(), question.slot());
            batch.add(request);
        }
        try {
            // the answers may come in any order
            for (Response<?> reply : batch.send().getResponses()) {
                Slot slot = open.remove(reply.getId());
                if (slot != null) {
                    slot.fill((JsonReply) reply);
                }
            }
        } catch (IOException | UncheckedIOException | ClientConnectionException e) {
            throw new NodeException.Unreachable("no answer from " + uri.getAuthority() + ": " + e.getMessage(), e);
        } catch (JacksonException | ClassCastException e) {
            throw new NodeException.Unreachable("no JSON-RPC at " + uri.getAuthority(), e);
        }
        if (!open.isEmpty()) {
            throw new NodeException.Unreachable(uri.getAuthority() + " left " + open.size() + " questions open");
        }
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }
}
