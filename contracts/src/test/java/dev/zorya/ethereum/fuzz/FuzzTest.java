package dev.zorya.ethereum.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.value.Bytes;
import dev.zorya.ethereum.anvil.AnvilOptions;
import dev.zorya.ethereum.artifact.Contract;
import dev.zorya.ethereum.chain.World;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random call sequences before the contracts and before the judge: the same calls are accepted, with the same events, and at the end all disputes
 * and holdings are the same.
 *
 * <p>The property {@code zorya.fuzz.sequences} says how many, {@code zorya.fuzz.first} where to begin; {@code zorya.fuzz.seed} plays a single
 * one again.
 */
@Tag("slow")
class FuzzTest {
    /** A chain keeps all that has happened; a new one now and then keeps it fast. */
    private static final int GROUPS_PER_CHAIN = 10;

    /** Making the calls and executing them go on at the same time. */
    private static final int CHAINS_AT_ONCE = 2;

    @Test
    void theContractsAndTheJudgeNeverDiffer() throws Exception {
        long only = Long.getLong("zorya.fuzz.seed", -1);
        if (only >= 0) {
            play(only / Group.SIZE, 1, only);
            return;
        }
        long first = Long.getLong("zorya.fuzz.first", 0) / Group.SIZE;
        long groups = Long.getLong("zorya.fuzz.sequences", 5_000) / Group.SIZE;
        var counts = new TreeMap<String, int[]>();
        try (var threads = Executors.newFixedThreadPool(CHAINS_AT_ONCE)) {
            List<Future<Map<String, int[]>>> chains = new ArrayList<>();
            for (long group = first; group < first + groups; group += GROUPS_PER_CHAIN) {
                long begin = group;
                long count = Math.min(GROUPS_PER_CHAIN, first + groups - group);
                chains.add(threads.submit(() -> play(begin, count, -1)));
            }
            for (var chain : chains) {
                chain.get()
                        .forEach((kind, count) ->
                                counts.merge(kind, count, (a, b) -> new int[] {a[0] + b[0], a[1] + b[1]}));
            }
        }
        var text = new StringBuilder(groups * Group.SIZE + " sequences; accepted and refused:");
        counts.forEach((kind, count) -> text.append(" %s %d/%d".formatted(kind, count[0], count[1])));
        System.out.println(text);
        counts.forEach((kind, count) ->
                assertTrue(count[0] > groups && count[1] > groups, "says little about " + kind + ": " + text));
    }

    private static Map<String, int[]> play(long group, long groups, long only) throws Exception {
        var counts = new TreeMap<String, int[]>();
        try (var world = new World()) {
            for (var key : Tree.PEOPLE) {
                world.fund("0x" + key.address().hex());
            }
            var place = new Place(
                    BigInteger.valueOf(AnvilOptions.PRACTICE_CHAIN_ID),
                    Bytes.fromHex(world.adjudicator()),
                    Bytes.fromHex(world.ethHolder()),
                    Bytes.fromHex(world.tokenHolder()),
                    Bytes.fromHex(world.deploy(Contract.TRIVIAL_APP)),
                    Bytes.fromHex(world.deployForTest("RefusingApp")));
            var blocks = new Blocks(world);
            long time = world.now() + 10;
            for (long number = group; number < group + groups; number++) {
                long from = number * Group.SIZE;
                List<Long> seeds = only >= 0
                        ? List.of(only)
                        : LongStream.range(from, from + Group.SIZE).boxed().toList();
                time = new Group(place, blocks, counts).play(number, seeds, time);
            }
        }
        return counts;
    }
}
