package dev.zorya.wallet.agent;

import dev.zorya.identity.agent.AgentPlace;
import dev.zorya.identity.agent.LocalAgent;
import dev.zorya.identity.agent.LocalAgentException;
import dev.zorya.wallet.Problems;
import dev.zorya.wallet.Texts;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs an agent of this wallet's own: its files in the wallet's folder, the program that all wallets share in the data folder. */
final class LocalHost implements Host {
    /** Names a folder to keep the program in instead; system property first. */
    static final String PROPERTY = "zorya.agent.place";

    static final String VARIABLE = "ZORYA_AGENT_PLACE";

    private static final String PURPOSE = "agent/store";

    private final Path place;
    private final Path folder;
    private final Secrets secrets;

    /** @param wallet folder of the wallet, {@code wallets/<id>} in the data folder */
    LocalHost(Path wallet, Secrets secrets) {
        this.place = Stream.of(System.getProperty(PROPERTY), System.getenv(VARIABLE))
                .flatMap(chosen -> Optional.ofNullable(chosen).stream())
                .filter(chosen -> !chosen.isBlank())
                .map(Path::of)
                .findFirst()
                .orElseGet(() -> wallet.resolve("../../agent").normalize());
        this.folder = wallet.resolve("agent");
        this.secrets = secrets;
    }

    @Override
    public Running run(Consumer<Phase> phases) throws WalletException {
        try {
            return start(phases);
        } catch (LocalAgentException e) {
            throw Problems.failure(
                    switch (e.reason()) {
                        case NO_PYTHON -> Code.PYTHON_MISSING;
                        case NOT_INSTALLED, NOT_STARTED -> Code.AGENT_NOT_STARTED;
                    },
                    e);
        }
    }

    private Running start(Consumer<Phase> phases) throws LocalAgentException {
        AgentPlace made = AgentPlace.ensure(place, (phase, done) -> phases.accept(sentence(phase, done)));
        phases.accept(sentence(AgentPlace.Phase.STARTING, -1));
        byte[] key = secrets.derive(PURPOSE);
        try {
            LocalAgent agent = LocalAgent.start(made, folder, key);
            return new Running(agent.address(), agent.endpoint(), agent::close);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static Phase sentence(AgentPlace.Phase phase, double done) {
        return new Phase(Texts.get("identity." + phase.name().toLowerCase(Locale.ROOT)), done);
    }
}
