package dev.zorya.channel.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.zorya.channel.codec.Codec;
import dev.zorya.channel.codec.Decoding;
import dev.zorya.channel.codec.NotCarriedException;
import dev.zorya.channel.perunio.Perunio;
import dev.zorya.channel.protobuf.Protobuf;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.vectors.RandomValues;
import dev.zorya.channel.vectors.Vectors;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever arrives, the decoders say what it is, that more is needed, or that it is malformed: nothing else is thrown, nothing
 * takes long, and what is allocated is in proportion to what arrived (THREATS.md 50). Thirty seconds of it run with all tests;
 * {@code -Dzorya.fuzz.inputs=10000000} plays so many inputs instead.
 */
@Tag("slow")
@Tag("threat-50")
class DecoderFuzzTest {
    private static final Duration USUAL = Duration.ofSeconds(15);
    private static final long INPUTS = Long.getLong("zorya.fuzz.inputs", 0) / 2;
    private static final long SEED = Long.getLong("zorya.fuzz.seed", System.nanoTime());
    private static final int MESSAGES = 400;

    /** For each byte that arrived, and for a message without any: objects of 24 bytes for single bytes, and exceptions. */
    private static final int BYTES_PER_BYTE = 64;

    private static final int BYTES_AT_LEAST = 64 << 10;
    private static final Duration LONG = Duration.ofSeconds(2);

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    @DisplayName("perunio")
    void perunio() {
        play(new Perunio(Vectors.APPS), Perunio.MAX_ENVELOPE);
    }

    @Test
    @DisplayName("protobuf")
    void protobuf() {
        play(new Protobuf(Vectors.APPS), Protobuf.MAX_READ);
    }

    private void play(Codec codec, int limit) {
        List<byte[]> frames = frames(codec);
        long end = System.nanoTime() + USUAL.toNanos();
        long inputs = 0;
        long understood = 0;
        while (INPUTS > 0 ? inputs < INPUTS : System.nanoTime() < end) {
            if (survives(codec, limit, frames, SEED + inputs)) {
                understood++;
            }
            inputs++;
        }
        System.out.printf(
                "%s: %,d inputs from seed %d, %,d of them were messages%n",
                codec.getClass().getSimpleName(), inputs, SEED, understood);
        assertTrue(understood > 0 && understood < inputs, "the damage is neither always nor never deadly");
    }

    /** Each kind of message with each codec that carries it. */
    private static List<byte[]> frames(Codec codec) {
        List<byte[]> frames = new ArrayList<>();
        LongStream.range(0, MESSAGES).forEach(seed -> {
            try {
                frames.add(codec.encode(new RandomValues(seed).envelope()));
            } catch (NotCarriedException other) {
                // one of the kinds that only the other codec has
            }
        });
        return frames;
    }

    private boolean survives(Codec codec, int limit, List<byte[]> frames, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] garbled = frames.get(random.nextInt(frames.size()));
        for (int i = random.nextInt(3); i >= 0 && garbled.length > 0; i--) {
            Garble kind = Garble.values()[random.nextInt(Garble.values().length)];
            garbled = kind.apply(garbled, frames.get(random.nextInt(frames.size())), random);
        }
        try {
            Cost cost = new Cost(codec, limit, garbled);
            // the first time a class is loaded or a method compiled is nobody's fault
            if (cost.isTooMuch()) {
                cost = new Cost(codec, limit, garbled);
            }
            assertFalse(cost.isTooMuch(), cost::toString);
            return cost.understood;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + Bytes.of(garbled).hex(), e);
        }
    }

    /** What it took to decode an input. */
    private final class Cost {
        private final int size;
        private final boolean understood;
        private final long allocated;
        private final Duration took;

        Cost(Codec codec, int limit, byte[] bytes) {
            size = bytes.length;
            long started = System.nanoTime();
            long before = threads.getCurrentThreadAllocatedBytes();
            understood = understands(codec, limit, bytes);
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
            took = Duration.ofNanos(System.nanoTime() - started);
        }

        boolean isTooMuch() {
            return allocated > BYTES_AT_LEAST + (long) BYTES_PER_BYTE * size || took.compareTo(LONG) > 0;
        }

        @Override
        public String toString() {
            return allocated + " bytes and " + took + " for " + size + " bytes";
        }
    }

    private static boolean understands(Codec codec, int limit, byte[] bytes) {
        try {
            return switch (codec.decode(ByteBuffer.wrap(bytes), limit)) {
                case Decoding.Complete complete -> complete.consumed() <= bytes.length;
                case Decoding.NeedMore more -> {
                    assertTrue(
                            more.total() > bytes.length && more.total() <= limit, "more is needed, within the limit");
                    yield false;
                }
            };
        } catch (MalformedException expected) {
            return false;
        }
    }
}
