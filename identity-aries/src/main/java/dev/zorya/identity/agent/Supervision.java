package dev.zorya.identity.agent;

import dev.zorya.identity.IdentityUnavailable.Reason;
import dev.zorya.identity.Labels;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Turns the agent's events into ours. An event is only a hint that something changed: what is told is read from the agent again, so a
 * forged one, one out of order or one twice says nothing that is not so. What happened while the stream was away is read after it is back.
 */
final class Supervision implements EventStream.Sink, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Supervision.class);
    private static final Duration RESEND_CHECK = Duration.ofSeconds(2);
    private static final int MAX_WORDS = 200;

    private final Agent agent;
    private final AcaPyExtras extras;
    private final Letters letters;
    private final EventStream stream;
    private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
    private final Thread worker;
    private Consumer<AgentEvent> listener = event -> {};
    private volatile AgentState state = AgentState.STARTING;

    private interface Step {
        void run() throws AgentException;
    }

    Supervision(HttpClient http, AgentAddress address, Agent agent, AcaPyExtras extras, Letters letters) {
        this.agent = agent;
        this.extras = extras;
        this.letters = letters;
        this.stream = new EventStream(http, address, this);
        this.worker = Thread.ofVirtual().name("agent-worker").unstarted(this::work);
    }

    void start(Consumer<AgentEvent> heard) {
        listener = heard;
        worker.start();
        stream.start();
    }

    AgentState state() {
        return state;
    }

    private void work() {
        try {
            while (true) {
                @Nullable Step step = steps.poll(RESEND_CHECK.toMillis(), TimeUnit.MILLISECONDS);
                guarded(step == null ? this::resend : step);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever goes wrong with one event, the next one is heard. */
    private void guarded(Step step) {
        try {
            step.run();
        } catch (AgentException e) {
            LOG.debug("an event was not followed up: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("an event of the agent could not be handled", e);
        }
    }

    @Override
    public void open() {
        steps.add(this::catchUp);
    }

    @Override
    public void refused() {
        steps.add(() -> turn(AgentState.KEY_REFUSED));
    }

    @Override
    public void lost() {
        steps.add(() -> turn(AgentState.UNREACHABLE));
    }

    @Override
    public void event(String topic, JsonNode payload) {
        switch (topic) {
            case "connections" -> steps.add(() -> connection(Json.text(payload, "connection_id")));
            case "present_proof_v2_0" -> steps.add(() -> proof(payload));
            case "issue_credential_v2_0" -> steps.add(() -> credential(payload));
            case "basicmessages" ->
                steps.add(() -> message(Json.text(payload, "connection_id"), Json.text(payload, "content")));
            default -> LOG.trace("{}", topic);
        }
    }

    private void turn(AgentState now) {
        if (now != state) {
            state = now;
            listener.accept(new AgentEvent.StateChanged(now));
        }
    }

    /** Events missed while away are not replayed (ARIES.md 7). */
    private void catchUp() throws AgentException {
        for (String did : agent.dids()) {
            if (PeerDid.isLong(did)) {
                // its short form is unknown to the agent until then (ARIES.md 3)
                tolerant(() -> extras.get("/resolver/resolve/" + did));
            }
        }
        turn(AgentState.READY);
        for (AgentConnection connection : agent.connections()) {
            listener.accept(new AgentEvent.ConnectionChanged(connection));
        }
        for (JsonNode record :
                extras.get("/present-proof-2.0/records?limit=500").path("results")) {
            guarded(() -> proof(record));
        }
        for (JsonNode record :
                extras.get("/issue-credential-2.0/records?limit=500").path("results")) {
            guarded(() -> credential(record.path("cred_ex_record")));
        }
    }

    private void connection(String id) throws AgentException {
        if (!id.isEmpty()) {
            listener.accept(new AgentEvent.ConnectionChanged(agent.connection(id)));
        }
    }

    private void proof(JsonNode hint) throws AgentException {
        String id = Json.text(hint, "pres_ex_id");
        String connection = Json.text(hint, "connection_id");
        switch (Json.text(hint, "role") + " " + Json.text(hint, "state")) {
            case "prover request-received" -> {
                JsonNode record = extras.get("/present-proof-2.0/records/" + id);
                String words = Json.text(record.path("pres_request"), "comment");
                listener.accept(new AgentEvent.Asked(
                        id,
                        Json.text(record, "connection_id"),
                        ProofJson.type(record),
                        Labels.clean(words, MAX_WORDS)));
            }
            case "verifier presentation-received" -> listener.accept(new AgentEvent.Answered(id, connection));
            case "verifier abandoned", "prover abandoned" -> abandoned(hint, id, connection);
            default -> LOG.trace("proof {}", id);
        }
    }

    private void credential(JsonNode hint) throws AgentException {
        String id = Json.text(hint, "cred_ex_id");
        String connection = Json.text(hint, "connection_id");
        switch (Json.text(hint, "role") + " " + Json.text(hint, "state")) {
            case "holder offer-received" -> {
                JsonNode record =
                        extras.get("/issue-credential-2.0/records/" + id).path("cred_ex_record");
                JsonNode offered = record.path("by_format")
                        .path("cred_offer")
                        .path("ld_proof")
                        .path("credential");
                listener.accept(new AgentEvent.Offered(id, Json.text(record, "connection_id"), VcJson.read(offered)));
            }
            case "holder credential-received" -> {
                agent.store(id);
                listener.accept(new AgentEvent.Stored(id, connection));
            }
            case "issuer done" -> listener.accept(new AgentEvent.Issued(id, connection));
            case "issuer abandoned", "holder abandoned" -> abandoned(hint, id, connection);
            default -> LOG.trace("credential {}", id);
        }
    }

    private void abandoned(JsonNode hint, String id, String connection) {
        listener.accept(
                new AgentEvent.Abandoned(id, connection, Labels.clean(Json.text(hint, "error_msg"), MAX_WORDS)));
    }

    private void message(String connectionId, String content) {
        letters.read(connectionId, content)
                .ifPresentOrElse(
                        letter -> {
                            if (!letter.kind().isEmpty()) {
                                listener.accept(new AgentEvent.Message(connectionId, letter.kind(), letter.body()));
                            }
                            tolerant(() -> agent.sendPlain(connectionId, letter.answer()));
                        },
                        () -> LOG.debug("a message of {} characters is not for this wallet", content.length()));
    }

    private void resend() {
        if (state == AgentState.READY) {
            letters.due(System.nanoTime())
                    .forEach((id, letter) -> tolerant(() -> agent.sendPlain(letter.connectionId(), letter.content())));
        }
    }

    /** For what is tried again anyway. */
    private static void tolerant(Step step) {
        try {
            step.run();
        } catch (AgentException e) {
            if (e.reason() != Reason.UNREACHABLE) {
                LOG.debug("the agent refused: {}", e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        stream.close();
        worker.interrupt();
    }
}
