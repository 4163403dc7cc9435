package dev.zorya.interop;

import dev.zorya.ethereum.anvil.AnvilException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Makes two peers known to each other, on contracts that the first of them deploys. */
final class Introduction {
    private Introduction() {}

    /** Gives both money and a token, and returns the contracts. */
    static JsonNode of(LiveChain chain, Peer deployer, Peer other) throws AnvilException, InterruptedException {
        List<Peer> both = List.of(deployer, other);
        for (Peer peer : both) {
            chain.fund(address(peer));
        }
        JsonNode contracts = deployer.ok(
                        "deploy",
                        "tokens",
                        1,
                        "holders",
                        List.of(address(deployer), address(other)),
                        "amount",
                        "1000000")
                .path("contracts");
        for (Peer peer : both) {
            peer.ok("contracts", "contracts", contracts);
        }
        meet(deployer, other);
        return contracts;
    }

    /** Tells each where the other is; again after one was started anew. */
    static void meet(Peer one, Peer other) throws InterruptedException {
        tell(one, other);
        tell(other, one);
    }

    private static void tell(Peer hearer, Peer about) throws InterruptedException {
        JsonNode info = about.ok("info");
        hearer.ok(
                "add-peer",
                "peer",
                about.name(),
                "address",
                info.path("address").asString(),
                "host",
                info.path("host").asString());
    }

    static String address(Peer peer) throws InterruptedException {
        return peer.ok("info").path("eth").asString();
    }
}
