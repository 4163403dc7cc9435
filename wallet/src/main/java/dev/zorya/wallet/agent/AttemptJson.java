package dev.zorya.wallet.agent;

import dev.zorya.wallet.agent.Attempt.Step;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An attempt as text. */
final class AttemptJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AttemptJson() {}

    static String write(Attempt attempt) {
        return JSON.createObjectNode()
                .put("id", attempt.id())
                .put("step", attempt.step().name())
                .put("connection", attempt.connection())
                .put("name", attempt.name())
                .put("label", attempt.label())
                .put("did", attempt.did())
                .put("card", attempt.card())
                .put("heard", attempt.heard())
                .put("invited", attempt.invited())
                .put("since", attempt.since().toString())
                .put("expires", attempt.expires().toString())
                .put("sent", attempt.sent())
                .put("problem", attempt.problem())
                .put("details", attempt.details())
                .toString();
    }

    /** Nothing if it is not what {@link #write} wrote. */
    static Optional<Attempt> read(String text) {
        try {
            JsonNode all = JSON.readTree(text);
            return Optional.of(new Attempt(
                    text(all, "id"),
                    Step.valueOf(text(all, "step")),
                    text(all, "connection"),
                    text(all, "name"),
                    text(all, "label"),
                    text(all, "did"),
                    text(all, "card"),
                    all.path("heard").asBoolean(false),
                    all.path("invited").asBoolean(false),
                    Instant.parse(text(all, "since")),
                    Instant.parse(text(all, "expires")),
                    all.path("sent").asLong(0),
                    text(all, "problem"),
                    text(all, "details")));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode all, String name) {
        return all.path(name).asString("");
    }
}
