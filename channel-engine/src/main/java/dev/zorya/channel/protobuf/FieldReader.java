package dev.zorya.channel.protobuf;

import dev.zorya.channel.value.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Goes through the bytes of one message. No length is believed that leads out of it (safety rule 5). */
final class FieldReader {
    /** More than any message has whose lists keep to their limit of 1024; keeps a frame of crumbs cheap. */
    private static final int MAX_FIELDS = 4096;

    private final byte[] in;
    private final int end;
    private int at;

    FieldReader(byte[] in, int from, int end) {
        this.in = in;
        this.end = end;
        at = from;
    }

    List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        while (at < end) {
            if (fields.size() == MAX_FIELDS) {
                throw new MalformedException("a message of more than " + MAX_FIELDS + " fields");
            }
            fields.add(field());
        }
        return fields;
    }

    /** The content of a packed list. */
    void varints(LongConsumer each) {
        while (at < end) {
            each.accept(varint());
        }
    }

    private Field field() {
        long tag = varint();
        long number = tag >>> WireFormat.TYPE_BITS;
        if (number < 1 || number > WireFormat.MAX_FIELD) {
            throw new MalformedException("field number " + Long.toUnsignedString(number));
        }
        int wireType = (int) tag & (1 << WireFormat.TYPE_BITS) - 1;
        return switch (wireType) {
            case WireFormat.VARINT -> new Field((int) number, wireType, varint(), 0);
            case WireFormat.FIXED64 -> bytes((int) number, wireType, Long.BYTES);
            case WireFormat.CHUNK -> bytes((int) number, wireType, varint());
            case WireFormat.FIXED32 -> bytes((int) number, wireType, Integer.BYTES);
            default -> throw new MalformedException("wire type " + wireType);
        };
    }

    private Field bytes(int number, int wireType, long length) {
        if (length < 0 || length > end - at) {
            throw new MalformedException("field " + number + " is longer than its message");
        }
        Field field = new Field(number, wireType, at, (int) length);
        at += (int) length;
        return field;
    }

    private long varint() {
        long value = 0;
        for (int i = 0; i < WireFormat.MAX_VARINT; i++) {
            if (at == end) {
                throw new MalformedException("ends within a number");
            }
            long bits = in[at++];
            if (i == WireFormat.MAX_VARINT - 1 && (bits & ~1L) != 0) {
                break;
            }
            value |= (bits & 0x7f) << (7 * i);
            if (bits >= 0) {
                return value;
            }
        }
        throw new MalformedException("number longer than 64 bits");
    }
}
