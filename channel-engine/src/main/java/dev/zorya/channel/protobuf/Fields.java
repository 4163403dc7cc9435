package dev.zorya.channel.protobuf;

import dev.zorya.channel.codec.Received;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * One message taken apart into its fields. A field that is missing has its default value, one that nobody asks for is
 * ignored; a single field that comes twice means two things at once and is refused, where go-perun takes the last.
 */
final class Fields {
    private final byte[] in;
    private final List<Field> fields;

    private Fields(byte[] in, List<Field> fields) {
        this.in = in;
        this.fields = fields;
    }

    static Fields of(byte[] message) {
        return new Fields(message, new FieldReader(message, 0, message.length).fields());
    }

    /** The one field within a range that is there, as for a oneof. */
    int only(int first, int last) {
        int[] present = fields.stream()
                .mapToInt(Field::number)
                .filter(number -> number >= first && number <= last)
                .toArray();
        if (present.length != 1) {
            throw new MalformedException(present.length + " messages in one envelope");
        }
        return present[0];
    }

    /** An integer of 64 bits, or 0. */
    long number(int number) {
        List<Field> found = find(number);
        return found.isEmpty() ? 0 : single(found, WireFormat.VARINT).value();
    }

    /** An integer within 0 and {@code max}. */
    int number(int number, int max, String what) {
        return small(number(number), max, what);
    }

    boolean bool(int number) {
        return number(number) != 0;
    }

    Bytes bytes(int number) {
        List<Field> found = find(number);
        return found.isEmpty() ? Bytes.EMPTY : content(single(found, WireFormat.CHUNK));
    }

    BigInteger magnitude(int number) {
        return new BigInteger(1, bytes(number).toArray());
    }

    /** Text that is no UTF-8 is refused, as by every protobuf library. */
    String text(int number) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(number).toArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedException("text that is not UTF-8", e);
        }
    }

    /** An inner message; a missing one is as an empty one, which the checks of its content then refuse. */
    Fields message(int number) {
        List<Field> found = find(number);
        return found.isEmpty() ? new Fields(in, List.of()) : inner(single(found, WireFormat.CHUNK));
    }

    List<Bytes> elements(int number, String what) {
        return list(number, what, this::content);
    }

    List<BigInteger> magnitudes(int number, String what) {
        return list(number, what, field -> new BigInteger(1, content(field).toArray()));
    }

    <T> List<T> messages(int number, String what, Function<Fields, T> read) {
        return list(number, what, field -> read.apply(inner(field)));
    }

    /** A list of 16-bit numbers; packed or one by one, which protobuf lets the writer choose. */
    List<Integer> uint16s(int number, String what) {
        List<Integer> numbers = new ArrayList<>();
        for (Field field : find(number)) {
            if (field.wireType() == WireFormat.VARINT) {
                numbers.add(small(field.value(), 0xffff, what));
            } else {
                reader(field).varints(value -> numbers.add(small(value, 0xffff, what)));
            }
            Received.count(numbers.size(), 0, Balances.MAX, what);
        }
        return numbers;
    }

    private <T> List<T> list(int number, String what, Function<Field, T> read) {
        List<Field> found = find(number);
        Received.count(found.size(), 0, Balances.MAX, what);
        return found.stream().map(read).toList();
    }

    private List<Field> find(int number) {
        return fields.stream().filter(field -> field.number() == number).toList();
    }

    private static Field single(List<Field> found, int wireType) {
        Field field = found.getFirst();
        if (found.size() > 1) {
            throw new MalformedException("field " + field.number() + " comes " + found.size() + " times");
        }
        return require(field, wireType);
    }

    private static Field require(Field field, int wireType) {
        if (field.wireType() != wireType) {
            throw new MalformedException("field " + field.number() + " has wire type " + field.wireType());
        }
        return field;
    }

    private static int small(long value, int max, String what) {
        if (value < 0 || value > max) {
            throw new MalformedException(what + " is not within 0 to " + max);
        }
        return (int) value;
    }

    private Bytes content(Field field) {
        int from = (int) require(field, WireFormat.CHUNK).value();
        return Bytes.wrap(Arrays.copyOfRange(in, from, from + field.length()));
    }

    private Fields inner(Field field) {
        return new Fields(in, reader(field).fields());
    }

    private FieldReader reader(Field field) {
        int from = (int) require(field, WireFormat.CHUNK).value();
        return new FieldReader(in, from, from + field.length());
    }
}
