package dev.zorya.ethereum.conservation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.ethereum.chain.World;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The property {@code zorya.sequences} makes it longer; a failing seed fails again. */
@Tag("slow")
@Tag("threat-22")
class ConservationTest {
    private static final int CALLS = 60;

    private static World world;

    @BeforeAll
    static void start() throws Exception {
        world = new World();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @TestFactory
    List<DynamicTest> noSequenceOfCallsMakesMoney() {
        return LongStream.rangeClosed(1, Long.getLong("zorya.sequences", 12))
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
                    int accepted = new RandomCalls(world, seed).play(CALLS);
                    assertTrue(accepted > CALLS / 3, "a sequence in which little happens proves little: " + accepted);
                }))
                .toList();
    }
}
