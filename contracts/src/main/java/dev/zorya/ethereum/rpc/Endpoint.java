package dev.zorya.ethereum.rpc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.web3j.protocol.core.BatchRequest;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.exceptions.ClientConnectionException;
import org.web3j.protocol.http.HttpService;
import tools.jackson.core.JacksonException;

/** One address where a node answers. For several threads. */
final class Endpoint implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** Public nodes refuse longer batches. */
    private static final int LONGEST_BATCH = 100;

    private final URI uri;
    private final OkHttpClient client;
    private final HttpService service;

    Endpoint(URI uri) {
        this.uri = uri;
        this.client = new OkHttpClient.Builder()
                .connectTimeout(PATIENCE)
                .callTimeout(PATIENCE)
                .connectionPool(new ConnectionPool())
                .build();
        this.service = new HttpService(uri.toString(), client);
    }

    URI uri() {
        return uri;
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
            String message = String.valueOf(e.getMessage());
            throw RateLimit.isHttp(message)
                    ? new NodeException.Limited(uri.getAuthority() + ": " + message)
                    : new NodeException.Unreachable("no answer from " + uri.getAuthority() + ": " + message, e);
        } catch (JacksonException | ClassCastException e) {
            throw new NodeException.Unreachable("no JSON-RPC at " + uri.getAuthority(), e);
        }
        if (!open.isEmpty()) {
            throw new NodeException.Unreachable(uri.getAuthority() + " left " + open.size() + " questions open");
        }
        requireUnlimited(questions);
    }

    /** One answer that was held back makes the others useless: they are asked again together. */
    private void requireUnlimited(List<Batch.Question> questions) throws NodeException.Limited {
        for (Batch.Question question : questions) {
            String refusal = question.slot().refusal();
            if (RateLimit.isMeant(question.method(), refusal)) {
                throw new NodeException.Limited(uri.getAuthority() + ": " + refusal);
            }
        }
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }
}
