package dev.zorya.benchmarks;

import dev.zorya.channel.sim.seeded.Core;
import dev.zorya.channel.sim.seeded.Exhaustion;
import dev.zorya.channel.sim.seeded.Failure;
import dev.zorya.channel.sim.seeded.Figures;
import dev.zorya.channel.sim.seeded.Scenario;
import dev.zorya.channel.sim.seeded.Simulator;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The simulator of the engine's tests as a program: many worlds, one world again, or every place where a process can die. */
@Command(
        name = "zorya simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Plays two or three people through worlds in which everything goes wrong, and checks the safety rules after every"
                    + " step.",
            "A seed decides a world: lost, doubled and late messages, broken connections, crashes, failing disks, a"
                    + " chain that",
            "reorganises, a peer that cheats. Exit code 1 if a rule was broken; then the world is shrunk and shown."
        })
public final class Simulate implements Callable<Integer> {
    private static final long PAUSE = Duration.ofSeconds(5).toNanos();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "100000",
            description = "how many worlds (default: ${DEFAULT-VALUE})")
    long seeds;

    @Option(names = "--first", paramLabel = "SEED", defaultValue = "0", description = "seed of the first one")
    long first;

    @Option(names = "--seed", paramLabel = "SEED", description = "tells this one world, step by step")
    @Nullable
    Long seed;

    @Option(
            names = "--keep",
            paramLabel = "N,N",
            description = "with --seed: only these of its deeds, or \"none\"; a failure says which")
    @Nullable
    String keep;

    @Option(names = "--scenario", description = "tells one of ${COMPLETION-CANDIDATES}, interrupted as --crash says")
    @Nullable
    Scenario scenario;

    @Option(
            names = "--crash",
            paramLabel = "N,N",
            split = ",",
            description = "with --scenario: before which effects or inputs a process dies")
    int[] crashes = {};

    @Option(
            names = "--exhaustive",
            description = "every single point of every scenario at which a process can die, and every pair for some")
    boolean exhaustive;

    @Spec
    @Nullable
    CommandSpec spec;

    public static void main(String... args) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        System.exit(new CommandLine(new Simulate())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() {
        if (seed != null) {
            return tell(new Simulator(Core.REAL).tell(seed, kept()));
        }
        if (scenario != null) {
            return tell(new Exhaustion(Core.REAL).tell(scenario, crashes));
        }
        return exhaustive ? everyPoint() : worlds();
    }

    private Optional<List<Integer>> kept() {
        if (keep == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    keep.equals("none")
                            ? List.of()
                            : Arrays.stream(keep.split(",", -1))
                                    .map(Integer::valueOf)
                                    .toList());
        } catch (NumberFormatException e) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--keep takes numbers with commas between them, or none; not \"" + keep + "\"",
                    e);
        }
    }

    private static int tell(List<String> lines) {
        lines.forEach(System.out::println);
        return lines.getLast().startsWith("BROKEN") ? 1 : 0;
    }

    private static int everyPoint() {
        Exhaustion all = new Exhaustion(Core.REAL);
        try {
            for (Scenario each : Scenario.values()) {
                long before = all.played();
                int points = all.singles(each);
                if (Scenario.ofPairs().contains(each)) {
                    all.pairs(each);
                }
                System.out.printf("%-11s %3d points, %5d worlds%n", each, points, all.played() - before);
            }
        } catch (AssertionError broken) {
            System.out.println(broken.getMessage());
            return 1;
        }
        System.out.println("No rule was broken.");
        return 0;
    }

    private int worlds() {
        long start = System.nanoTime();
        AtomicLong spoken = new AtomicLong(start);
        Simulator.Report report = new Simulator(Core.REAL).play(first, seeds, done -> {
            long now = System.nanoTime();
            long last = spoken.get();
            if (now - last > PAUSE && spoken.compareAndSet(last, now)) {
                System.err.printf("%,d of %,d worlds, %,.0f a second%n", done, seeds, rate(done, now - start));
            }
        });
        Figures figures = report.figures();
        long time = System.nanoTime() - start;
        System.out.printf(
                "%,d worlds in %,.1f s (%,.0f a second), %,d of them with a peer that cheats%n",
                figures.worlds(), time / 1e9, rate(figures.worlds(), time), figures.cheated());
        System.out.printf(
                "%,d payments signed by both, %,d times somebody got its money out%n",
                figures.payments(), figures.closed());
        System.out.printf(
                "%,d crashes, %,d failing disks, %,d broken connections, %,d messages lost, doubled or moved%n",
                figures.crashes(), figures.failedDisks(), figures.brokenConnections(), figures.disorder());
        System.out.printf(
                "%,d reorganisations of the chain, %,d forged messages%n",
                figures.reorganisations(), figures.forgedMessages());
        System.out.printf(
                "%,d channels brought before the judge, %,d older states refuted there%n",
                figures.disputes(), figures.refutations());
        System.out.printf(
                "%,d worlds of three people, %,d with a game, %,d moves that count, %,d of them made before the judge%n",
                figures.threes(), figures.games(), figures.moves(), figures.judgedMoves());
        System.out.println(report.failure().map(Failure::report).orElse("No rule was broken."));
        return report.failure().isPresent() ? 1 : 0;
    }

    private static double rate(long worlds, long nanos) {
        return worlds / (nanos / 1e9);
    }
}
