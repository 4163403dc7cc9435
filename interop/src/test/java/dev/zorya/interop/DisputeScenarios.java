package dev.zorya.interop;

import java.util.stream.Stream;

/** The end of a channel against the other side, or without it. */
final class DisputeScenarios {
    private DisputeScenarios() {}

    static Stream<Scenario> all() {
        return Stream.of(
                Scenario.of("settle alone", DisputeScenarios::settleAlone),
                Scenario.of("a cheat of go-perun is refuted by Zorya", DisputeScenarios::refutedByUs),
                Scenario.of("a cheat of Zorya is refuted by go-perun", DisputeScenarios::refutedByThem));
    }

    private static String paid(Scene scene) throws InterruptedException {
        String channel = scene.open();
        scene.pay(scene.proposer(), channel, 30);
        scene.pay(scene.responder(), channel, 10);
        scene.agreed(channel, 2, "[[80,120]]");
        return channel;
    }

    private static void settleAlone(Scene scene) throws Exception {
        String channel = paid(scene);
        var alone = scene.proposer().send("settle", "channel", channel);
        scene.outlast(scene.responder(), channel, 2);
        scene.proposer().succeeded(alone);
        scene.responder().ok("settle", "channel", channel);
        scene.withdrawn(channel);
        scene.agreed(channel, 2, "[[80,120]]");
    }

    private static void refutedByUs(Scene scene) throws Exception {
        String channel = paid(scene);
        // its watcher would answer its own cheat
        scene.go().ok("watch", "channel", channel, "on", false);
        scene.go().ok("register-old-state", "channel", channel, "version", 0);
        scene.registered(scene.zorya(), channel, 2);
        scene.go().ok("watch", "channel", channel, "on", true);
        scene.outlast(scene.go(), channel, 2);
        scene.zorya().ok("settle", "channel", channel);
        scene.go().ok("settle", "channel", channel);
        scene.withdrawn(channel);
    }

    private static void refutedByThem(Scene scene) throws Exception {
        String channel = paid(scene);
        scene.zorya().ok("watch", "channel", channel, "on", false);
        scene.zorya().ok("register-old-state", "channel", channel, "version", 0);
        scene.outlast(scene.go(), channel, 2);
        scene.go().ok("settle", "channel", channel);
        scene.zorya().ok("settle", "channel", channel);
        scene.withdrawn(channel);
    }
}
