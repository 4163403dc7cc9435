package dev.zorya.interop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A scripted peer in its own process. Commands run side by side; each method that waits fails with what the peer said, and with its last
 * words if it is gone.
 */
final class Peer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** The peers' own limits are shorter, so a command ends with their words and not with ours. */
    private static final Duration PATIENCE = Duration.ofSeconds(50);

    private final Process process;
    private final PrintWriter in;
    private final EventLog events;
    private final LastWords words;
    private final Map<String, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private final AtomicLong next = new AtomicLong();
    private final String name;

    private Peer(String name, Process process) {
        this.name = name;
        this.process = process;
        this.in = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        this.events = new EventLog(name);
        this.words = new LastWords(process.errorReader(StandardCharsets.UTF_8));
        Thread.ofVirtual().name(name + "-lines").start(this::readLines);
    }

    /** Starts a program and waits until it is ready. */
    static Peer start(String name, List<String> command) throws IOException, InterruptedException {
        Peer peer = new Peer(name, new ProcessBuilder(command).start());
        try {
            peer.event("ready");
            return peer;
        } catch (AssertionError e) {
            peer.close();
            throw e;
        }
    }

    String name() {
        return name;
    }

    private void readLines() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                take(JSON.readTree(line));
            }
        } catch (IOException e) {
            words.add("reading its lines failed: " + e);
        } finally {
            String reason = "the process of " + name + " ended" + words.tail();
            events.end(reason);
            open.values().forEach(result -> result.completeExceptionally(new IOException(reason)));
        }
    }

    private void take(JsonNode line) {
        if (line.path("type").asString().equals("event")) {
            events.add(line);
            return;
        }
        CompletableFuture<JsonNode> result = open.remove(line.path("id").asString());
        if (result != null) {
            result.complete(line);
        }
    }

    /**
     * Sends a command and does not wait.
     *
     * @param fields name, value, name, value …
     */
    CompletableFuture<JsonNode> send(String command, Object... fields) {
        String id = name + "-" + next.incrementAndGet();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", id);
        line.put("cmd", command);
        for (int i = 0; i < fields.length; i += 2) {
            line.put((String) fields[i], fields[i + 1]);
        }
        CompletableFuture<JsonNode> result = new CompletableFuture<>();
        open.put(id, result);
        in.println(JSON.writeValueAsString(line));
        if (in.checkError() || !process.isAlive()) {
            result.completeExceptionally(new IOException("the process of " + name + " is gone" + words.tail()));
        }
        return result;
    }

    /** Sends a command and waits for its success. */
    JsonNode ok(String command, Object... fields) throws InterruptedException {
        return succeeded(send(command, fields));
    }

    /** Waits for the success of what was sent. */
    JsonNode succeeded(CompletableFuture<JsonNode> sent) throws InterruptedException {
        JsonNode result = result(sent);
        if (!result.path("ok").asBoolean()) {
            throw new AssertionError(name + " failed: " + result + words.tail());
        }
        return result;
    }

    /** Sends a command and waits for its failure. */
    JsonNode refused(String command, Object... fields) throws InterruptedException {
        return refused(send(command, fields));
    }

    /** Waits for the failure of what was sent. */
    JsonNode refused(CompletableFuture<JsonNode> sent) throws InterruptedException {
        JsonNode result = result(sent);
        if (result.path("ok").asBoolean()) {
            throw new AssertionError(name + " should have been refused: " + result);
        }
        return result;
    }

    /** Sends a command and waits for its result, whatever it is. */
    JsonNode result(String command, Object... fields) throws InterruptedException {
        return result(send(command, fields));
    }

    private JsonNode result(CompletableFuture<JsonNode> sent) throws InterruptedException {
        try {
            return sent.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(name + " gave no result. It reported " + events + words.tail(), e);
        } catch (ExecutionException e) {
            throw new AssertionError("no result from " + name, e);
        }
    }

    /** The first event of this name, past or coming. */
    JsonNode event(String event) throws InterruptedException {
        return event(event, line -> true);
    }

    /** The first event of this name about this channel, past or coming. */
    JsonNode event(String event, String channel) throws InterruptedException {
        return event(event, line -> line.path("channel").asString().equals(channel));
    }

    /** The first event of this name that matches, past or coming. */
    JsonNode event(String event, Predicate<JsonNode> matching) throws InterruptedException {
        return events.await(
                line -> line.path("event").asString().equals(event) && matching.test(line), event, PATIENCE, words);
    }

    /** Whether what was sent succeeded; a refusal is no fault here. */
    boolean paid(CompletableFuture<JsonNode> sent) throws InterruptedException {
        return result(sent).path("ok").asBoolean();
    }

    /** All events of this name about this channel after a mark. */
    List<JsonNode> eventsSince(int mark, String event, String channel) {
        return events.since(mark).stream()
                .filter(line -> line.path("event").asString().equals(event)
                        && line.path("channel").asString().equals(channel))
                .toList();
    }

    /** How many events there were; those from this number on are newer. */
    int mark() {
        return events.size();
    }

    /** The first event of this name after a mark. */
    JsonNode eventAfter(int mark, String event) throws InterruptedException {
        return events.awaitAfter(mark, line -> line.path("event").asString().equals(event), event, PATIENCE, words);
    }

    /** Ends the process as a power failure would, and waits for its end. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        in.close();
        try {
            if (process.waitFor(10, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
