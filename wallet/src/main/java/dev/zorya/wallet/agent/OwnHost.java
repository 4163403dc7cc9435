package dev.zorya.wallet.agent;

import dev.zorya.identity.agent.AgentAddress;
import dev.zorya.wallet.Problems;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.net.URI;
import java.util.Set;
import java.util.function.Consumer;

/** An agent that the person runs. Over anything but this computer only with TLS: the API key is as good as the DID's key. */
record OwnHost(AgentAddress address) implements Host {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** @throws WalletException AGENT_ADDRESS */
    static OwnHost at(URI admin, String key) throws WalletException {
        try {
            AgentAddress address = new AgentAddress(admin, key);
            URI there = address.admin();
            if (there.getScheme().equals("https") || LOOPBACK.contains(there.getHost())) {
                return new OwnHost(address);
            }
        } catch (IllegalArgumentException e) {
            throw Problems.failure(Code.AGENT_ADDRESS, e);
        }
        throw Problems.failure(Code.AGENT_ADDRESS);
    }

    @Override
    public Running run(Consumer<Phase> phases) {
        return new Running(address, "", () -> {});
    }
}
