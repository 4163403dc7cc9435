package dev.zorya.channel.core;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Params;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a proposer announces that it understands our own messages: a tag and a version at the start of the 256 aux bytes
 * (DESIGN.md 4). Untrusted, and worth nothing more than the use of those messages.
 */
public final class Capabilities {
    private static final byte[] TAG = "zorya".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;
    private static final int ANSWER_AT = TAG.length + 1;

    private Capabilities() {}

    /** The aux bytes of our proposals, where no time is set for the answer. */
    public static Bytes aux() {
        return aux(Duration.ZERO);
    }

    /**
     * The aux bytes of our proposals.
     *
     * @param answer how long we wait for the answer. A duration and no date, because two clocks may differ. Whole seconds
     */
    public static Bytes aux(Duration answer) {
        byte[] aux = Arrays.copyOf(TAG, Params.AUX_SIZE);
        aux[TAG.length] = VERSION;
        ByteBuffer.wrap(aux).putInt(ANSWER_AT, (int) Math.min(answer.toSeconds(), Integer.MAX_VALUE));
        return Bytes.wrap(aux);
    }

    /** How long the proposer waits for the answer from when it sent these aux bytes, if it says so. */
    public static Optional<Duration> answer(Bytes aux) {
        int seconds = ByteBuffer.wrap(aux.toArray()).getInt(ANSWER_AT);
        return announced(aux) && seconds > 0 ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty();
    }

    /** The sender of a proposal with these aux bytes understands our messages. */
    public static boolean announced(Bytes aux) {
        return aux.slice(0, TAG.length).equals(Bytes.of(TAG)) && aux.at(TAG.length) >= VERSION;
    }
}
