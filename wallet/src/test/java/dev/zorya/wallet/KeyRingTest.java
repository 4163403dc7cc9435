package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zorya.channel.crypto.AddressText;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    /** The words of every development chain. */
    private static final List<String> TEST_WORDS =
            List.of("test", "test", "test", "test", "test", "test", "test", "test", "test", "test", "test", "junk");

    private static final KeyRing KEYS = KeyRing.create(TEST_WORDS, new SecureRandom());

    @Test
    void perunKeyIsWhereOtherWalletsLook() {
        assertEquals(
                "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
                AddressText.of(KEYS.perun().address()));
    }

    @Test
    void wordsBringBackAddressAndDidButNotTheMadeKeys() {
        try (KeyRing again = KeyRing.create(TEST_WORDS, new SecureRandom())) {
            assertEquals(KEYS.perun().address(), again.perun().address());
            assertEquals(KEYS.identity().did(), again.identity().did());
            assertNotEquals(KEYS.tls().fingerprint(), again.tls().fingerprint());
            assertNotEquals(KEYS.wire().address("x"), again.wire().address("x"));
        }
    }

    @Test
    void didStaysTheSameInEveryVersion() {
        assertEquals(
                "did:key:z6Mkt71qQLrz8R7dYYGzWFoToJgzwbhBWhDGXFmZNXB9X6Y6",
                KEYS.identity().did());
    }

    @Test
    void comesBackFromItsSecret() {
        byte[] secret = KEYS.secret();
        try (KeyRing again = KeyRing.open(secret)) {
            assertEquals(TEST_WORDS, again.words());
            assertEquals(KEYS.perun().address(), again.perun().address());
            assertEquals(KEYS.identity().did(), again.identity().did());
            assertEquals(KEYS.tls().fingerprint(), again.tls().fingerprint());
            assertEquals(KEYS.wire().address("x"), again.wire().address("x"));
            assertArrayEquals(secret, again.secret());
        }
    }

    @Test
    @Tag("threat-47")
    void damagedSecretsAreRefused() {
        byte[] secret = KEYS.secret();
        for (int length = 0; length < secret.length; length += 13) {
            byte[] cut = Arrays.copyOf(secret, length);
            assertThrows(MalformedException.class, () -> KeyRing.open(cut));
        }
        byte[] newer = secret.clone();
        newer[0] = 2;
        assertThrows(MalformedException.class, () -> KeyRing.open(newer));
    }

    @Test
    @Tag("threat-66")
    void closedKeysAreWiped() throws Exception {
        KeyRing keys = KeyRing.open(KEYS.secret());
        keys.close();
        for (var field : KeyRing.class.getDeclaredFields()) {
            if (field.getType() == byte[].class) {
                field.setAccessible(true);
                byte[] left = (byte[]) field.get(keys);
                assertArrayEquals(new byte[left.length], left, field.getName());
            }
        }
        assertThrows(IllegalStateException.class, () -> keys.perun().sign(Bytes.zero(32)));
    }
}
