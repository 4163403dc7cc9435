package dev.zorya.interop;

import java.util.stream.Stream;

/** Processes that die and connections that break. */
final class InterruptionScenarios {
    private InterruptionScenarios() {}

    static Stream<Scenario> all() {
        return Stream.of(
                Scenario.of("connection cut by Zorya", scene -> cut(scene, Side.ZORYA)),
                Scenario.of("connection cut by go-perun", scene -> cut(scene, Side.GO)),
                Scenario.of("crash and restore of Zorya", scene -> crash(scene, Side.ZORYA)),
                Scenario.of("crash and restore of go-perun", scene -> crash(scene, Side.GO)));
    }

    private static void cut(Scene scene, Side by) throws Exception {
        String channel = scene.open();
        scene.pay(scene.proposer(), channel, 3);
        scene.table().of(by).ok("disconnect");
        scene.pay(scene.responder(), channel, 1);
        scene.table().of(by).ok("disconnect");
        scene.pay(scene.proposer(), channel, 2);
        scene.agreed(channel, 3, "[[96,104]]");
    }

    private static void crash(Scene scene, Side who) throws Exception {
        String channel = scene.open();
        scene.pay(scene.proposer(), channel, 30);
        scene.agreed(channel, 1, "[[70,130]]");
        scene.table().kill(who);
        scene.table().restart(who);
        scene.agreed(channel, 1, "[[70,130]]");
        scene.pay(scene.responder(), channel, 10);
        scene.pay(scene.proposer(), channel, 5);
        scene.agreed(channel, 3, "[[75,125]]");
        scene.proposer().ok("finalize", "channel", channel);
        scene.agreed(channel, 4, "[[75,125]]");
        scene.settleFinal(channel);
    }
}
