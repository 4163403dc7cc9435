package dev.zorya.channel.sim.seeded;

import java.util.List;

/**
 * A rule that did not hold.
 *
 * @param rule which, and who broke it
 * @param deeds how many deeds the seed has
 * @param kept numbers of those that are enough to break it
 * @param trace what happens in the world that is left
 */
public record Failure(long seed, String rule, int deeds, List<Integer> kept, List<String> trace) {
    /** For people: the rule, the trace, the command that plays it again. */
    public String report() {
        return "seed " + seed + " breaks a rule: " + rule + "\n" + String.join("\n", trace) + "\n" + kept.size()
                + " of " + deeds + " deeds are enough for it. Again with: " + command();
    }

    /** Plays exactly this again. */
    public String command() {
        return "./zorya simulate --seed " + seed + " --keep " + ranges();
    }

    private String ranges() {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < kept.size(); at++) {
            text.append(at == 0 ? "" : ",").append(kept.get(at));
        }
        return text.isEmpty() ? "none" : text.toString();
    }
}
