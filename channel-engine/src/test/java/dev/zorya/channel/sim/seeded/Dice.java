package dev.zorya.channel.sim.seeded;

import dev.zorya.channel.value.Bytes;
import java.nio.ByteBuffer;

/** Random numbers that are the same on every machine and in every version of Java: splitmix64. */
final class Dice {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed) {
        state = seed;
    }

    private long next() {
        state += STEP;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** From 0 to below {@code bound}. */
    int below(int bound) {
        return (int) ((next() >>> 33) % bound);
    }

    /** True once in so many. */
    boolean oneIn(int many) {
        return below(many) == 0;
    }

    Bytes bytes(int size) {
        ByteBuffer bytes = ByteBuffer.allocate((size + Long.BYTES - 1) / Long.BYTES * Long.BYTES);
        while (bytes.hasRemaining()) {
            bytes.putLong(next());
        }
        return Bytes.wrap(bytes.array()).slice(0, size);
    }
}
