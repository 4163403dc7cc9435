package dev.zorya.channel.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.vectors.OnchainVectors;
import dev.zorya.channel.vectors.Vectors;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Both implementations give the same bytes, those of the library, and judge as the contracts do. */
class Secp256k1Test {
    private static final Secp256k1 NATIVE = new NativeSecp256k1();
    private static final Secp256k1 JAVA = new BouncySecp256k1();
    private static final BigInteger N = CurveOrder.N;

    static List<Secp256k1> both() {
        return List.of(NATIVE, JAVA);
    }

    @Test
    void theNativeOneIsChosenWhereItLoads() {
        assertInstanceOf(NativeSecp256k1.class, Secp256k1.get());
    }

    /** Every signature of states.json and onchain-encodings.json. */
    @TestFactory
    Stream<DynamicTest> vectors() {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode row : Vectors.load("states").required("cases")) {
            Bytes digest = Vectors.bytes(row.required("expect"), "signedDigest");
            for (JsonNode sig : row.required("expect").required("sigs")) {
                tests.add(vector(Vectors.text(row, "name"), digest, sig, Vectors.bytes(sig, "privateKey"), "sig"));
            }
        }
        JsonNode keys = Vectors.load("onchain-encodings").required("keys");
        for (JsonNode row : OnchainVectors.cases()) {
            Bytes digest = Vectors.bytes(row, "signedDigest");
            for (JsonNode sig : row.required("signatures")) {
                Bytes key = Vectors.bytes(keys.get(sig.required("key").intValue()), "privateKey");
                tests.add(vector(Vectors.text(row, "name"), digest, sig, key, "signature"));
            }
        }
        return tests.stream();
    }

    private static DynamicTest vector(String name, Bytes digest, JsonNode sig, Bytes key, String field) {
        Bytes address = Vectors.bytes(sig, "address");
        return DynamicTest.dynamicTest(name + " by " + address.slice(0, 4), () -> {
            Signature signature = new Signature(Vectors.bytes(sig, field));
            for (Secp256k1 curve : both()) {
                assertEquals(signature, curve.sign(digest, key.toArray()), curve.name());
                assertEquals(address, Secp256k1.address(curve.publicKey(key.toArray())), curve.name());
                assertEquals(Optional.of(curve.publicKey(key.toArray())), curve.recover(digest, signature));
                assertTrue(curve.verify(digest, signature, address), curve.name());
            }
        });
    }

    /** Random keys and digests; the recovery id, made from R, is the one that recovers. */
    @Test
    void bothAgreeOnAnything() {
        Random random = new Random(4);
        int[] seen = new int[2];
        for (int i = 0; i < 500; i++) {
            byte[] key = new byte[32];
            byte[] digest = new byte[32];
            random.nextBytes(key);
            random.nextBytes(digest);
            assertAgreement(Bytes.of(digest), key);
            seen[NATIVE.sign(Bytes.of(digest), key).bytes().at(64) - 27]++;
        }
        assertTrue(seen[0] > 150 && seen[1] > 150, "both recovery ids occur");
    }

    /** Keys and digests at the ends of their ranges, digests above the order of the curve among them. */
    @Test
    void bothAgreeAtTheEdges() {
        List<BigInteger> keys = List.of(BigInteger.ONE, BigInteger.TWO, N.shiftRight(1), N.subtract(BigInteger.ONE));
        List<BigInteger> digests = List.of(
                BigInteger.ZERO,
                BigInteger.ONE,
                N.subtract(BigInteger.ONE),
                N,
                N.add(BigInteger.ONE),
                BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE));
        for (BigInteger key : keys) {
            for (BigInteger digest : digests) {
                assertAgreement(Bytes.of(CurveOrder.scalar(digest)), CurveOrder.scalar(key));
            }
        }
    }

    private static void assertAgreement(Bytes digest, byte[] key) {
        byte[] before = key.clone();
        Signature signature = NATIVE.sign(digest, key);
        assertEquals(signature, JAVA.sign(digest, key));
        assertEquals(NATIVE.publicKey(key), JAVA.publicKey(key));
        assertEquals(Optional.of(JAVA.publicKey(key)), NATIVE.recover(digest, signature));
        assertEquals(Optional.of(JAVA.publicKey(key)), JAVA.recover(digest, signature));
        assertArrayEquals(before, key, "the key is not touched");
    }

    @ParameterizedTest
    @MethodSource("both")
    @Tag("threat-7")
    void onlyTheCanonicalFormCounts(Secp256k1 curve) {
        byte[] key = CurveOrder.scalar(BigInteger.valueOf(7));
        Bytes digest = Hashes.keccak256(new byte[] {1});
        Signature good = curve.sign(digest, key);
        Bytes address = Secp256k1.address(curve.publicKey(key));
        assertTrue(curve.verify(digest, good, address));
        BigInteger s = new BigInteger(1, CurveOrder.s(good));
        int v = CurveOrder.v(good);
        for (int other : new int[] {0, 1, 2, 3, 26, 29, 30, 31, 35, 36, 127, -1, v == 27 ? 28 : 27}) {
            assertFalse(curve.verify(digest, changed(good, CurveOrder.r(good), s, other), address), "v = " + other);
        }
        Signature highS = changed(good, CurveOrder.r(good), N.subtract(s), v == 27 ? 28 : 27);
        assertEquals(Optional.empty(), curve.recover(digest, highS));
        assertFalse(curve.verify(digest, good, Bytes.zero(20)));
        assertFalse(curve.verify(Hashes.keccak256(), good, address));
    }

    @ParameterizedTest
    @MethodSource("both")
    @Tag("threat-7")
    void numbersOutOfRangeRecoverNobody(Secp256k1 curve) {
        byte[] key = CurveOrder.scalar(BigInteger.valueOf(7));
        Bytes digest = Hashes.keccak256(new byte[] {1});
        Signature good = curve.sign(digest, key);
        BigInteger s = new BigInteger(1, CurveOrder.s(good));
        byte[] r = CurveOrder.r(good);
        byte[] fives = CurveOrder.scalar(BigInteger.valueOf(5)); // no point of the curve has x = 5
        byte[] order = CurveOrder.scalar(N);
        for (int v = 27; v <= 28; v++) {
            assertEquals(Optional.empty(), curve.recover(digest, changed(good, new byte[32], s, v)), "r = 0");
            assertEquals(Optional.empty(), curve.recover(digest, changed(good, order, s, v)), "r = n");
            assertEquals(Optional.empty(), curve.recover(digest, changed(good, r, BigInteger.ZERO, v)), "s = 0");
            assertEquals(Optional.empty(), curve.recover(digest, changed(good, fives, s, v)), "no such point");
        }
    }

    /** r = x(k G), s = z / k makes the recovered key the point at infinity, which is nobody's. */
    @ParameterizedTest
    @MethodSource("both")
    void infinityIsNobody(Secp256k1 curve) {
        BigInteger k = BigInteger.valueOf(11);
        Bytes point = curve.publicKey(CurveOrder.scalar(k));
        Bytes digest = Hashes.keccak256(new byte[] {2});
        BigInteger z = new BigInteger(1, digest.toArray());
        BigInteger s = z.multiply(k.modInverse(N)).mod(N);
        boolean odd = point.at(63) % 2 != 0;
        boolean high = s.compareTo(N.shiftRight(1)) > 0;
        Signature crafted = changed(
                new Signature(Bytes.zero(65)),
                point.slice(0, 32).toArray(),
                high ? N.subtract(s) : s,
                odd ^ high ? 28 : 27);
        assertEquals(Optional.empty(), curve.recover(digest, crafted));
    }

    @ParameterizedTest
    @MethodSource("both")
    void keysOutOfRangeAreRefused(Secp256k1 curve) {
        Bytes digest = Bytes.zero(32);
        for (byte[] key : List.of(new byte[32], new byte[31], new byte[33], new byte[0], CurveOrder.scalar(N))) {
            assertThrows(MalformedException.class, () -> curve.sign(digest, key));
            assertThrows(MalformedException.class, () -> curve.publicKey(key));
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void onlyDigestsOf32BytesAreSigned(Secp256k1 curve) {
        byte[] key = CurveOrder.scalar(BigInteger.ONE);
        assertThrows(MalformedException.class, () -> curve.sign(Bytes.zero(31), key));
        assertThrows(MalformedException.class, () -> curve.recover(Bytes.zero(33), new Signature(Bytes.zero(65))));
    }

    private static Signature changed(Signature base, byte[] r, BigInteger s, int v) {
        byte[] bytes = base.bytes().toArray();
        System.arraycopy(r, 0, bytes, 0, 32);
        System.arraycopy(CurveOrder.scalar(s), 0, bytes, 32, 32);
        bytes[64] = (byte) v;
        return new Signature(Bytes.of(bytes));
    }
}
