package dev.zorya.ethereum.chain;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.web3j.crypto.Hash;

/** ABI encoding of whatever it is told, without checks. */
public sealed interface Abi {
    /** Any value of one word, big-endian. */
    record Word(BigInteger value) implements Abi {}

    /** {@code bytes}. */
    record Blob(byte[] content) implements Abi {}

    /** A tuple, or the list of arguments. */
    record Tuple(List<Abi> fields) implements Abi {}

    /** An array of a length that is not fixed. */
    record Array(List<Abi> items) implements Abi {}

    static Abi word(long value) {
        return new Word(BigInteger.valueOf(value));
    }

    static Abi word(BigInteger value) {
        return new Word(value);
    }

    static Abi word(boolean value) {
        return word(value ? 1 : 0);
    }

    /** An address, an id or a hash in hex. */
    static Abi word(String hex) {
        return new Word(new BigInteger(hex.substring(2), 16));
    }

    static Abi blob(byte[] content) {
        return new Blob(content);
    }

    static Abi tuple(Abi... fields) {
        return new Tuple(List.of(fields));
    }

    static Abi array(Stream<? extends Abi> items) {
        return new Array(List.copyOf(items.toList()));
    }

    /** The calldata of a call, hex. */
    static String call(String signature, Abi... arguments) {
        return Hash.sha3String(signature).substring(0, 10) + HexFormat.of().formatHex(encode(tuple(arguments)));
    }

    /** A tuple without a leading offset: what stands after a selector. */
    static byte[] encode(Abi node) {
        return switch (node) {
            case Word word -> fixed(word.value());
            case Blob blob -> {
                var out = new ByteArrayOutputStream();
                out.writeBytes(fixed(BigInteger.valueOf(blob.content().length)));
                out.writeBytes(Arrays.copyOf(blob.content(), (blob.content().length + 31) / 32 * 32));
                yield out.toByteArray();
            }
            case Tuple tuple -> sequence(tuple.fields());
            case Array array -> {
                var out = new ByteArrayOutputStream();
                out.writeBytes(fixed(BigInteger.valueOf(array.items().size())));
                out.writeBytes(sequence(array.items()));
                yield out.toByteArray();
            }
        };
    }

    /** {@code abi.encode} of a struct as the only argument: what is hashed and signed. */
    static byte[] encodeSigned(Abi struct) {
        return encode(tuple(struct));
    }

    private static byte[] sequence(List<Abi> items) {
        var head = new ByteArrayOutputStream();
        var tail = new ByteArrayOutputStream();
        int headSize = items.stream().mapToInt(Abi::headSize).sum();
        for (Abi item : items) {
            if (isDynamic(item)) {
                head.writeBytes(fixed(BigInteger.valueOf(headSize + tail.size())));
                tail.writeBytes(encode(item));
            } else {
                head.writeBytes(encode(item));
            }
        }
        head.writeBytes(tail.toByteArray());
        return head.toByteArray();
    }

    private static int headSize(Abi node) {
        return !isDynamic(node) && node instanceof Tuple tuple
                ? tuple.fields().stream().mapToInt(Abi::headSize).sum()
                : 32;
    }

    private static boolean isDynamic(Abi node) {
        return switch (node) {
            case Word word -> false;
            case Blob blob -> true;
            case Array array -> true;
            case Tuple tuple -> tuple.fields().stream().anyMatch(Abi::isDynamic);
        };
    }

    private static byte[] fixed(BigInteger value) {
        byte[] bytes = value.toByteArray();
        int from = bytes.length == 33 ? 1 : 0;
        byte[] word = new byte[32];
        System.arraycopy(bytes, from, word, 32 - (bytes.length - from), bytes.length - from);
        return word;
    }
}
