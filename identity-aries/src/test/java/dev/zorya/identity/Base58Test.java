package dev.zorya.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Base58Test {
    @ParameterizedTest
    @CsvSource({"Hello World!,2NEpo7TZRRrLZSi2U", "a,2g", "bbb,a3gV", "'',''"})
    void knownTexts(String plain, String encoded) {
        byte[] bytes = plain.getBytes(StandardCharsets.US_ASCII);
        assertEquals(encoded, Base58.encode(bytes));
        assertArrayEquals(bytes, Base58.decode(encoded).orElseThrow());
    }

    @Test
    void leadingZerosAreOnes() {
        assertEquals("11", Base58.encode(new byte[] {0, 0}));
        assertArrayEquals(new byte[] {0, 0}, Base58.decode("11").orElseThrow());
    }

    @Test
    void everyLengthComesBack() {
        Random random = new Random(7);
        for (int length = 0; length < 64; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            if (length > 2) {
                bytes[0] = 0;
            }
            assertArrayEquals(bytes, Base58.decode(Base58.encode(bytes)).orElseThrow());
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "O", "I", "l", "2g+", "ä"})
    void othersAreRefused(String text) {
        assertTrue(Base58.decode(text).isEmpty());
    }
}
