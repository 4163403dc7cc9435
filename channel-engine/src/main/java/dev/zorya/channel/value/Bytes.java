package dev.zorya.channel.value;

import java.util.Arrays;
import java.util.HexFormat;

/** An immutable byte string with value equality. Shorter than its users, it keeps arrays from leaking between them. */
public final class Bytes implements Comparable<Bytes> {
    public static final Bytes EMPTY = new Bytes(new byte[0]);
    private static final HexFormat HEX = HexFormat.of();

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** Copies {@code content}. */
    public static Bytes of(byte... content) {
        return content.length == 0 ? EMPTY : new Bytes(content.clone());
    }

    /** Takes ownership of {@code content}: the caller must not write to it again. Saves the copy on the payment path. */
    public static Bytes wrap(byte[] content) {
        return new Bytes(content);
    }

    /** {@code length} zero bytes. */
    public static Bytes zero(int length) {
        return new Bytes(new byte[length]);
    }

    /**
     * Reads hexadecimal digits of either case, with or without a leading 0x.
     *
     * @throws MalformedException if the text is not hexadecimal
     */
    public static Bytes fromHex(String text) {
        try {
            return new Bytes(HEX.parseHex(text.startsWith("0x") ? text.substring(2) : text));
        } catch (IllegalArgumentException e) {
            throw new MalformedException("not hexadecimal: " + e.getMessage(), e);
        }
    }

    public int size() {
        return content.length;
    }

    public byte at(int index) {
        return content[index];
    }

    /** A copy of the content. */
    public byte[] toArray() {
        return content.clone();
    }

    /** Copies the whole content to {@code target} from {@code offset} on. */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(content, 0, target, offset, content.length);
    }

    public Bytes slice(int from, int to) {
        return new Bytes(Arrays.copyOfRange(content, from, to));
    }

    /** Lower-case hexadecimal digits without 0x. */
    public String hex() {
        return HEX.formatHex(content);
    }

    /**
     * This, if it has {@code size} bytes. Used in the constructors of fixed-size values.
     *
     * @throws MalformedException if it has another size
     */
    public Bytes requireSize(int size, String what) {
        if (content.length != size) {
            throw new MalformedException(what + " has " + content.length + " bytes, expected " + size);
        }
        return this;
    }

    /** Bytewise, unsigned, a prefix before the longer string: the order go-perun uses for names (OFFCHAIN.md 1.2). */
    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(content, other.content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return hex();
    }
}
