package dev.zorya.node.peer;

import dev.zorya.channel.crypto.EthereumKey;
import dev.zorya.channel.crypto.Hashes;
import dev.zorya.channel.value.Bytes;
import dev.zorya.ethereum.anvil.Anvil;
import dev.zorya.ethereum.anvil.AnvilException;
import dev.zorya.ethereum.anvil.AnvilOptions;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A chain with contracts and two tokens, and two Zorya peers on it that know each other. */
final class Rig implements AutoCloseable {
    static final String ETHER = "1000000000000000000";
    private static final BigInteger PURSE = BigInteger.TEN.pow(21);
    private static final String[] NAMES = {"alice", "bob"};

    final Anvil chain;
    final ScriptedPeer alice;
    final ScriptedPeer bob;
    final JsonNode contracts;

    Rig(String... flags) throws Exception {
        this(flags, List.of());
    }

    /**
     * Starts all of it.
     *
     * @param flags of both peers
     * @param more of Bob
     */
    Rig(String[] flags, List<String> more) throws Exception {
        Map<String, BigInteger> funded = new HashMap<>();
        for (String name : NAMES) {
            funded.put(key(name).toString(), PURSE);
        }
        chain = Anvil.start(AnvilOptions.practice().withFunded(funded));
        alice = start("alice", flags);
        JsonNode deployed = alice.call(
                "deploy",
                Map.of(
                        "tokens",
                        2,
                        "holders",
                        List.of(key("alice").toString(), key("bob").toString())));
        contracts = deployed.path("contracts");
        bob = start("bob", Stream.concat(Stream.of(flags), more.stream()).toArray(String[]::new));
        agree(bob);
    }

    /** Another process takes part in the place of a peer of ours. */
    void agree(ScriptedPeer other) {
        other.call("contracts", Map.of("contracts", contracts));
        ScriptedPeer.introduce(alice, other);
    }

    ScriptedPeer start(String name, String... flags) throws Exception {
        List<String> all = new ArrayList<>(List.of(
                "-name", name, "-key", hex(name), "-rpc", chain.webSocket().toString(), "-listen=127.0.0.1:0"));
        all.addAll(List.of(flags));
        return ScriptedPeer.zorya(all);
    }

    private static String hex(String name) {
        return Hashes.keccak256(name.getBytes(StandardCharsets.UTF_8)).hex();
    }

    static EthereumKey key(String name) {
        return EthereumKey.of(Bytes.fromHex(hex(name)).toArray());
    }

    /** Alice opens a channel in ether with Bob. */
    String open(String hers, String his, Map<String, ?> more) {
        Map<String, Object> fields = new HashMap<>(Map.of("peer", "bob", "balances", List.of(List.of(hers, his))));
        fields.putAll(more);
        String channel = alice.call("propose", fields).path("channel").asString();
        bob.await("funded", channel);
        return channel;
    }

    /** Lets the chain's clock run. */
    void later(int seconds) {
        try {
            chain.control().increaseTime(Duration.ofSeconds(seconds));
            chain.control().mine(1);
        } catch (AnvilException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        alice.close();
        bob.close();
        chain.close();
    }
}
