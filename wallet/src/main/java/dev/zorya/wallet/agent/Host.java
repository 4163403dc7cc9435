package dev.zorya.wallet.agent;

import dev.zorya.identity.agent.AgentAddress;
import dev.zorya.wallet.api.WalletException;
import java.util.function.Consumer;

/** Where an agent comes from: it is there already, or it has to be started. */
interface Host {
    /**
     * An agent that runs.
     *
     * @param endpoint where other agents reach it, or empty if only it knows
     * @param end what to do when it is not used any more
     */
    record Running(AgentAddress address, String endpoint, Runnable end) {}

    /**
     * Blocks until it runs.
     *
     * @param phases takes what is done at the moment
     */
    Running run(Consumer<Phase> phases) throws WalletException;

    /**
     * What is done at the moment.
     *
     * @param done of this phase, between 0 and 1, or negative if unknown
     */
    record Phase(String sentence, double done) {}
}
