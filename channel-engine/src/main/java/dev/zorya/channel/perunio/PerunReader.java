package dev.zorya.channel.perunio;

import dev.zorya.channel.codec.Apps;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The primitives of OFFCHAIN.md 3.1 from a buffer that may not hold everything yet. No length of the peer's is believed
 * before as many bytes have arrived (safety rule 5).
 */
final class PerunReader {
    private final ByteBuffer in;
    private final int limit;
    private final boolean open;
    private final Apps apps;

    private PerunReader(ByteBuffer in, int limit, boolean open, Apps apps) {
        this.in = in.slice().order(ByteOrder.LITTLE_ENDIAN);
        this.limit = limit;
        this.open = open;
        this.apps = apps;
    }

    /** More may arrive, up to {@code limit} bytes in all; until then reading on is an {@link Underflow}. */
    static PerunReader stream(ByteBuffer arrived, int limit, Apps apps) {
        return new PerunReader(arrived, limit, true, apps);
    }

    /** All there is: reading on is malformed. */
    static PerunReader whole(ByteBuffer all, Apps apps) {
        return new PerunReader(all, all.remaining(), false, apps);
    }

    Apps apps() {
        return apps;
    }

    int position() {
        return in.position();
    }

    int unread() {
        return in.remaining();
    }

    boolean bool() {
        return uint8() != 0;
    }

    int uint8() {
        need(1);
        return Byte.toUnsignedInt(in.get());
    }

    int uint16() {
        need(2);
        return Short.toUnsignedInt(in.getShort());
    }

    int int32() {
        need(4);
        return in.getInt();
    }

    long int64() {
        need(8);
        return in.getLong();
    }

    int uint32BigEndian() {
        return Integer.reverseBytes(int32());
    }

    BigInteger bigInteger() {
        int length = uint8();
        if (length > PerunWriter.MAX_BIG_INTEGER) {
            throw new MalformedException("number longer than " + PerunWriter.MAX_BIG_INTEGER + " bytes");
        }
        need(length);
        if (length < Long.BYTES) {
            long value = 0;
            for (int i = 0; i < length; i++) {
                value = value << 8 | Byte.toUnsignedInt(in.get());
            }
            return BigInteger.valueOf(value);
        }
        return new BigInteger(1, take(length));
    }

    /** Bytes that are no UTF-8 become replacement characters: go-perun does not check, and texts are for people only. */
    String string() {
        return new String(take(uint16()), StandardCharsets.UTF_8);
    }

    Bytes fixed(int length) {
        return Bytes.wrap(take(length));
    }

    Bytes object() {
        return fixed(uint16());
    }

    /** {@code count} elements, each of at least {@code minSize} bytes. */
    <T> List<T> list(int count, int minSize, Function<PerunReader, T> read) {
        need((long) count * minSize);
        List<T> elements = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            elements.add(read.apply(this));
        }
        return elements;
    }

    /** The reader of a body with its 32-bit length in front. */
    PerunReader sized() {
        int length = int32();
        need(Integer.toUnsignedLong(length));
        ByteBuffer body = in.slice(in.position(), length);
        in.position(in.position() + length);
        return whole(body, apps);
    }

    private byte[] take(int length) {
        need(length);
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private void need(long more) {
        if (more <= in.remaining()) {
            return;
        }
        long total = in.position() + more;
        if (!open) {
            throw new MalformedException("ends after " + in.limit() + " bytes where at least " + total + " are needed");
        }
        if (total > limit) {
            throw new MalformedException("longer than the limit of " + limit + " bytes");
        }
        throw new Underflow((int) total);
    }
}
