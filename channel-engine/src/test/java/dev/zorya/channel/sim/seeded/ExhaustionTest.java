package dev.zorya.channel.sim.seeded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("threat-41")
class ExhaustionTest {
    @ParameterizedTest
    @EnumSource
    void everyPointOfEveryScenario(Scenario scenario) {
        Exhaustion all = new Exhaustion(Core.REAL);
        int points = all.singles(scenario);
        assertTrue(points >= 6, scenario + " has only " + points + " points");
        assertEquals(points + 1, all.played());
    }

    static List<Scenario> pairs() {
        return Scenario.ofPairs();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    @Tag("slow")
    void everyPairOfPoints(Scenario scenario) {
        Exhaustion all = new Exhaustion(Core.REAL);
        all.pairs(scenario);
        assertTrue(all.played() > 150, scenario + " has only " + all.played() + " worlds");
    }
}
