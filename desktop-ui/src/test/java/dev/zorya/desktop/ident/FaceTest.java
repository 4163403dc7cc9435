package dev.zorya.desktop.ident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceTest {
    @ParameterizedTest
    @CsvSource({
        "Ilya Brandt, IB",
        "Blue Door Café, BC",
        "nadia, N",
        "'  Tomás   Rivera ', TR",
        "'\"Sofia\" L.', SL",
        "élan, É",
        "- -, ?",
        "'', ?",
        "Ω 3 omega, ΩO",
        "𝒜da, 𝒜"
    })
    void initialsOfFirstAndLastWord(String name, String initials) {
        assertEquals(initials, Face.of(name, "did:key:z6Mk").initials());
    }

    @Test
    void theColourComesFromTheDidAndNotFromTheName() {
        Face one = Face.of("Ilya Brandt", "did:key:1");
        assertEquals(one.colour(), Face.of("Somebody Else", "did:key:1").colour());
        assertNotEquals(one.colour(), Face.of("Ilya Brandt", "did:key:2").colour());
    }

    @Test
    void allEightColoursAreUsed() {
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            seen.add(Face.of("x", "did:key:" + i).colour());
        }
        assertEquals(Set.of(0, 1, 2, 3, 4, 5, 6, 7), seen);
    }
}
