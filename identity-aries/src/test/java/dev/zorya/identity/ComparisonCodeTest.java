package dev.zorya.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ComparisonCodeTest {
    private static final String ALICE = "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp";
    private static final String BOB = "did:key:z6MkjchhfUsD6mmvni8mCdXHw216Xrm9bQe2mBH1P5RDjVJG";

    @Test
    void isTheSameOnBothSides() {
        assertEquals(ComparisonCode.of(ALICE, BOB), ComparisonCode.of(BOB, ALICE));
        assertNotEquals(ComparisonCode.of(ALICE, BOB), ComparisonCode.of(ALICE, ALICE));
    }

    @Test
    void isTheFirst40BitsOfTheHash() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest((ALICE + BOB).getBytes(StandardCharsets.US_ASCII));
        String code = ComparisonCode.of(BOB, ALICE);
        assertTrue(code.matches("[0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4}"), code);
        String digits = code.replace(" ", "");
        BigInteger bits = BigInteger.ZERO;
        for (char c : digits.toCharArray()) {
            bits = bits.shiftLeft(5).add(BigInteger.valueOf("0123456789ABCDEFGHJKMNPQRSTVWXYZ".indexOf(c)));
        }
        assertEquals(new BigInteger(1, Arrays.copyOf(hash, 5)), bits);
    }
}
