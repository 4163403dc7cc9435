package dev.zorya.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Proposals. */
final class OpeningScenarios {
    private OpeningScenarios() {}

    static Stream<Scenario> all() {
        return Stream.of(
                Scenario.of("open", OpeningScenarios::open),
                Scenario.of("reject a proposal", OpeningScenarios::rejectProposal),
                Scenario.perunioOnly("a virtual channel is refused", OpeningScenarios::virtual));
    }

    private static void open(Scene scene) throws Exception {
        String channel = scene.open();
        scene.agreed(channel, 0, "[[100,100]]");
        JsonNode mine = scene.proposer().ok("state", "channel", channel);
        JsonNode theirs = scene.responder().ok("state", "channel", channel);
        assertEquals(0, mine.path("index").asInt());
        assertEquals(1, theirs.path("index").asInt());
        assertEquals(mine.path("peers"), theirs.path("peers"));
        assertEquals(Scene.CHALLENGE, theirs.path("challenge").asInt());
    }

    /** Zorya has none yet: it says so, and the channel that would have carried it goes on. */
    private static void virtual(Scene scene) throws Exception {
        String channel = scene.open();
        JsonNode refusal = scene.go()
                .refused(
                        "propose-virtual",
                        "peer",
                        scene.zorya().name(),
                        "parents",
                        List.of(channel, "ab".repeat(32)),
                        "balances",
                        List.of(List.of("10", "10")),
                        "challenge",
                        Scene.CHALLENGE);
        assertEquals("rejected", refusal.path("kind").asString(), refusal::toString);
        assertTrue(refusal.path("error").asString().contains("virtual channels are not supported"), refusal::toString);
        JsonNode own = scene.zorya()
                .refused("propose-virtual", "peer", scene.go().name(), "balances", List.of(List.of("10", "10")));
        assertTrue(own.path("error").asString().contains("no virtual channels yet"), own::toString);
        scene.pay(scene.go(), channel, 3);
        scene.pay(scene.zorya(), channel, 1);
        scene.agreed(channel, 2, scene.proposes() == Side.GO ? "[[98,102]]" : "[[102,98]]");
    }

    private static void rejectProposal(Scene scene) throws Exception {
        Peer responder = scene.responder();
        responder.ok("policy", "policy", "ask");
        try {
            int mark = responder.mark();
            var proposal = scene.proposer()
                    .send("propose", "peer", responder.name(), "balances", List.of(List.of("7", "8")), "challenge", 60);
            JsonNode asked = responder.eventAfter(mark, "proposal");
            assertEquals("[[\"7\",\"8\"]]", asked.path("balances").toString());
            responder.ok("reject", "proposal", asked.path("proposal").asString(), "reason", "not today");
            JsonNode refusal = scene.proposer().refused(proposal);
            assertEquals("rejected", refusal.path("kind").asString());
            assertTrue(refusal.path("error").asString().contains("not today"), refusal::toString);
        } finally {
            responder.ok("policy", "policy", "auto");
        }
    }
}
