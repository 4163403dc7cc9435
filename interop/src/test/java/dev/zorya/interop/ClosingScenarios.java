package dev.zorya.interop;

import java.util.stream.Stream;

/** The end of a channel with the other side's help. */
final class ClosingScenarios {
    private ClosingScenarios() {}

    static Stream<Scenario> all() {
        return Stream.of(
                Scenario.of("final from the proposer, both settle", scene -> finalFrom(scene, scene.proposes())),
                Scenario.of(
                        "final from the responder, both settle",
                        scene -> finalFrom(scene, scene.proposes().other())));
    }

    private static void finalFrom(Scene scene, Side side) throws Exception {
        String channel = scene.open();
        scene.pay(scene.proposer(), channel, 20);
        scene.agreed(channel, 1, "[[80,120]]");
        scene.table().of(side).ok("finalize", "channel", channel);
        scene.agreed(channel, 2, "[[80,120]]");
        scene.settleFinal(channel);
    }
}
