package dev.zorya.channel.sim.seeded;

/** At which points of a world somebody crashes: before the first, second … effect or input of all. */
final class Interruptions {
    private final int[] at;
    private int point;

    /** @param at in ascending order */
    Interruptions(int... at) {
        this.at = at.clone();
    }

    boolean strike() {
        int here = point++;
        for (int each : at) {
            if (each == here) {
                return true;
            }
        }
        return false;
    }

    /** How many points there have been. */
    int points() {
        return point;
    }
}
