package dev.zorya.channel.sim.seeded;

/** A rule of DESIGN.md 3 or 10 did not hold in a simulated world. The message is the rule. */
public final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Violation(String rule) {
        super(rule);
    }

    Violation(String rule, Throwable cause) {
        super(rule + ": " + cause, cause);
    }

    static void unless(boolean holds, String rule) {
        if (!holds) {
            throw new Violation(rule);
        }
    }

    static void unless(boolean holds, Party party, String rule) {
        if (!holds) {
            throw new Violation(rule + " (" + party.name + ")");
        }
    }
}
