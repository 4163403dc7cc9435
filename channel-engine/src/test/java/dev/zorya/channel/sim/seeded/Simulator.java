package dev.zorya.channel.sim.seeded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;

/** Plays worlds by their seeds (DESIGN.md 10). The same seed is the same world, on every machine. */
public final class Simulator {
    private static final int BLOCK = 50;

    /**
     * What came of many worlds.
     *
     * @param failure the first one that was found; nothing more was played then
     */
    public record Report(Figures figures, Optional<Failure> failure) {}

    private final Core core;

    /** Worlds around this core; {@link Core#REAL} but for tests of the simulator itself. */
    public Simulator(Core core) {
        this.core = core;
    }

    /**
     * Plays many worlds, on all processors.
     *
     * @param progress hears now and then how many worlds are done, from any thread
     */
    public Report play(long firstSeed, long count, LongConsumer progress) {
        AtomicLong next = new AtomicLong(firstSeed);
        AtomicLong done = new AtomicLong();
        AtomicReference<Failure> found = new AtomicReference<>();
        Figures figures = new Figures();
        List<Thread> workers = new ArrayList<>();
        for (int worker = Runtime.getRuntime().availableProcessors(); worker > 0; worker--) {
            workers.add(Thread.ofPlatform().start(() -> {
                Figures mine = new Figures();
                long end = firstSeed + count;
                for (long at = next.getAndAdd(BLOCK); at < end && found.get() == null; at = next.getAndAdd(BLOCK)) {
                    long stop = Math.min(at + BLOCK, end);
                    for (long seed = at; seed < stop && found.get() == null; seed++) {
                        play(seed, mine).ifPresent(failure -> found.compareAndSet(null, failure));
                    }
                    progress.accept(done.addAndGet(stop - at));
                }
                synchronized (figures) {
                    figures.add(mine);
                }
            }));
        }
        for (Thread worker : workers) {
            join(worker);
        }
        return new Report(figures, Optional.ofNullable(found.get()));
    }

    private static void join(Thread worker) {
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Failure> play(long seed, Figures figures) {
        Plan plan = Plan.of(seed);
        try {
            figures.add(new Story(plan, core, Trace.NONE).play());
            return Optional.empty();
        } catch (RuntimeException broken) {
            return Optional.of(new Shrinker(this).failure(plan, rule(broken)));
        }
    }

    /**
     * One world in words, line by line; the last line says how it ended.
     *
     * @param kept numbers of the deeds to keep; nothing keeps them all
     */
    public List<String> tell(long seed, Optional<List<Integer>> kept) {
        Plan plan = Plan.of(seed);
        return tell(kept.map(plan::keeping).orElse(plan));
    }

    List<String> tell(Plan plan) {
        Trace.Kept trace = new Trace.Kept();
        Optional<String> rule = broken(plan, trace);
        List<String> lines = new ArrayList<>(trace.lines());
        lines.add(rule.map(r -> "BROKEN: " + r).orElse("No rule is broken."));
        return lines;
    }

    /** The rule that this plan breaks. */
    Optional<String> broken(Plan plan, Trace trace) {
        try {
            new Story(plan, core, trace).play();
            return Optional.empty();
        } catch (RuntimeException broken) {
            return Optional.of(rule(broken));
        }
    }

    private static String rule(RuntimeException broken) {
        return broken instanceof Violation ? String.valueOf(broken.getMessage()) : "the simulator fails: " + broken;
    }
}
