package dev.zorya.ethereum.rpc;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One question of a {@link Batch}; holds the answer once the batch has run. */
public final class Slot {
    private final String method;
    private @Nullable JsonReply reply;

    Slot(String method) {
        this.method = method;
    }

    void fill(JsonReply answer) {
        reply = answer;
    }

    /** The result as it came; JSON null if the node has no such thing. */
    public JsonNode json() throws NodeException.Refused {
        JsonReply answer = Objects.requireNonNull(reply, "the batch has not run");
        if (answer.hasError()) {
            String message = Objects.requireNonNullElse(answer.getError().getMessage(), "");
            String data = Objects.requireNonNullElse(answer.getError().getData(), "");
            throw new NodeException.Refused(message, data);
        }
        return answer.getResult();
    }

    /** The node's words if it refused, empty if not. */
    String refusal() {
        JsonReply answer = Objects.requireNonNull(reply, "the batch has not run");
        return answer.hasError() ? Objects.requireNonNullElse(answer.getError().getMessage(), "") : "";
    }

    /** A hexadecimal number of any length, also one that fills a word. */
    public BigInteger quantity() throws NodeException.Refused {
        return quantity(json());
    }

    public Bytes bytes() throws NodeException.Refused {
        return bytes(json());
    }

    Bytes bytes(JsonNode hex) throws NodeException.Refused {
        try {
            return Bytes.fromHex(hex.asString(""));
        } catch (MalformedException e) {
            throw unusable(hex);
        }
    }

    /** The last 20 bytes of a word. */
    public Bytes address() throws NodeException.Refused {
        Bytes word = bytes();
        if (word.size() != 32) {
            throw unusable(json());
        }
        return word.slice(12, 32);
    }

    BigInteger quantity(JsonNode hex) throws NodeException.Refused {
        String text = hex.asString("");
        if (!text.matches("0x[0-9a-fA-F]{1,64}")) {
            throw unusable(hex);
        }
        return new BigInteger(text.substring(2), 16);
    }

    private NodeException.Refused unusable(JsonNode result) {
        String text = result.toString();
        return new NodeException.Refused(
                "unusable answer to " + method + ": " + text.substring(0, Math.min(100, text.length())), "");
    }
}
