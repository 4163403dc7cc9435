package dev.zorya.channel.sim;

/** The model of the contracts does not execute this, with the contracts' own word for it (ONCHAIN.md 5, 6). */
public final class Reverted extends Exception {
    private static final long serialVersionUID = 1L;

    public Reverted(String reason) {
        super(reason);
    }
}
