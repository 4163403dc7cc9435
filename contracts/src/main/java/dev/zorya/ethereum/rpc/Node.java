package dev.zorya.ethereum.rpc;

import dev.zorya.channel.value.Bytes;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The way to a chain: one endpoint, or several of which one answers the questions and all get the transactions. For several
 * threads.
 */
public final class Node implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);

    private volatile List<Endpoint> endpoints;
    private volatile Endpoint chosen;

    private Node(List<Endpoint> endpoints) {
        this.endpoints = endpoints;
        this.chosen = endpoints.getFirst();
    }

    /** Does not connect yet. */
    public static Node at(URI http) {
        return at(List.of(http));
    }

    /**
     * Does not connect yet.
     *
     * @param https at least one; questions go to the first until another is chosen
     */
    public static Node at(List<URI> https) {
        return new Node(https.stream().map(Endpoint::new).toList());
    }

    /** A way to each endpoint alone, over the same connections; closing this one closes them. */
    public List<Node> each() {
        return endpoints.stream().map(endpoint -> new Node(List.of(endpoint))).toList();
    }

    /** Other nodes after the first one from now on. The connections to those that stay are kept, the others are closed. */
    public void further(List<URI> https) {
        List<Endpoint> before = endpoints;
        List<Endpoint> next = new ArrayList<>(List.of(before.getFirst()));
        for (URI uri : https) {
            next.add(before.stream()
                    .filter(endpoint -> endpoint.uri().equals(uri))
                    .findFirst()
                    .orElseGet(() -> new Endpoint(uri)));
        }
        endpoints = List.copyOf(next);
        if (!next.contains(chosen)) {
            chosen = next.getFirst();
        }
        before.stream().filter(endpoint -> !next.contains(endpoint)).forEach(Endpoint::close);
    }

    /** From now on questions go where those of {@code one} go, which is one of {@link #each}. */
    public void choose(Node one) {
        chosen = one.chosen;
    }

    /** Where questions go at present. */
    public URI uri() {
        return chosen.uri();
    }

    public Batch batch() {
        return new Batch(this);
    }

    public Trial trial() {
        return new Trial(this);
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
        // whoever hides it from the network or has forgotten it does not matter as long as one of them passes it on
        endpoints.stream()
                .filter(endpoint -> endpoint != chosen)
                .forEach(other -> Thread.ofVirtual().start(() -> sendQuietly(other, raw)));
        one(batch -> batch.ask("eth_sendRawTransaction", Batch.hex(raw))).json();
    }

    private static void sendQuietly(Endpoint endpoint, Bytes raw) {
        try {
            new Node(List.of(endpoint)).send(raw);
        } catch (NodeException e) {
            LOG.debug("{} did not take a transaction: {}", endpoint.uri().getAuthority(), e.getMessage());
        }
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
        chosen.exchange(questions);
    }

    @Override
    public void close() {
        endpoints.forEach(Endpoint::close);
    }
}
