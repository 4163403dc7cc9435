package dev.zorya.channel.crypto;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.Signature;
import java.math.BigInteger;
import java.util.Arrays;

/** The order of secp256k1 and what has to lie below it. */
final class CurveOrder {
    static final BigInteger N = new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);
    private static final byte[] ORDER = scalar(N);
    private static final byte[] HALF = scalar(N.shiftRight(1));
    private static final byte[] ZERO = new byte[32];

    private CurveOrder() {}

    static boolean contains(byte[] scalar) {
        return !Arrays.equals(scalar, ZERO) && Arrays.compareUnsigned(scalar, ORDER) < 0;
    }

    static void requireKey(byte[] privateKey) {
        if (privateKey.length != 32 || !contains(privateKey)) {
            throw new MalformedException("not a private key of secp256k1");
        }
    }

    /** The form that the contracts' ECDSA library insists on (ONCHAIN.md 3). */
    static boolean isCanonical(Signature signature) {
        byte[] r = r(signature);
        byte[] s = s(signature);
        int v = v(signature);
        return (v == 27 || v == 28) && contains(r) && contains(s) && Arrays.compareUnsigned(s, HALF) <= 0;
    }

    static byte[] r(Signature signature) {
        return signature.bytes().slice(0, 32).toArray();
    }

    static byte[] s(Signature signature) {
        return signature.bytes().slice(32, 64).toArray();
    }

    static int v(Signature signature) {
        return signature.bytes().at(64);
    }

    static Signature signature(byte[] rs, boolean oddY) {
        byte[] bytes = Arrays.copyOf(rs, Signature.SIZE);
        bytes[64] = (byte) (oddY ? 28 : 27);
        return new Signature(Bytes.wrap(bytes));
    }

    /** A digest as a number below the order, as signing takes it. */
    static byte[] reduced(byte[] digest) {
        return Arrays.compareUnsigned(digest, ORDER) < 0 ? digest : scalar(new BigInteger(1, digest).subtract(N));
    }

    /** 32 bytes, big-endian. */
    static byte[] scalar(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] scalar = new byte[32];
        int length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, scalar, 32 - length, length);
        return scalar;
    }
}
