package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    private static final List<String> ZEROS = List.of(
            "abandon", "abandon", "abandon", "abandon", "abandon", "abandon", "abandon", "abandon", "abandon",
            "abandon", "abandon", "about");

    @ParameterizedTest
    @ValueSource(ints = {12, 24})
    void newWordsAreValidAndNeverTheSame(int count) {
        List<String> words = Words.random(count, new SecureRandom());
        assertEquals(count, words.size());
        assertTrue(Words.valid(words));
        assertNotEquals(words, Words.random(count, new SecureRandom()));
        assertEquals(words, Words.of(Words.entropy(words)));
    }

    @Test
    void otherCountsAreNotOffered() {
        assertThrows(IllegalArgumentException.class, () -> Words.random(15, new SecureRandom()));
    }

    @Test
    void zeroEntropyIsTheStandardsFirstVector() {
        assertEquals(ZEROS, Words.of(new byte[16]));
        assertArrayEquals(new byte[16], Words.entropy(ZEROS));
    }

    @Test
    void capitalsDoNotMatter() {
        List<String> shouted =
                ZEROS.stream().map(word -> word.toUpperCase(Locale.ROOT)).toList();
        assertTrue(Words.valid(shouted));
        assertArrayEquals(Words.seed(ZEROS), Words.seed(shouted));
    }

    @Test
    void aWrongWordOrOrderOrCountIsSeen() {
        assertFalse(Words.valid(List.of()));
        assertFalse(Words.valid(ZEROS.subList(0, 11)));
        assertFalse(Words.valid(Collections.nCopies(12, "abandon")));
        assertFalse(Words.valid(replaced("zorya")));
        assertFalse(Words.valid(replaced("")));
        List<String> fifteen = new ArrayList<>(ZEROS);
        fifteen.addAll(List.of("zoo", "zoo", "zoo"));
        assertFalse(Words.valid(fifteen));
    }

    @Test
    void completion() {
        assertEquals(List.of("zebra", "zero", "zone", "zoo"), Words.startingWith("z"));
        assertEquals(List.of("zoo"), Words.startingWith(" ZOO "));
        assertEquals(List.of(), Words.startingWith(""));
        assertEquals(List.of(), Words.startingWith("zorya"));
        assertEquals(6, Words.startingWith("a").size());
    }

    private static List<String> replaced(String first) {
        List<String> words = new ArrayList<>(ZEROS);
        words.set(0, first);
        return words;
    }
}
