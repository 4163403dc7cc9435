package dev.zorya.identity.agent;

import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Keeps a websocket to the agent open: again after each loss, with a longer wait each time. A wrong key opens it as well; the first frame
 * says so (ARIES.md 2).
 */
final class EventStream implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final HttpClient http;
    private final AgentAddress address;
    private final Sink sink;
    private final Thread thread;
    private volatile boolean known;

    /** Called one at a time. */
    interface Sink {
        /** The agent listens to us; what happened before is not told again. */
        void open();

        void refused();

        void lost();

        void event(String topic, JsonNode payload);
    }

    EventStream(HttpClient http, AgentAddress address, Sink sink) {
        this.http = http;
        this.address = address;
        this.sink = sink;
        this.thread = Thread.ofVirtual().name("agent-events").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        Duration pause = FIRST_WAIT;
        try {
            while (true) {
                known = false;
                once();
                pause = known ? FIRST_WAIT : min(pause.multipliedBy(2));
                Thread.sleep(pause);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration min(Duration pause) {
        return pause.compareTo(LONGEST_WAIT) < 0 ? pause : LONGEST_WAIT;
    }

    private void once() throws InterruptedException {
        Heartbeat beat = new Heartbeat(this::frame);
        WebSocket socket;
        try {
            socket = http.newWebSocketBuilder()
                    .header("X-API-Key", address.key())
                    .connectTimeout(CONNECT)
                    .buildAsync(address.webSocket(), beat)
                    .get(CONNECT.toSeconds() + 1, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("no events from {}: {}", address, e.getMessage());
            sink.lost();
            return;
        }
        try {
            while (!beat.ended().isDone() && !beat.silent()) {
                try {
                    beat.ended().get(1, TimeUnit.SECONDS);
                } catch (ExecutionException | TimeoutException waiting) {
                    LOG.trace("events of {} go on", address);
                }
            }
        } finally {
            socket.abort();
        }
        if (known) {
            sink.lost();
        }
    }

    private void frame(String text) {
        JsonNode frame = Json.read(text);
        String topic = Json.text(frame, "topic");
        switch (topic) {
            case "settings" ->
                greeted(frame.path("payload").path("authenticated").asBoolean(false));
            case "ping", "" -> LOG.trace("{}", topic);
            default -> sink.event(topic, frame.path("payload"));
        }
    }

    private void greeted(boolean authenticated) {
        known = authenticated;
        if (authenticated) {
            sink.open();
        } else {
            sink.refused();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
