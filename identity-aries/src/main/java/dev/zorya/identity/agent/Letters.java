package dev.zorya.identity.agent;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Our own messages inside basic messages: typed, numbered, acknowledged and sent again, because the agent only says that it has queued one
 * (ARIES.md 3, 4). Other wallets show them as text, so they are few and small.
 */
final class Letters {
    static final int MAX_CHARS = 64 * 1024;

    private static final String TYPE = "urn:perun:contact/1.0/";
    private static final String ACK = "ack";
    private static final int MAX_REMEMBERED = 1_000;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final Map<String, Unanswered> unanswered = new ConcurrentHashMap<>();
    private final Set<String> seen = Collections.newSetFromMap(Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MAX_REMEMBERED;
        }
    }));

    /** @param due when to send it again, on the clock of {@link System#nanoTime} */
    record Unanswered(String connectionId, String content, long due, Duration pause) {
        Unanswered later(long now) {
            Duration twice = pause.multipliedBy(2);
            Duration longer = twice.compareTo(LONGEST_WAIT) < 0 ? twice : LONGEST_WAIT;
            return new Unanswered(connectionId, content, now + longer.toNanos(), longer);
        }
    }

    /** @param answer to send back, or empty */
    record Received(String kind, String body, String answer) {}

    /** The content of a new message, which is sent again until it is acknowledged. */
    String write(String connectionId, String kind, String body) {
        String id = UUID.randomUUID().toString();
        String content = Json.object()
                .put("@type", TYPE + kind)
                .put("@id", id)
                .put("body", body)
                .toString();
        if (content.length() > MAX_CHARS) {
            throw new IllegalArgumentException("a message of " + content.length() + " characters");
        }
        if (unanswered.size() < MAX_REMEMBERED) {
            unanswered.put(
                    id, new Unanswered(connectionId, content, System.nanoTime() + FIRST_WAIT.toNanos(), FIRST_WAIT));
        }
        return content;
    }

    /** What has waited long enough, to be sent again now. */
    Map<String, Unanswered> due(long now) {
        Map<String, Unanswered> due = new LinkedHashMap<>();
        unanswered.forEach((id, letter) -> {
            if (now - letter.due() >= 0) {
                due.put(id, letter);
                unanswered.replace(id, letter, letter.later(now));
            }
        });
        return due;
    }

    void forget(String connectionId) {
        unanswered.values().removeIf(letter -> letter.connectionId().equals(connectionId));
    }

    /** Nothing if it is not one of ours, too large, or an acknowledgement. A message that comes again has an empty kind. */
    Optional<Received> read(String connectionId, String content) {
        JsonNode letter = content.length() > MAX_CHARS ? Json.object() : Json.read(content);
        String type = Json.text(letter, "@type");
        String id = Json.text(letter, "@id");
        if (!type.startsWith(TYPE) || id.isEmpty() || id.length() > 64) {
            return Optional.empty();
        }
        String kind = type.substring(TYPE.length());
        if (kind.equals(ACK)) {
            String answered = Json.text(letter, "thid");
            @Nullable Unanswered known = unanswered.get(answered);
            if (known != null && known.connectionId().equals(connectionId)) {
                unanswered.remove(answered);
            }
            return Optional.empty();
        }
        String answer = Json.object()
                .put("@type", TYPE + ACK)
                .put("@id", UUID.randomUUID().toString())
                .put("thid", id)
                .toString();
        boolean first = seen.add(connectionId + "/" + id);
        return Optional.of(new Received(first ? kind : "", Json.text(letter, "body"), answer));
    }
}
