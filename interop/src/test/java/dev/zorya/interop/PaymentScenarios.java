package dev.zorya.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Updates of an open channel. */
final class PaymentScenarios {
    private PaymentScenarios() {}

    static Stream<Scenario> all() {
        return Stream.of(
                Scenario.of("pay both ways", PaymentScenarios::payBothWays),
                Scenario.of("reject an update", PaymentScenarios::rejectUpdate),
                Scenario.of("an update that takes what it may not", PaymentScenarios::take));
    }

    private static void payBothWays(Scene scene) throws Exception {
        String channel = scene.open();
        scene.pay(scene.proposer(), channel, 30);
        scene.pay(scene.responder(), channel, 5);
        scene.responder().ok("pay-many", "channel", channel, "count", 10);
        scene.proposer().ok("pay-many", "channel", channel, "count", 10);
        scene.agreed(channel, 22, "[[75,125]]");
    }

    private static void rejectUpdate(Scene scene) throws Exception {
        String channel = scene.open();
        Peer responder = scene.responder();
        responder.ok("policy", "policy", "ask");
        try {
            var payment = scene.proposer().send("pay", "channel", channel, "amount", "10");
            JsonNode asked = responder.event("update", channel);
            // Zorya puts a neutral version in place at once (DESIGN.md 3, rule 2), and nobody is asked about that
            responder.ok("policy", "policy", "auto");
            responder.ok("reject-update", "update", asked.path("update").asString(), "reason", "wrong number");
            JsonNode refusal = scene.proposer().refused(payment);
            assertEquals("rejected", refusal.path("kind").asString());
            assertTrue(refusal.path("error").asString().contains("wrong number"), refusal::toString);
        } finally {
            responder.ok("policy", "policy", "auto");
        }
        // the channel stays usable for both
        scene.payWhenFree(scene.responder(), channel, 1);
        scene.payWhenFree(scene.proposer(), channel, 2);
        JsonNode mine = scene.proposer().ok("state", "channel", channel);
        scene.agreed(channel, mine.path("version").asLong(), "[[99,101]]");
    }

    private static void take(Scene scene) throws Exception {
        String channel = scene.open();
        JsonNode refusal = scene.proposer()
                .refused("update", "channel", channel, "balances", List.of(List.of("150", "50")), "timeout", 10);
        assertEquals("rejected", refusal.path("kind").asString(), refusal::toString);
        scene.payWhenFree(scene.responder(), channel, 4);
        JsonNode mine = scene.responder().ok("state", "channel", channel);
        scene.agreed(channel, mine.path("version").asLong(), "[[104,96]]");
    }
}
