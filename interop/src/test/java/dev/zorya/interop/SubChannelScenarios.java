package dev.zorya.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A channel inside of a channel. */
final class SubChannelScenarios {
    private SubChannelScenarios() {}

    static Stream<Scenario> all() {
        return Stream.of(
                Scenario.perunioOnly("sub-channel", SubChannelScenarios::life),
                Scenario.perunioOnly("sub-channel in a dispute", SubChannelScenarios::dispute));
    }

    private static String openSub(Scene scene, String parent) throws InterruptedException {
        String sub = scene.funded(scene.proposer()
                .ok(
                        "propose-sub",
                        "parent",
                        parent,
                        "balances",
                        List.of(List.of("40", "20")),
                        "challenge",
                        Scene.CHALLENGE));
        scene.agreed(parent, 1, "[[60,80]]");
        JsonNode state = scene.responder().ok("state", "channel", parent);
        assertEquals(sub, state.path("locked").path(0).path("channel").asString());
        return sub;
    }

    private static void life(Scene scene) throws Exception {
        String parent = scene.open();
        String sub = openSub(scene, parent);
        scene.pay(scene.proposer(), sub, 10);
        scene.pay(scene.responder(), sub, 5);
        scene.agreed(sub, 2, "[[35,25]]");
        // index 0 must propose the final state (OFFCHAIN.md 7.4)
        scene.proposer().ok("finalize", "channel", sub);
        scene.agreed(sub, 3, "[[35,25]]");
        var back = scene.responder().send("settle", "channel", sub);
        scene.proposer().ok("settle", "channel", sub);
        scene.responder().succeeded(back);
        scene.agreed(parent, 2, "[[95,105]]");
        scene.responder().ok("finalize", "channel", parent);
        scene.agreed(parent, 3, "[[95,105]]");
        scene.settleFinal(parent);
    }

    private static void dispute(Scene scene) throws Exception {
        String parent = scene.open();
        String sub = openSub(scene, parent);
        scene.pay(scene.proposer(), sub, 10);
        scene.agreed(sub, 1, "[[30,30]]");
        var alone = scene.proposer().send("settle", "channel", parent);
        scene.outlast(scene.responder(), parent, 1);
        scene.proposer().succeeded(alone);
        scene.responder().ok("settle", "channel", parent);
        scene.withdrawn(parent);
    }
}
