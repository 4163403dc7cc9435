package dev.zorya.identity;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * A flat JSON object of texts and whole numbers, read strictly: no name twice, nothing after the end. Nested values are skipped, so
 * that a later version may add them; what was signed is the text, not this reading of it.
 */
public final class Claims {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final int MAX_FIELDS = 64;
    private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,17}");

    private final Map<String, String> fields;

    private Claims(Map<String, String> fields) {
        this.fields = fields;
    }

    public static String write(Consumer<JsonGenerator> fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            fields.accept(json);
            json.writeEndObject();
        }
        return text.toString();
    }

    public static Claims read(byte[] utf8) throws ContactRefused {
        Map<String, String> fields = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), utf8)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw CompactJws.damaged("claims");
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME && fields.size() < MAX_FIELDS) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT) {
                    fields.put(name, json.getString());
                } else {
                    json.skipChildren();
                }
            }
            if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
                throw CompactJws.damaged("claims");
            }
        } catch (JacksonException e) {
            throw CompactJws.damaged("claims");
        }
        return new Claims(fields);
    }

    Map<String, String> all() {
        return Map.copyOf(fields);
    }

    public int size() {
        return fields.size();
    }

    public String text(String name) throws ContactRefused {
        @Nullable String value = fields.get(name);
        if (value == null) {
            throw CompactJws.damaged(name);
        }
        return value;
    }

    /** The text, or an empty one where the claim is absent. */
    public String optional(String name) {
        return fields.getOrDefault(name, "");
    }

    /** A whole number from 0 to 10^18, written without sign or leading zeros. */
    public long number(String name) throws ContactRefused {
        String text = text(name);
        if (!WHOLE.matcher(text).matches()) {
            throw CompactJws.damaged(name);
        }
        return Long.parseLong(text);
    }
}
