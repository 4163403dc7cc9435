package dev.zorya.interop;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cheats in circumstances that blind go-perun's watcher (OFFCHAIN.md 8.3; docs/INTEROP.md): ours refutes all the same. The refutation
 * is worth 20 to Zorya, and nobody but Zorya is there to see to it.
 */
final class WatchingScenarios {
    /** More than go-perun searches back, and what that costs in time at least. */
    private static final int LONG_AGO = 150;

    private static final int LONG = 1_000;
    private static final int CROWD = 40;

    private WatchingScenarios() {}

    static Stream<Scenario> all() {
        return Stream.of(
                Scenario.onTheChain("a cheat among many registrations of strangers", WatchingScenarios::crowd),
                Scenario.onTheChain("a cheat while Zorya's connection to the chain is cut", WatchingScenarios::cut),
                Scenario.onTheChain("a cheat while Zorya is away, found 150 blocks later", WatchingScenarios::away),
                Scenario.onTheChain("a cheat through another contract", WatchingScenarios::detour));
    }

    private static String paid(Scene scene, int challenge) throws InterruptedException {
        String channel = scene.funded(scene.proposer()
                .ok(
                        "propose",
                        "peer",
                        scene.responder().name(),
                        "balances",
                        List.of(List.of("100", "100")),
                        "challenge",
                        challenge));
        scene.pay(scene.go(), channel, 30);
        scene.pay(scene.zorya(), channel, 10);
        scene.agreed(channel, 2, outcome(scene));
        // its watcher would answer its own cheat
        scene.go().ok("watch", "channel", channel, "on", false);
        return channel;
    }

    private static String outcome(Scene scene) {
        return scene.proposes() == Side.GO ? "[[80,120]]" : "[[120,80]]";
    }

    private static void crowd(Scene scene) throws Exception {
        String channel = paid(scene, Scene.CHALLENGE);
        Strangers strangers = new Strangers(scene.table().chain(), scene.table().contracts());
        strangers.register(CROWD);
        var cheat = scene.go().send("register-old-state", "channel", channel, "version", 0);
        strangers.register(CROWD);
        scene.go().succeeded(cheat);
        refuted(scene, channel, Scene.CHALLENGE);
    }

    private static void cut(Scene scene) throws Exception {
        String channel = paid(scene, Scene.CHALLENGE);
        scene.table().cable().cut();
        try {
            scene.go().ok("register-old-state", "channel", channel, "version", 0);
        } finally {
            scene.table().cable().mend();
        }
        refuted(scene, channel, Scene.CHALLENGE);
    }

    private static void away(Scene scene) throws Exception {
        String channel = paid(scene, LONG);
        scene.table().kill(Side.ZORYA);
        scene.go().ok("register-old-state", "channel", channel, "version", 0);
        scene.table().chain().control().mine(LONG_AGO);
        scene.table().restart(Side.ZORYA);
        refuted(scene, channel, LONG);
    }

    /** The calldata stands in a transaction to somebody else; go-perun's watcher cannot read that. */
    private static void detour(Scene scene) throws Exception {
        String channel = paid(scene, Scene.CHALLENGE);
        var detour = Detour.around(scene.table().chain(), scene.table().contracts());
        scene.go().ok("contracts", "contracts", detour);
        try {
            var unused = scene.go().send("register-old-state", "channel", channel, "version", 0);
            scene.zorya()
                    .event(
                            "disputed",
                            line -> line.path("channel").asString().equals(channel)
                                    && line.path("version").asLong() == 0);
        } finally {
            scene.go().ok("contracts", "contracts", scene.table().contracts());
        }
        refuted(scene, channel, Scene.CHALLENGE);
    }

    private static void refuted(Scene scene, String channel, int challenge) throws Exception {
        scene.registered(scene.zorya(), channel, 2);
        scene.table().chain().skip(Duration.ofSeconds(challenge + 5));
        scene.zorya().ok("settle", "channel", channel);
        scene.zorya().event("withdrawn", channel);
        scene.agreed(scene.zorya(), channel, 2, outcome(scene));
    }
}
