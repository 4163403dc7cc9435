package dev.zorya.channel.sim.judge;

/** The contracts do not execute this. The message is their own text for it, or "Panic(…)" or "(no data)" (ONCHAIN.md 5, 6). */
public final class Reverted extends Exception {
    private static final long serialVersionUID = 1L;

    public Reverted(String reason) {
        super(reason);
    }

    static void unless(boolean condition, String reason) throws Reverted {
        if (!condition) {
            throw new Reverted(reason);
        }
    }
}
