package dev.zorya.channel.ethereum;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Solidity's ABI in one pass over one growable buffer. A tuple's slots are reserved first; what a dynamic field holds goes to
 * the end of the buffer, and its slot gets the distance from the tuple's start.
 */
final class AbiWriter {
    private static final int WORD = 32;

    private byte[] buffer = new byte[1024];
    private int size;

    byte[] toArray() {
        return Arrays.copyOf(buffer, size);
    }

    void raw(Bytes bytes) {
        int at = grow(bytes.size());
        bytes.copyTo(buffer, at);
    }

    /** Reserves the slots of a tuple and returns where it starts. */
    int tuple(int slots) {
        return grow(slots * WORD);
    }

    void uint(int tuple, int slot, BigInteger value) {
        byte[] bytes = value.toByteArray();
        int sign = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        int length = bytes.length - sign;
        if (value.signum() < 0 || length > WORD) {
            throw new MalformedException("not a uint256");
        }
        System.arraycopy(bytes, sign, buffer, end(tuple, slot) - length, length);
    }

    /** @param value unsigned */
    void uint64(int tuple, int slot, long value) {
        int at = end(tuple, slot);
        long rest = value;
        for (int i = 1; i <= Long.BYTES; i++) {
            buffer[at - i] = (byte) rest;
            rest >>>= 8;
        }
    }

    void bool(int tuple, int slot, boolean value) {
        buffer[end(tuple, slot) - 1] = (byte) (value ? 1 : 0);
    }

    void address(int tuple, int slot, Bytes address) {
        address.requireSize(20, "Ethereum address").copyTo(buffer, end(tuple, slot) - 20);
    }

    void bytes32(int tuple, int slot, Bytes bytes) {
        bytes.requireSize(WORD, "bytes32").copyTo(buffer, end(tuple, slot) - WORD);
    }

    /** A field of dynamic size; {@code content} writes it. */
    void dynamic(int tuple, int slot, Consumer<AbiWriter> content) {
        uint64(tuple, slot, size - tuple);
        content.accept(this);
    }

    void bytes(int tuple, int slot, Bytes bytes) {
        dynamic(tuple, slot, out -> {
            out.uint64(out.tuple(1), 0, bytes.size());
            int at = out.grow((bytes.size() + WORD - 1) / WORD * WORD);
            bytes.copyTo(out.buffer, at);
        });
    }

    /** An array of elements that fill one slot each. */
    <T> void words(int tuple, int slot, List<T> elements, Word<T> write) {
        dynamic(tuple, slot, out -> {
            int array = out.array(elements.size());
            for (int i = 0; i < elements.size(); i++) {
                write.write(out, array, i, elements.get(i));
            }
        });
    }

    /** An array of elements of dynamic size. */
    <T> void array(int tuple, int slot, List<T> elements, BiConsumer<AbiWriter, T> write) {
        words(
                tuple,
                slot,
                elements,
                (out, array, i, element) -> out.dynamic(array, i, tail -> write.accept(tail, element)));
    }

    /** Writes one element into one slot. */
    @FunctionalInterface
    interface Word<T> {
        void write(AbiWriter out, int tuple, int slot, T element);
    }

    private int array(int length) {
        uint64(tuple(1), 0, length);
        return tuple(length);
    }

    private static int end(int tuple, int slot) {
        return tuple + (slot + 1) * WORD;
    }

    /** Makes room, perhaps in another buffer: so its result is taken before {@link #buffer} is named. */
    private int grow(int more) {
        int at = size;
        size = Math.addExact(at, more);
        if (size > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(size, buffer.length * 2));
        }
        return at;
    }
}
