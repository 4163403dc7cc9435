package dev.zorya.node.peer;

import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.node.peer.Failure.Kind;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One line of input. Its fields are checked when a command asks for them. */
final class Request {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final double NANOS_OF_MILLI = 1e6;

    private final long begin = System.nanoTime();
    private final JsonNode json;
    private final Deadline deadline;

    private Request(JsonNode json, Duration limit) {
        this.json = json;
        JsonNode seconds = json.path("timeout");
        this.deadline = Deadline.in(
                seconds.isNumber() && seconds.asDouble() > 0 ? Durations.seconds(seconds.asDouble()) : limit);
    }

    /** A line that is no JSON object is a request for a command without a name. */
    static Request parse(String line, Duration limit) {
        try {
            return new Request(JSON.readTree(line), limit);
        } catch (JacksonException e) {
            return new Request(JSON.createObjectNode(), limit);
        }
    }

    /** As it came, to be written as it came. */
    Object id() {
        return json.has("id") ? json.get("id") : "";
    }

    String command() {
        return json.path("cmd").asString("");
    }

    double elapsedMillis() {
        return (System.nanoTime() - begin) / NANOS_OF_MILLI;
    }

    Deadline deadline() {
        return deadline;
    }

    boolean has(String field) {
        return json.hasNonNull(field);
    }

    /** An object of the protocol. */
    JsonNode object(String field) throws Failure {
        if (!json.path(field).isObject()) {
            throw wrong(field, "an object");
        }
        return json.get(field);
    }

    String text(String field) throws Failure {
        String text = text(field, "");
        if (text.isEmpty()) {
            throw wrong(field, "a text");
        }
        return text;
    }

    String text(String field, String otherwise) {
        return json.path(field).asString(otherwise);
    }

    boolean flag(String field, boolean otherwise) {
        return json.path(field).asBoolean(otherwise);
    }

    /** A whole number from 0 on. */
    long number(String field, long otherwise) throws Failure {
        if (!has(field)) {
            return otherwise;
        }
        BigInteger number = amount(field);
        if (number.bitLength() > 63) {
            throw wrong(field, "a smaller number");
        }
        return number.longValue();
    }

    ChannelId channel(String field) throws Failure {
        String text = text(field);
        if (!text.matches("(0x)?[0-9a-fA-F]{64}")) {
            throw wrong(field, "64 hexadecimal digits");
        }
        return ChannelId.fromHex(text);
    }

    BigInteger amount(String field) throws Failure {
        return amount(field, json.path(field));
    }

    BigInteger amount(String field, BigInteger otherwise) throws Failure {
        return has(field) ? amount(field) : otherwise;
    }

    /** {@code balances[asset][participant]}. */
    Balances balances(String field) throws Failure {
        List<List<BigInteger>> rows = new ArrayList<>();
        for (JsonNode row : json.path(field)) {
            List<BigInteger> amounts = new ArrayList<>();
            for (JsonNode amount : row) {
                amounts.add(amount(field, amount));
            }
            rows.add(amounts);
        }
        if (rows.isEmpty() || rows.stream().anyMatch(row -> row.size() != 2)) {
            throw wrong(field, "a list with two amounts for each asset");
        }
        return new Balances(rows);
    }

    List<String> texts(String field, List<String> otherwise) throws Failure {
        if (!has(field)) {
            return otherwise;
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode text : json.path(field)) {
            if (!text.isString()) {
                throw wrong(field, "a list of texts");
            }
            texts.add(text.asString());
        }
        return texts;
    }

    /** A decimal string; a whole JSON number is understood as well. */
    private static BigInteger amount(String field, JsonNode json) throws Failure {
        String text = json.isString() || json.isIntegralNumber() ? json.asString() : "";
        if (!text.matches("[0-9]{1,78}")) {
            throw wrong(field, "an amount in the smallest unit, as a decimal string");
        }
        return new BigInteger(text);
    }

    static Failure wrong(String field, String expected) {
        return new Failure(Kind.OTHER, "The field \"" + field + "\" has to be " + expected + ".");
    }
}
