package dev.zorya.channel.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.message.Control.AuthResponse;
import dev.zorya.channel.value.AddressMap;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.channel.vectors.Parties;
import dev.zorya.channel.wire.SimpleAddress.RsaKey;
import dev.zorya.channel.wire.WireProof.Verdict;
import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireKeyTest {
    private static final WireKey KEY = Parties.party("alice").wireKey();
    private static final SimpleAddress ALICE = KEY.address("alice");

    @Test
    void aNewKeyProvesItsIdentityAndSurvivesStorage() {
        WireKey key = WireKey.generate(new SecureRandom());
        SimpleAddress own = key.address("did:key:z6Mk");
        assertEquals(2 + 12 + 2 + 256 + 4, own.binary().size());
        WireKey restored = WireKey.fromPkcs8(key.pkcs8());
        assertEquals(own, restored.address("did:key:z6Mk"));
        assertEquals(key.prove(own), restored.prove(own));
        assertEquals(Verdict.PROVEN, WireProof.check(own.identity(), restored.prove(own)));
        assertFalse(key.toString().contains(own.binary().hex().substring(40, 60)));
    }

    @Test
    void pem() {
        String pem = KEY.pem();
        assertTrue(pem.startsWith("-----BEGIN PRIVATE KEY-----\n") && pem.endsWith("\n-----END PRIVATE KEY-----\n"));
        assertTrue(pem.lines().allMatch(line -> line.length() <= 64));
        assertArrayEquals(
                KEY.pkcs8(),
                WireKey.fromPem("a comment\n" + pem.replace("\n", "\r\n")).pkcs8());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-----BEGIN PRIVATE KEY-----",
                "-----END PRIVATE KEY----------BEGIN PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----"
            })
    void whatIsNoKeyIsRefused(String pem) {
        assertThrows(MalformedException.class, () -> WireKey.fromPem(pem));
    }

    @Test
    void keysOfOtherKindsAreRefused() throws Exception {
        KeyPairGenerator small = KeyPairGenerator.getInstance("RSA");
        small.initialize(1024);
        byte[] rsa1024 = small.generateKeyPair().getPrivate().getEncoded();
        assertThrows(MalformedException.class, () -> WireKey.fromPkcs8(rsa1024));
        byte[] ed25519 = KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        assertThrows(MalformedException.class, () -> WireKey.fromPkcs8(ed25519));
    }

    @Test
    @Tag("threat-49")
    void proofsThatProveNothing() {
        AuthResponse proof = KEY.prove(ALICE);
        assertEquals(Verdict.PROVEN, WireProof.check(ALICE.identity(), proof));
        assertEquals(Verdict.WRONG_SIGNATURE, check(ALICE.identity(), Bytes.EMPTY));
        assertEquals(Verdict.WRONG_SIGNATURE, check(ALICE.identity(), Bytes.zero(256)));
        assertEquals(Verdict.WRONG_SIGNATURE, check(ALICE.identity(), Bytes.zero(1024)));
        Bytes flipped = proof.signature().slice(0, 255);
        assertEquals(Verdict.WRONG_SIGNATURE, check(ALICE.identity(), flipped));
        assertEquals(Verdict.NOT_AN_ADDRESS, check(WireIdentity.single(Bytes.zero(3)), proof.signature()));
        WireIdentity twice =
                new WireIdentity(new AddressMap(new TreeMap<>(Map.of(1, ALICE.binary(), 2, ALICE.binary()))));
        assertEquals(Verdict.NOT_ONE_ADDRESS, check(twice, proof.signature()));
    }

    /** With e = 3 and a small modulus anybody could sign; the JDK itself refuses moduli below 512 bits. */
    @ParameterizedTest
    @ValueSource(ints = {8, 511, 512, 1024, 2047})
    @Tag("threat-49")
    void weakKeysProveNothing(int bits) {
        RsaKey weak = new RsaKey(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE), 3);
        SimpleAddress address = SimpleAddress.of("mallory", weak);
        assertEquals(Verdict.WEAK_KEY, check(address.identity(), Bytes.zero(256)));
    }

    @Test
    void signedBytesOfSeveralAddresses() {
        WireIdentity two =
                new WireIdentity(new AddressMap(new TreeMap<>(Map.of(2, Bytes.of((byte) 2), 1, Bytes.of((byte) 1)))));
        assertEquals("020102", WireProof.signedBytes(two).hex());
        assertEquals(
                "00",
                WireProof.signedBytes(new WireIdentity(new AddressMap(new TreeMap<>())))
                        .hex());
    }

    @Test
    void oneAddressHasOneForm() {
        Bytes good = ALICE.binary();
        assertThrows(MalformedException.class, () -> SimpleAddress.parse(Bytes.fromHex(good.hex() + "00")));
        // a modulus with a leading zero is the same number in a second form
        Bytes padded = Bytes.fromHex("000161" + "0101" + "00" + good.hex().substring(2 * 9));
        assertThrows(MalformedException.class, () -> SimpleAddress.parse(padded));
        assertThrows(
                MalformedException.class, () -> SimpleAddress.parse(Bytes.fromHex("000161" + "0000" + "00010001")));
        for (int exponent : new int[] {-1, 0, 1, 2, 4, Integer.MIN_VALUE}) {
            assertThrows(MalformedException.class, () -> new RsaKey(BigInteger.TEN, exponent));
        }
        assertThrows(MalformedException.class, () -> new RsaKey(BigInteger.ONE.shiftLeft(8192), 3));
    }

    private static Verdict check(WireIdentity identity, Bytes signature) {
        return WireProof.check(identity, new AuthResponse(signature));
    }
}
