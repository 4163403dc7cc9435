package dev.zorya.ethereum.ledger;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Reads Solidity's ABI from bytes that a stranger may have made. Offsets may point anywhere, also many of them to the same
 * place, so what is read in all is bounded by what is there; everything out of bounds is a {@link MalformedException}.
 * Positions are absolute.
 */
final class Words {
    private static final int WORD = 32;

    private final byte[] data;
    private int budget;

    Words(Bytes data) {
        this.data = data.toArray();
        this.budget = 2 * this.data.length / WORD + 1;
    }

    BigInteger number(int at) {
        return new BigInteger(1, word(at));
    }

    /** The low 64 bits: whether nothing was cut off is for the hash of what is read to say. */
    long low64(int at) {
        return number(at).longValue();
    }

    boolean flag(int at) {
        return number(at).signum() != 0;
    }

    Bytes fixed(int at) {
        return Bytes.wrap(word(at));
    }

    Bytes address(int at) {
        return fixed(at).slice(12, WORD);
    }

    /** Where the content of a dynamic field of the tuple at {@code tuple} begins. */
    int follow(int tuple, int slot) {
        return tuple + small(tuple + slot * WORD);
    }

    /** The content of a {@code bytes} at this position. */
    Bytes bytes(int at) {
        int length = small(at);
        int from = at + WORD;
        if (length > data.length - from) {
            throw new MalformedException("bytes beyond the end");
        }
        spend(length / WORD);
        return Bytes.wrap(Arrays.copyOfRange(data, from, from + length));
    }

    /** An array at this position whose elements are one word each; {@code element} gets their positions. */
    <T> List<T> words(int at, IntFunction<T> element) {
        List<T> all = new ArrayList<>();
        int length = small(at);
        for (int index = 0; index < length; index++) {
            all.add(element.apply(at + WORD + index * WORD));
        }
        return all;
    }

    /** An array of dynamic elements. */
    <T> List<T> dynamic(int at, IntFunction<T> element) {
        int start = at + WORD;
        return words(at, slot -> element.apply(start + small(slot)));
    }

    static int slot(int tuple, int slot) {
        return tuple + slot * WORD;
    }

    /** A length or distance: nothing that is longer than the data can be one. */
    private int small(int at) {
        BigInteger number = number(at);
        if (number.compareTo(BigInteger.valueOf(data.length)) > 0) {
            throw new MalformedException("offset or length beyond the end");
        }
        return number.intValue();
    }

    private byte[] word(int at) {
        if (at < 0 || at > data.length - WORD) {
            throw new MalformedException("word beyond the end");
        }
        spend(1);
        return Arrays.copyOfRange(data, at, at + WORD);
    }

    private void spend(int words) {
        budget -= words;
        if (budget < 0) {
            throw new MalformedException("more to read than there is");
        }
    }
}
