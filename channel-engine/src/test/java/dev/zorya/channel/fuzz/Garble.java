package dev.zorya.channel.fuzz;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Ways to spoil a frame that keep most of it, so that the damage arrives deep inside the decoder. */
enum Garble {
    /** A few bytes become others. */
    SPRINKLE {
        @Override
        byte[] apply(byte[] frame, byte[] other, RandomGenerator random) {
            byte[] garbled = frame.clone();
            for (int i = random.nextInt(8); i >= 0; i--) {
                garbled[random.nextInt(garbled.length)] = (byte) random.nextInt();
            }
            return garbled;
        }
    },
    /** What may be a length or a count becomes one of the numbers at which programs fail. */
    EXTREME {
        @Override
        byte[] apply(byte[] frame, byte[] other, RandomGenerator random) {
            byte[] garbled = frame.clone();
            long number = EDGES[random.nextInt(EDGES.length)];
            boolean bigEndian = random.nextBoolean();
            int size = Math.min(1 << random.nextInt(4), garbled.length);
            int at = random.nextInt(garbled.length - size + 1);
            for (int i = 0; i < size; i++) {
                garbled[bigEndian ? at + size - 1 - i : at + i] = (byte) (number >>> (8 * i));
            }
            return garbled;
        }
    },
    /** The end is missing. */
    CUT {
        @Override
        byte[] apply(byte[] frame, byte[] other, RandomGenerator random) {
            return Arrays.copyOf(frame, random.nextInt(frame.length));
        }
    },
    /** A part is there more than once: lists that are longer than they say, nesting in itself. */
    REPEAT {
        @Override
        byte[] apply(byte[] frame, byte[] other, RandomGenerator random) {
            int from = random.nextInt(frame.length);
            int size = 1 + random.nextInt(Math.min(64, frame.length - from));
            int times = 1 + random.nextInt(64);
            byte[] garbled = Arrays.copyOf(frame, frame.length + size * times);
            for (int i = 0; i < times; i++) {
                System.arraycopy(frame, from, garbled, from + size * (i + 1), size);
            }
            System.arraycopy(frame, from + size, garbled, from + size * (times + 1), frame.length - from - size);
            return garbled;
        }
    },
    /** A part is missing. */
    DROP {
        @Override
        byte[] apply(byte[] frame, byte[] other, RandomGenerator random) {
            int from = random.nextInt(frame.length);
            int size = random.nextInt(frame.length - from);
            byte[] garbled = Arrays.copyOf(frame, frame.length - size);
            System.arraycopy(frame, from + size, garbled, from, frame.length - from - size);
            return garbled;
        }
    },
    /** The start of one message with the end of another one. */
    SPLICE {
        @Override
        byte[] apply(byte[] frame, byte[] other, RandomGenerator random) {
            int head = random.nextInt(frame.length);
            int tail = random.nextInt(other.length);
            byte[] garbled = Arrays.copyOf(frame, head + other.length - tail);
            System.arraycopy(other, tail, garbled, head, other.length - tail);
            return garbled;
        }
    };

    private static final long[] EDGES = {
        0,
        1,
        0x7f,
        0x80,
        0xff,
        1024,
        1025,
        0x7fff,
        0x8000,
        0xffff,
        0x7fffffffL,
        0x80000000L,
        0xffffffffL,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        -1
    };

    /** A new array; {@code frame} and {@code other} are not empty and stay as they are. */
    abstract byte[] apply(byte[] frame, byte[] other, RandomGenerator random);
}
