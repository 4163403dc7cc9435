package dev.zorya.identity.agent;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the agent speaks it. No name twice: two readers must never see two things in one text. */
final class Json {
    private static final JsonMapper MAPPER = new JsonMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array(String... texts) {
        ArrayNode array = MAPPER.createArrayNode();
        for (String text : texts) {
            array.add(text);
        }
        return array;
    }

    static ArrayNode list(JsonNode... nodes) {
        ArrayNode array = MAPPER.createArrayNode();
        for (JsonNode node : nodes) {
            array.add(node);
        }
        return array;
    }

    /** Missing if the text is no JSON. */
    static JsonNode read(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : MAPPER.readTree(text);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** The text of a field, or an empty one where there is none or something else. */
    static String text(JsonNode parent, String name) {
        JsonNode node = parent.path(name);
        return node.isString() ? node.stringValue() : "";
    }
}
