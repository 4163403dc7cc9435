package dev.zorya.channel.wire;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.WireIdentity;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A wire address of the kind {@code simple}. Its binary form is big-endian, unlike the rest of the protocol (OFFCHAIN.md 1.2).
 *
 * @param name UTF-8, at most 65535 bytes; ours is the wallet's DID
 * @param rsaKey absent in addresses that cannot prove anything
 */
public record SimpleAddress(Bytes name, @Nullable RsaKey rsaKey) {
    private static final int MAX_SIZE = 0xffff;

    /**
     * An RSA public key.
     *
     * @param modulus at most 8192 bits
     * @param exponent odd, at least 3
     */
    public record RsaKey(BigInteger modulus, int exponent) {
        private static final int MAX_BITS = 8192;

        public RsaKey {
            if (modulus.signum() <= 0 || modulus.bitLength() > MAX_BITS || exponent < 3 || exponent % 2 == 0) {
                throw new MalformedException("not an RSA public key");
            }
        }
    }

    public SimpleAddress {
        if (name.size() > MAX_SIZE) {
            throw new MalformedException("wire name longer than " + MAX_SIZE + " bytes");
        }
    }

    public static SimpleAddress of(String name, RsaKey key) {
        return new SimpleAddress(Bytes.wrap(name.getBytes(StandardCharsets.UTF_8)), key);
    }

    /**
     * Reads the binary form.
     *
     * @throws MalformedException if it is anything else, also if it goes on or a number has a second form
     */
    public static SimpleAddress parse(Bytes binary) {
        ByteBuffer in = ByteBuffer.wrap(binary.toArray());
        try {
            Bytes name = Bytes.wrap(take(in, in.getShort()));
            if (!in.hasRemaining()) {
                return new SimpleAddress(name, null);
            }
            byte[] modulus = take(in, in.getShort());
            SimpleAddress address = new SimpleAddress(name, new RsaKey(new BigInteger(1, modulus), in.getInt()));
            if (in.hasRemaining() || modulus[0] == 0) {
                throw new MalformedException("wire address with bytes too many");
            }
            return address;
        } catch (BufferUnderflowException e) {
            throw new MalformedException("wire address is cut off", e);
        }
    }

    /** The address of an identity that has exactly one, under key 1; nothing for any other identity. */
    public static Optional<SimpleAddress> in(WireIdentity identity) {
        return identity.only().map(SimpleAddress::parse);
    }

    public Optional<RsaKey> key() {
        return Optional.ofNullable(rsaKey);
    }

    /** The name as text, with replacement characters where it is not UTF-8. */
    public String text() {
        return new String(name.toArray(), StandardCharsets.UTF_8);
    }

    public Bytes binary() {
        byte[] modulus = key().map(key -> magnitude(key.modulus())).orElse(new byte[0]);
        ByteBuffer out = ByteBuffer.allocate(2 + name.size() + (rsaKey == null ? 0 : 2 + modulus.length + 4));
        out.putShort((short) name.size()).put(name.toArray());
        key().ifPresent(key -> out.putShort((short) modulus.length).put(modulus).putInt(key.exponent()));
        return Bytes.wrap(out.array());
    }

    public WireIdentity identity() {
        return WireIdentity.single(binary());
    }

    /**
     * go-perun's order, which decides which of two crossing connections stays (OFFCHAIN.md 2.4): the names alone, bytewise.
     * Not {@link Comparable}, because two addresses with one name and different keys are not equal.
     */
    public int compareNames(SimpleAddress other) {
        return name.compareTo(other.name);
    }

    private static byte[] take(ByteBuffer in, short unsignedLength) {
        int length = Short.toUnsignedInt(unsignedLength);
        if (length > in.remaining()) {
            throw new MalformedException("wire address is cut off");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static byte[] magnitude(BigInteger value) {
        Bytes bytes = Bytes.wrap(value.toByteArray());
        return (bytes.at(0) == 0 ? bytes.slice(1, bytes.size()) : bytes).toArray();
    }
}
