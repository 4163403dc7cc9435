package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.api.WalletProblem;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people are told keeps to UI.md 11. */
class ProblemsTest {
    private static final Pattern SENTENCE = Pattern.compile("[\\p{Lu}{].*\\.", Pattern.DOTALL);
    private static final List<String> NOT_OUR_WORDS = List.of("invalid", "failed", "error occurred", "please", "!");

    @ParameterizedTest
    @EnumSource
    void threeSentencesForEach(Code code) {
        WalletProblem problem = Problems.of(code, "details", "Nadia");
        for (String text : List.of(problem.what(), problem.meaning(), problem.next())) {
            assertTrue(SENTENCE.matcher(text).matches(), code + ": " + text);
            assertFalse(text.contains("{"), code + ": " + text);
            for (String word : NOT_OUR_WORDS) {
                assertFalse(text.toLowerCase(Locale.ROOT).contains(word), code + " says \"" + word + "\"");
            }
        }
        assertEquals("details", problem.details());
    }

    @Test
    void nothingIsLeftOver() {
        Set<String> expected = new HashSet<>();
        for (Code code : Code.values()) {
            expected.addAll(List.of(code + ".what", code + ".meaning", code + ".next"));
        }
        assertEquals(
                expected, ResourceBundle.getBundle("dev.zorya.wallet.problems").keySet());
    }
}
