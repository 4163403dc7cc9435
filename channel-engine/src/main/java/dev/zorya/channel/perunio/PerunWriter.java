package dev.zorya.channel.perunio;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.BiConsumer;

/**
 * The primitives of OFFCHAIN.md 3.1 into one growable buffer: little-endian, big integers big-endian. What has no encoding
 * is refused as malformed.
 */
final class PerunWriter {
    static final int MAX_BIG_INTEGER = 128;
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int USUAL_SIZE = 1024;

    private byte[] buffer = new byte[USUAL_SIZE];
    private int size;

    byte[] toArray() {
        return Arrays.copyOf(buffer, size);
    }

    void bool(boolean value) {
        uint8(value ? 1 : 0);
    }

    void uint8(int value) {
        int at = grow(1);
        buffer[at] = (byte) value;
    }

    void uint16(int value) {
        if (value < 0 || value > 0xffff) {
            throw new MalformedException("does not fit 16 bits: " + value);
        }
        int at = grow(2);
        SHORT.set(buffer, at, (short) value);
    }

    void int32(int value) {
        int at = grow(4);
        INT.set(buffer, at, value);
    }

    void int64(long value) {
        int at = grow(8);
        LONG.set(buffer, at, value);
    }

    /** The one big-endian length of the format, that of the AuthResponse. */
    void uint32BigEndian(int value) {
        int32(Integer.reverseBytes(value));
    }

    void bigInteger(BigInteger value) {
        int length = (value.bitLength() + 7) / 8;
        if (value.signum() < 0 || length > MAX_BIG_INTEGER) {
            throw new MalformedException("number negative or longer than " + MAX_BIG_INTEGER + " bytes");
        }
        uint8(length);
        int at = grow(length);
        if (length <= 8) {
            long rest = value.longValue();
            for (int i = length - 1; i >= 0; i--) {
                buffer[at + i] = (byte) rest;
                rest >>>= 8;
            }
        } else {
            byte[] twosComplement = value.toByteArray();
            System.arraycopy(twosComplement, twosComplement.length - length, buffer, at, length);
        }
    }

    void string(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        uint16(utf8.length);
        int at = grow(utf8.length);
        System.arraycopy(utf8, 0, buffer, at, utf8.length);
    }

    /** Without a length: the reader knows it. */
    void fixed(Bytes bytes) {
        int at = grow(bytes.size());
        bytes.copyTo(buffer, at);
    }

    /** An object in binary form, with its 16-bit length. */
    void object(Bytes binary) {
        uint16(binary.size());
        fixed(binary);
    }

    /** A 16-bit count, then each element. */
    <T> void list16(Collection<T> elements, BiConsumer<PerunWriter, T> write) {
        uint16(elements.size());
        elements.forEach(element -> write.accept(this, element));
    }

    /** A body with its 32-bit length in front. */
    void sized(Runnable body) {
        int at = grow(4);
        body.run();
        INT.set(buffer, at, size - at - 4);
    }

    /** Where to write; may replace the buffer, so it is called before the buffer is named. */
    private int grow(int more) {
        int at = size;
        size = Math.addExact(at, more);
        if (size > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(size, buffer.length * 2));
        }
        return at;
    }
}
