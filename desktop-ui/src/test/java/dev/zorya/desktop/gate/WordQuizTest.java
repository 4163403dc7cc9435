package dev.zorya.desktop.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.desktop.memory.Samples;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordQuizTest {
    @ParameterizedTest
    @ValueSource(ints = {12, 24})
    void theRightWordsInTheRightPlacesPass(int count) {
        List<String> words = Samples.words(count);
        for (int seed = 0; seed < 200; seed++) {
            WordQuiz quiz = WordQuiz.about(words, new Random(seed));
            assertEquals(4, quiz.places().size());
            assertEquals(8, quiz.pool().size());
            WordQuiz at = quiz;
            while (!at.complete()) {
                assertFalse(at.right());
                String word = words.get(at.nextPlace() - 1);
                assertTrue(at.pool().contains(word));
                at = at.pick(word);
            }
            assertTrue(at.right());
            assertEquals(at, at.pick("one more"), "complete is complete");
            assertEquals(quiz, at.restart());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 24})
    void swappedWordsDoNotPass(int count) {
        List<String> words = Samples.words(count);
        WordQuiz quiz = WordQuiz.about(words, new Random(1));
        List<Integer> places = quiz.places();
        WordQuiz wrong = quiz.pick(words.get(places.get(1)))
                .pick(words.get(places.get(0)))
                .pick(words.get(places.get(2)))
                .pick(words.get(places.get(3)));
        assertTrue(wrong.complete());
        assertFalse(wrong.right());
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 24})
    void differentPlacesAreAskedEachTime(int count) {
        List<String> words = Samples.words(count);
        long different = new Random(3)
                .ints(50)
                .mapToObj(seed -> WordQuiz.about(words, new Random(seed)).places())
                .distinct()
                .count();
        assertTrue(different > 30);
    }
}
