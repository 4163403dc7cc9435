package dev.zorya.interop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Channels with the payment app. */
final class AppScenarios {
    private AppScenarios() {}

    static Stream<Scenario> all() {
        return Stream.of(
                Scenario.of("app channel, progress on chain by Zorya", scene -> progress(scene, Side.ZORYA)),
                Scenario.of("app channel, progress on chain by go-perun", scene -> progress(scene, Side.GO)));
    }

    private static void progress(Scene scene, Side actor) throws Exception {
        String channel = scene.funded(scene.proposer()
                .ok(
                        "propose",
                        "peer",
                        scene.responder().name(),
                        "balances",
                        List.of(List.of("100", "100")),
                        "challenge",
                        Scene.CHALLENGE,
                        "app",
                        scene.table().app()));
        assertTrue(scene.responder().ok("state", "channel", channel).path("app").asBoolean());
        scene.pay(scene.proposer(), channel, 30);
        scene.agreed(channel, 1, "[[70,130]]");
        Peer acts = scene.table().of(actor);
        Peer sees = scene.table().of(actor.other());
        // the actor gives 20 more away, as the app allows, and the other side is not asked
        List<String> after = actor == scene.proposes() ? List.of("50", "150") : List.of("90", "110");
        var forced = acts.send("force-update", "channel", channel, "balances", List.of(after));
        scene.outlast(sees, channel, 1);
        acts.succeeded(forced);
        JsonNode progressed = sees.event("progressed", channel);
        assertTrue(progressed.path("version").asLong() == 2, progressed::toString);
        scene.outlast();
        var other = sees.send("settle", "channel", channel);
        acts.ok("settle", "channel", channel);
        sees.succeeded(other);
        scene.withdrawn(channel);
        scene.agreed(channel, 2, "[[" + String.join(",", after) + "]]");
    }
}
