package dev.zorya.wallet.api;

/** Takes the phases of a long action; called from any thread. */
@FunctionalInterface
public interface Progress {
    /**
     * @param phase a short sentence in the present tense
     * @param done between 0 and 1, or negative if unknown
     */
    void at(String phase, double done);
}
