package dev.zorya.channel.sim.seeded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Every single point of every {@link Scenario} at which somebody can crash, and every pair of points where it matters most. */
public final class Exhaustion {
    private final Core core;
    private long played;

    /** Scenarios around this core. */
    public Exhaustion(Core core) {
        this.core = core;
    }

    /** How many worlds have been played. */
    public long played() {
        return played;
    }

    /**
     * Crashes at each point in turn.
     *
     * @return how many points there are
     */
    public int singles(Scenario scenario) {
        int points = play(scenario);
        for (int at = 0; at < points; at++) {
            play(scenario, at);
        }
        return points;
    }

    /** Crashes at each point in turn, and then again at each that follows in what has become of the world. */
    public void pairs(Scenario scenario) {
        int points = play(scenario);
        for (int first = 0; first < points; first++) {
            int more = play(scenario, first);
            for (int second = first + 1; second < more; second++) {
                play(scenario, first, second);
            }
        }
    }

    private int play(Scenario scenario, int... crashes) {
        Interruptions interruptions = new Interruptions(crashes);
        World world = world(scenario, interruptions, Trace.NONE);
        try {
            scenario.play(world, interruptions);
        } catch (RuntimeException broken) {
            List<String> lines = tell(scenario, crashes);
            throw new AssertionError(String.join("\n", lines) + "\nAgain with: " + command(scenario, crashes), broken);
        }
        played++;
        return interruptions.points();
    }

    private World world(Scenario scenario, Interruptions interruptions, Trace trace) {
        return new World(0, scenario.weather(), core, interruptions, trace);
    }

    /** One of these worlds in words, line by line; the last line says how it ended. */
    public List<String> tell(Scenario scenario, int... crashes) {
        Trace.Kept trace = new Trace.Kept();
        Interruptions interruptions = new Interruptions(crashes);
        String end = "No rule is broken.";
        try {
            scenario.play(world(scenario, interruptions, trace), interruptions);
        } catch (RuntimeException broken) {
            end = "BROKEN: " + broken.getMessage();
        }
        List<String> lines = new ArrayList<>(trace.lines());
        lines.add(end);
        return lines;
    }

    private static String command(Scenario scenario, int... crashes) {
        return "./zorya simulate --scenario " + scenario.name().toLowerCase(Locale.ROOT) + " --crash "
                + Arrays.stream(crashes).mapToObj(String::valueOf).collect(Collectors.joining(","));
    }
}
