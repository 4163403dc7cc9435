package dev.zorya.channel.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.Signature;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EthereumKeyTest {
    private static final Bytes SECRET =
            Bytes.fromHex("925740784a3abd61eca241a6d450c49534bd1b65d12e55ac0dec7f8029f68058");
    private static final Bytes DIGEST = Hashes.keccak256(new byte[] {1});

    @Test
    @Tag("threat-66")
    void nothingShowsTheSecret() {
        try (EthereumKey key = EthereumKey.of(SECRET.toArray())) {
            assertEquals(key.address(), AddressText.parse(key.toString()));
            assertFalse(key.toString().contains(SECRET.hex().substring(0, 8)));
        }
        MalformedException refused = assertThrows(
                MalformedException.class,
                () -> EthereumKey.of(SECRET.slice(0, 31).toArray()));
        assertFalse(String.valueOf(refused.getMessage()).contains(SECRET.hex().substring(0, 8)));
    }

    @Test
    @Tag("threat-66")
    void closingWipes() throws ReflectiveOperationException {
        EthereumKey key = EthereumKey.of(SECRET.toArray());
        key.close();
        Field field = EthereumKey.class.getDeclaredField("secret");
        field.setAccessible(true);
        assertTrue(Arrays.equals(new byte[32], (byte[]) field.get(key)));
        assertThrows(IllegalStateException.class, () -> key.sign(DIGEST));
        assertEquals("d20c010d0f1caefbde53fdea520662f7c48a1575", key.address().hex());
        key.close();
    }

    @Test
    void theCallersArrayIsItsOwn() {
        byte[] callers = SECRET.toArray();
        try (EthereumKey key = EthereumKey.of(callers)) {
            Signature before = key.sign(DIGEST);
            Arrays.fill(callers, (byte) 0);
            assertEquals(before, key.sign(DIGEST));
        }
    }

    /** Wiping while others sign: each either gets the right signature or is refused, never one by half a key. */
    @Test
    void closingWhileSigningGivesNothingAway() {
        EthereumKey key = EthereumKey.of(SECRET.toArray());
        Signature right = key.sign(DIGEST);
        Set<Signature> made = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 200).parallel().forEach(i -> {
            if (i == 100) {
                key.close();
            }
            try {
                made.add(key.sign(DIGEST));
            } catch (IllegalStateException closed) {
                assertTrue(closed.getMessage() != null && closed.getMessage().contains("closed"));
            }
        });
        assertTrue(made.isEmpty() || made.equals(Set.of(right)));
    }
}
