package dev.zorya.channel.core;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Thousands of {@link Duel}s. One again: {@code -Dduel.seed=N}, with more of its log: {@code -Dduel.lines=N}; more of them:
 * {@code -Dduel.count=N}.
 */
class DuelTest {
    private static final int LAST_LINES = Integer.getInteger("duel.lines", 80);

    @Test
    @Tag("threat-2")
    @Tag("threat-41")
    void bothSurviveAndAgreeWhateverHappens() {
        long only = Long.getLong("duel.seed", -1);
        long first = only < 0 ? 0 : only;
        long count = only < 0 ? Long.getLong("duel.count", 2000) : 1;
        for (long seed = first; seed < first + count; seed++) {
            if (!survives(seed)) {
                report(seed);
            }
        }
    }

    private static boolean survives(long seed) {
        try {
            new Duel(seed, false).play();
            return true;
        } catch (RuntimeException | AssertionError e) {
            return false;
        }
    }

    /** The same once more, with its log. */
    private static void report(long seed) {
        Duel duel = new Duel(seed, true);
        try {
            duel.play();
        } catch (RuntimeException | AssertionError e) {
            List<String> log = duel.log();
            String end = String.join("\n", log.subList(Math.max(0, log.size() - LAST_LINES), log.size()));
            fail("seed " + seed + ": " + e.getMessage() + "\nagain with -Dduel.seed=" + seed + "\n" + end, e);
        }
        fail("seed " + seed + " fails only sometimes: something in the core is not deterministic");
    }
}
