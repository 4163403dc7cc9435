package dev.zorya.wallet.agent;

/** Which identity the person has chosen, as it is kept. */
sealed interface Choice {
    /** The one that came with the wallet's words. */
    record BuiltIn() implements Choice {}

    /**
     * An agent that the person runs.
     *
     * @param admin address of its admin interface
     * @param sealedKey its API key, see {@link Sealing}
     * @param did that it made for this wallet
     */
    record Own(String admin, String sealedKey, String did) implements Choice {}

    /** An agent that this wallet runs. */
    record Local(String did) implements Choice {}
}
