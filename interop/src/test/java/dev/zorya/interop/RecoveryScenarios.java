package dev.zorya.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Where go-perun alone would be stuck or disagree with itself (OFFCHAIN.md 7.3, 9). */
final class RecoveryScenarios {
    private static final int ROUNDS = 5;

    private RecoveryScenarios() {}

    static Stream<Scenario> all() {
        return Stream.of(
                Scenario.of("payments that cross", RecoveryScenarios::crossing),
                Scenario.of("go-perun restored in the middle of an update is freed", RecoveryScenarios::stuck));
    }

    /** Both pay at once, again and again: two clients of go-perun end with two signed states of one version. */
    private static void crossing(Scene scene) throws Exception {
        String channel = scene.open();
        int mark = scene.zorya().mark();
        int fromGo = 0;
        int fromZorya = 0;
        for (int round = 0; round < ROUNDS; round++) {
            CompletableFuture<JsonNode> theirs = scene.go().send("pay", "channel", channel, "amount", "1");
            CompletableFuture<JsonNode> ours = scene.zorya().send("pay", "channel", channel, "amount", "2");
            fromGo += scene.go().paid(theirs) ? 1 : 0;
            fromZorya += scene.zorya().paid(ours) ? 2 : 0;
        }
        scene.payWhenFree(scene.go(), channel, 10);
        scene.payWhenFree(scene.zorya(), channel, 20);
        int toZorya = fromGo + 10 - fromZorya - 20;
        String balances = scene.proposes() == Side.ZORYA
                ? "[[" + (100 + toZorya) + "," + (100 - toZorya) + "]]"
                : "[[" + (100 - toZorya) + "," + (100 + toZorya) + "]]";
        long version =
                scene.zorya().ok("state", "channel", channel).path("version").asLong();
        scene.agreed(channel, version, balances);
        List<JsonNode> states = scene.zorya().eventsSince(mark, "updated", channel);
        Set<Long> versions = new HashSet<>();
        for (JsonNode state : states) {
            assertTrue(versions.add(state.path("version").asLong()), () -> "two states of one version: " + states);
        }
    }

    /** It comes back in the phase Signing, where go-perun fails every update of its own and ignores every other. */
    private static void stuck(Scene scene) throws Exception {
        String channel = scene.open();
        Peer zorya = scene.zorya();
        zorya.ok("policy", "policy", "ask");
        JsonNode asked;
        try {
            var unused = scene.go().send("pay", "channel", channel, "amount", "10");
            asked = zorya.event("update", channel);
        } finally {
            zorya.ok("policy", "policy", "auto");
        }
        scene.table().kill(Side.GO);
        scene.table().restart(Side.GO);
        assertEquals(
                "Signing",
                scene.go().ok("state", "channel", channel).path("phase").asString());
        zorya.ok("reject-update", "update", asked.path("update").asString(), "reason", "too late");
        scene.payWhenFree(zorya, channel, 7);
        scene.payWhenFree(scene.go(), channel, 3);
        long version = zorya.ok("state", "channel", channel).path("version").asLong();
        scene.agreed(channel, version, scene.proposes() == Side.ZORYA ? "[[96,104]]" : "[[104,96]]");
    }
}
