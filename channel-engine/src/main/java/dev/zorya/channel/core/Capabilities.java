package dev.zorya.channel.core;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Params;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a proposer announces that it understands our own messages: a tag and a version at the start of the 256 aux bytes
 * (DESIGN.md 4). Untrusted, and worth nothing more than the use of those messages.
 */
public final class Capabilities {
    private static final byte[] TAG = "zorya".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;

    private Capabilities() {}

    /** The aux bytes of our proposals. */
    public static Bytes aux() {
        byte[] aux = Arrays.copyOf(TAG, Params.AUX_SIZE);
        aux[TAG.length] = VERSION;
        return Bytes.wrap(aux);
    }

    /** The sender of a proposal with these aux bytes understands our messages. */
    public static boolean announced(Bytes aux) {
        return aux.slice(0, TAG.length).equals(Bytes.of(TAG)) && aux.at(TAG.length) >= VERSION;
    }
}
