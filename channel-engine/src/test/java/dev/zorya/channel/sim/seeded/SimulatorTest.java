package dev.zorya.channel.sim.seeded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One world again, in words: {@code ./zorya simulate --seed N}. */
class SimulatorTest {
    private static final long SEEDS = 20_000;

    /** Cases in which both are honest are in the worlds as well as those in which one cheats; see Weather and Forger. */
    @Test
    @Tag("slow")
    @Tag("threat-1")
    @Tag("threat-2")
    @Tag("threat-3")
    @Tag("threat-4")
    @Tag("threat-5")
    @Tag("threat-6")
    @Tag("threat-9")
    @Tag("threat-10")
    @Tag("threat-11")
    @Tag("threat-12")
    @Tag("threat-13")
    @Tag("threat-21")
    @Tag("threat-26")
    @Tag("threat-27")
    @Tag("threat-29")
    @Tag("threat-31")
    @Tag("threat-34")
    @Tag("threat-41")
    void noRuleIsBrokenInAnyWorld() {
        Simulator.Report report = new Simulator(Core.REAL).play(0, SEEDS, done -> {});
        assertEquals("", report.failure().map(Failure::report).orElse(""));
        Figures figures = report.figures();
        assertEquals(SEEDS, figures.worlds());
        // worlds in which nothing happens prove nothing
        assertTrue(figures.payments() > 2 * SEEDS, "payments: " + figures.payments());
        assertTrue(figures.crashes() > SEEDS, "crashes: " + figures.crashes());
        assertTrue(figures.forgedMessages() > 4 * SEEDS, "forged messages: " + figures.forgedMessages());
        assertTrue(figures.cheated() > SEEDS / 5, "cheated: " + figures.cheated());
        assertTrue(figures.failedDisks() > SEEDS / 2, "failed disks: " + figures.failedDisks());
        assertTrue(figures.reorganisations() > SEEDS / 2, "reorganisations: " + figures.reorganisations());
        assertTrue(figures.disorder() > SEEDS, "disorder: " + figures.disorder());
        assertTrue(figures.disputes() > SEEDS / 8, "disputes: " + figures.disputes());
        assertTrue(figures.refutations() > SEEDS / 50, "refutations: " + figures.refutations());
        assertTrue(figures.games() > SEEDS / 5, "games: " + figures.games());
        assertTrue(figures.threes() > SEEDS / 10, "worlds of three: " + figures.threes());
        assertTrue(figures.moves() > SEEDS / 2, "moves: " + figures.moves());
        assertTrue(figures.judgedMoves() > SEEDS / 20, "moves before the judge: " + figures.judgedMoves());
        assertTrue(figures.closed() > SEEDS, "closed: " + figures.closed());
    }

    @Test
    void theSameSeedIsTheSameWorld() {
        for (long seed = 0; seed < 50; seed++) {
            List<String> once = new Simulator(Core.REAL).tell(seed, Optional.empty());
            assertEquals(once, new Simulator(Core.REAL).tell(seed, Optional.empty()), "seed " + seed);
            assertNotEquals(once, new Simulator(Core.REAL).tell(seed + 1, Optional.empty()), "seed " + seed);
        }
    }

    @Test
    void aPlanWithoutSomeOfItsDeedsIsAPlan() {
        Plan plan = Plan.of(7);
        Plan some = plan.keeping(List.of(3, 5, 8));
        assertEquals(
                List.of(plan.deeds().get(3), plan.deeds().get(5), plan.deeds().get(8)), some.deeds());
        assertEquals(some, some.keeping(List.of(3, 4, 5, 8)));
        assertEquals(plan.weather(), some.weather());
    }
}
