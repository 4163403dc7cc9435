package dev.zorya.channel.sim.seeded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Leaves out of a failing plan what does not matter: halves first, then smaller and smaller pieces, down to single deeds. */
final class Shrinker {
    private final Simulator simulator;

    Shrinker(Simulator simulator) {
        this.simulator = simulator;
    }

    Failure failure(Plan plan, String rule) {
        Plan small = shrink(plan, rule);
        return new Failure(plan.seed(), rule, plan.deeds().size(), small.kept(), simulator.tell(small));
    }

    private Plan shrink(Plan plan, String rule) {
        Plan smallest = plan;
        for (int piece = plan.deeds().size(); piece > 0; piece = next(piece)) {
            smallest = without(smallest, piece, rule);
        }
        return smallest;
    }

    private static int next(int piece) {
        return piece == 1 ? 0 : (piece + 1) / 2;
    }

    private Plan without(Plan plan, int piece, String rule) {
        Plan smallest = plan;
        int at = 0;
        while (at < smallest.kept().size()) {
            List<Integer> left = new ArrayList<>(smallest.kept());
            left.subList(at, Math.min(at + piece, left.size())).clear();
            Plan smaller = smallest.keeping(left);
            if (simulator.broken(smaller, Trace.NONE).equals(Optional.of(rule))) {
                smallest = smaller;
            } else {
                at += piece;
            }
        }
        return smallest;
    }
}
