package dev.zorya.channel.sim.seeded;

/** At which points of a world somebody crashes: before the first, second … effect or input since {@link #begin}. */
final class Interruptions {
    private final int[] at;
    private boolean counting;
    private int point;

    /** Crashes before these points, counted from 0. */
    Interruptions(int... at) {
        this.at = at.clone();
    }

    void begin() {
        counting = true;
    }

    void end() {
        counting = false;
    }

    /** Whether somebody crashes here. */
    boolean strike() {
        if (!counting) {
            return false;
        }
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
