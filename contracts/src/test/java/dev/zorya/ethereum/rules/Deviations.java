package dev.zorya.ethereum.rules;

import dev.zorya.ethereum.chain.Outcome;
import java.util.Map;

/** The rows in which our contracts differ from the official ones on purpose. */
final class Deviations {
    /**
     * @param ours what comes of the row with our contracts
     * @param reason why
     */
    record Deviation(Outcome ours, String reason) {}

    private static final String STUCK =
            "A state that could never be concluded is not registered: an older state, which can, keeps its chance.";

    /** By group, a slash, and the rule's name. */
    static final Map<String, Deviation> ALL = Map.of(
            "progress/the backends array is not compared (extra entry)",
            new Deviation(
                    Outcome.reverted("unequal backends"),
                    "One participant alone could publish a state that other clients cannot read (ONCHAIN.md 9)."),
            "conclude/index map beyond the parent's participants: register",
            new Deviation(Outcome.reverted("index map out of range"), STUCK),
            "conclude/index map beyond the parent's participants: conclude",
            new Deviation(Outcome.reverted("not registered"), STUCK),
            "more/progress: registered balance row too wide",
            new Deviation(Outcome.reverted("balances per asset mismatch"), STUCK),
            "more/withdraw to a contract that needs more than 2300 gas",
            new Deviation(
                    Outcome.acceptedWith("Withdrawn"),
                    "The books are right before the coin goes out, so a contract wallet may have all the gas it needs."));

    private Deviations() {}
}
