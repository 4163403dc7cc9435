package dev.zorya.wallet.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealingTest {
    private static final Sealing OURS = new Sealing(purpose -> filled(1));

    private static byte[] filled(int value) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) value);
        return key;
    }

    @Test
    void whatIsSealedIsReadByThisWalletOnly() {
        String sealed = OURS.seal("an API key");
        assertFalse(sealed.contains("key"));
        assertEquals(Optional.of("an API key"), OURS.open(sealed));
        assertEquals(Optional.empty(), new Sealing(purpose -> filled(2)).open(sealed));
    }

    @Test
    void theSameTextIsNeverSealedTheSame() {
        assertNotEquals(OURS.seal("same"), OURS.seal("same"));
    }

    @Test
    void anythingElseIsNotRead() {
        byte[] sealed = Base64.getDecoder().decode(OURS.seal("an API key"));
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertEquals(Optional.empty(), OURS.open(Base64.getEncoder().encodeToString(changed)), "byte " + i);
        }
        assertEquals(Optional.empty(), OURS.open(""));
        assertEquals(Optional.empty(), OURS.open("AAAA"));
        assertEquals(Optional.empty(), OURS.open("no base64!"));
    }
}
