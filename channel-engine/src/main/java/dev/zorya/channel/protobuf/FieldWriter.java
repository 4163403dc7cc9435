package dev.zorya.channel.protobuf;

import dev.zorya.channel.value.Bytes;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * The fields of one message, written in the order of the calls: ascending, as go-perun does (OFFCHAIN.md 4.2). A field with
 * its default value is left out; an element of a list and a message are there even if empty.
 */
final class FieldWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    byte[] toByteArray() {
        return out.toByteArray();
    }

    /** An integer of any width and sign, as a varint. */
    void number(int field, long value) {
        if (value != 0) {
            tag(field, WireFormat.VARINT);
            varint(value);
        }
    }

    void bool(int field, boolean value) {
        number(field, value ? 1 : 0);
    }

    void text(int field, String value) {
        bytes(field, Bytes.wrap(value.getBytes(StandardCharsets.UTF_8)));
    }

    void bytes(int field, Bytes value) {
        if (value.size() > 0) {
            chunk(field, value.toArray());
        }
    }

    void magnitude(int field, BigInteger value) {
        bytes(field, magnitude(value));
    }

    void elements(int field, Collection<Bytes> values) {
        values.forEach(value -> chunk(field, value.toArray()));
    }

    void magnitudes(int field, List<BigInteger> values) {
        values.forEach(value -> chunk(field, magnitude(value).toArray()));
    }

    void message(int field, Consumer<FieldWriter> body) {
        FieldWriter inner = new FieldWriter();
        body.accept(inner);
        chunk(field, inner.toByteArray());
    }

    /** A list of numbers in one field. */
    void packed(int field, List<Integer> values) {
        if (!values.isEmpty()) {
            FieldWriter inner = new FieldWriter();
            values.forEach(inner::varint);
            chunk(field, inner.toByteArray());
        }
    }

    private void chunk(int field, byte[] content) {
        tag(field, WireFormat.CHUNK);
        varint(content.length);
        out.writeBytes(content);
    }

    private void tag(int field, int wireType) {
        varint((long) field << WireFormat.TYPE_BITS | wireType);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /** Big-endian, without leading zeros: zero is empty. */
    private static Bytes magnitude(BigInteger value) {
        byte[] twosComplement = value.toByteArray();
        return Bytes.wrap(twosComplement)
                .slice(twosComplement.length - (value.bitLength() + 7) / 8, twosComplement.length);
    }
}
