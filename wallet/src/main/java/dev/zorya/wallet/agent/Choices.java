package dev.zorya.wallet.agent;

import dev.zorya.channel.port.StoreException;
import dev.zorya.storage.Settings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The choice and every DID that this wallet has had, in the settings; one value, so that the two never contradict each other. */
final class Choices {
    private static final Logger LOG = LoggerFactory.getLogger(Choices.class);
    private static final String KEY = "identity";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Settings settings;
    private final String builtIn;

    /**
     * What is kept.
     *
     * @param past oldest first, the present one last
     */
    record Kept(Choice choice, List<String> past) {}

    /** @param builtIn DID of the built-in identity */
    Choices(Settings settings, String builtIn) {
        this.settings = settings;
        this.builtIn = builtIn;
    }

    Kept read() throws StoreException {
        String text = settings.get(KEY).orElse("{}");
        try {
            JsonNode kept = JSON.readTree(text);
            List<String> past = new ArrayList<>(List.of(builtIn));
            kept.path("past").forEach(did -> past.add(did.asString("")));
            String did = kept.path("did").asString("");
            Choice choice = switch (kept.path("kind").asString("")) {
                case "own" ->
                    new Choice.Own(
                            kept.path("admin").asString(""), kept.path("key").asString(""), did);
                case "local" -> new Choice.Local(did);
                default -> new Choice.BuiltIn();
            };
            return new Kept(choice, List.copyOf(new LinkedHashSet<>(past)));
        } catch (JacksonException e) {
            LOG.warn("which identity was chosen cannot be read; the built-in one is used");
            return new Kept(new Choice.BuiltIn(), List.of(builtIn));
        }
    }

    void write(Choice choice) throws StoreException {
        ObjectNode kept = JSON.createObjectNode();
        SequencedSet<String> past = new LinkedHashSet<>(read().past());
        switch (choice) {
            case Choice.BuiltIn none -> kept.put("kind", "builtIn");
            case Choice.Own own -> {
                kept.put("kind", "own").put("admin", own.admin()).put("key", own.sealedKey());
                kept.put("did", own.did());
                past.addLast(own.did());
            }
            case Choice.Local local -> {
                kept.put("kind", "local").put("did", local.did());
                past.addLast(local.did());
            }
        }
        past.forEach(kept.putArray("past")::add);
        settings.put(KEY, kept.toString());
    }
}
