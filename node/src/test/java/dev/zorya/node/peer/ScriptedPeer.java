package dev.zorya.node.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that speaks the control protocol, as a process. Events are kept from its start on, so none is missed. */
public final class ScriptedPeer implements AutoCloseable {
    /** Longer than any command may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Process process;
    private final PrintWriter in;
    private final AtomicLong ids = new AtomicLong();
    private final Map<String, CompletableFuture<JsonNode>> results = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new ArrayList<>();
    private final JsonNode info;
    private boolean ended;

    private ScriptedPeer(Process process) {
        this.process = process;
        this.in = new PrintWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8), true);
        Thread.ofVirtual().start(this::read);
        this.info = await("ready", event -> true);
    }

    /** Starts a program, which is ready when this returns. Its standard error is ours. */
    public static ScriptedPeer start(List<String> command) throws IOException {
        return new ScriptedPeer(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Starts {@code ./zorya peer} from our own class path. */
    public static ScriptedPeer zorya(List<String> flags) throws IOException {
        List<String> command = new ArrayList<>(zoryaCommand());
        command.addAll(flags);
        return start(command);
    }

    /** How {@code ./zorya peer} is started from our own class path; its flags follow. */
    public static List<String> zoryaCommand() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.zorya.node.peer.PeerCommand");
    }

    /** What the peer said about itself when it was ready. */
    public JsonNode info() {
        return info;
    }

    public String name() {
        return info.path("name").asString();
    }

    /** Makes two peers know each other. */
    public static void introduce(ScriptedPeer one, ScriptedPeer other) {
        one.knows(other);
        other.knows(one);
    }

    public void knows(ScriptedPeer other) {
        call(
                "add-peer",
                Map.of(
                        "peer", other.name(),
                        "address", other.info.path("address").asString(),
                        "host", other.info.path("host").asString()));
    }

    /** Gives a command; the result comes later, whether it is good or not. */
    public CompletableFuture<JsonNode> send(String command, Map<String, ?> fields) {
        String id = "t-" + ids.incrementAndGet();
        CompletableFuture<JsonNode> result = new CompletableFuture<>();
        results.put(id, result);
        Map<String, Object> message = new LinkedHashMap<>(Map.of("id", id, "cmd", command));
        message.putAll(fields);
        line(JSON.writeValueAsString(message));
        return result;
    }

    /** A line as it is. */
    public void line(String text) {
        in.println(text);
    }

    /** A command that has to do what it says. */
    public JsonNode call(String command, Map<String, ?> fields) {
        JsonNode result = result(send(command, fields));
        if (!result.path("ok").asBoolean()) {
            throw new AssertionError(command + " of " + name() + ": " + result);
        }
        return result;
    }

    /** A command that has to be refused. */
    public JsonNode refused(String command, Map<String, ?> fields) {
        JsonNode result = result(send(command, fields));
        if (result.path("ok").asBoolean()) {
            throw new AssertionError(command + " of " + name() + " was not refused: " + result);
        }
        return result;
    }

    public static JsonNode result(CompletableFuture<JsonNode> sent) {
        try {
            return sent.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            throw new AssertionError("no result", e);
        }
    }

    /** The first event of this name that fits, from the start of the process on. */
    public JsonNode await(String name, Predicate<JsonNode> fits) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        synchronized (events) {
            while (true) {
                for (JsonNode event : events) {
                    if (event.path("event").asString("").equals(name) && fits.test(event)) {
                        return event;
                    }
                }
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0 || ended) {
                    throw new AssertionError("no event " + name + " among " + events);
                }
                try {
                    events.wait(left);
                } catch (InterruptedException e) {
                    throw new AssertionError("interrupted", e);
                }
            }
        }
    }

    /** The first event of this name about a channel. */
    public JsonNode await(String name, String channel) {
        return await(name, event -> event.path("channel").asString("").equals(channel));
    }

    /** How often an event of this name about a channel has come so far. */
    public long count(String name, String channel) {
        synchronized (events) {
            return events.stream()
                    .filter(event -> event.path("event").asString("").equals(name)
                            && event.path("channel").asString("").equals(channel))
                    .count();
        }
    }

    private void read() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String text = out.readLine(); text != null; text = out.readLine()) {
                take(JSON.readTree(text));
            }
        } catch (IOException | RuntimeException e) {
            System.err.println("The output of a peer is over: " + e);
        }
        synchronized (events) {
            ended = true;
            events.notifyAll();
        }
        results.values().forEach(result -> result.completeExceptionally(new IOException("the peer ended")));
    }

    private void take(JsonNode message) {
        if (message.path("type").asString("").equals("result")) {
            CompletableFuture<JsonNode> result =
                    results.remove(message.path("id").asString(""));
            if (result != null) {
                result.complete(message);
                return;
            }
        }
        synchronized (events) {
            events.add(message);
            events.notifyAll();
        }
    }

    /** Waits for the process to end by itself. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the peer does not end");
        }
        return process.exitValue();
    }

    /** As kill -9 does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    /** The end of its input, as a rig that goes away. */
    @Override
    public void close() {
        in.close();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
