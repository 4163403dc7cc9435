package dev.zorya.node.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the judge decides. Protection periods are as short as the contracts allow. */
@Tag("slow")
class PeerDisputeTest {
    private static final Map<String, Object> SHORT = Map.of("challenge", 2);

    private static Rig rig;
    private static ScriptedPeer alice;
    private static ScriptedPeer bob;

    @BeforeAll
    static void begin() throws Exception {
        rig = new Rig();
        alice = rig.alice;
        bob = rig.bob;
    }

    @AfterAll
    static void end() {
        rig.close();
    }

    private static Map<String, Object> on(String channel) {
        return Map.of("channel", channel);
    }

    private static String balances(JsonNode message) {
        return message.path("balances").toString();
    }

    @Test
    void whoeverIsAloneGetsTheNewestState() {
        String channel = rig.open("600", "400", SHORT);
        alice.call("pay", Map.of("channel", channel, "amount", "10"));
        JsonNode settled = bob.call("settle", on(channel));
        assertEquals("[[\"590\",\"410\"]]", balances(settled));
        assertFalse(settled.path("final").asBoolean());
        JsonNode disputed = alice.await("disputed", channel);
        assertEquals(1, disputed.path("version").asInt());
        assertTrue(disputed.path("timeout").asLong() > 1_000_000_000, disputed.toString());
        assertEquals("[[\"590\",\"410\"]]", balances(disputed.path("state")));
        alice.await("withdrawn", channel);
    }

    @Test
    void anOldStateIsRefuted() {
        String channel = rig.open("600", "400", Map.of("challenge", 3));
        alice.call("watch", Map.of("channel", channel, "on", false));
        assertFalse(alice.call("state", on(channel)).path("watching").asBoolean());
        alice.call("pay", Map.of("channel", channel, "amount", "100"));
        alice.call("pay", Map.of("channel", channel, "amount", "100"));
        JsonNode cheat = alice.call("register-old-state", Map.of("channel", channel, "version", 1));
        assertEquals(1, cheat.path("version").asInt());
        bob.await(
                "disputed",
                event -> event.path("channel").asString().equals(channel)
                        && event.path("version").asInt() == 2);
        JsonNode paid = bob.call("settle", on(channel));
        assertEquals("[[\"400\",\"600\"]]", balances(paid));
        assertEquals(0, alice.count("disputed", channel), "who does not watch hears of nothing");
        assertEquals("[[\"400\",\"600\"]]", balances(alice.call("settle", on(channel))));
        assertEquals(
                "other",
                alice.refused("register-old-state", Map.of("channel", channel, "version", 77))
                        .path("kind")
                        .asString());
    }

    @Test
    void whoeverDoesNotWatchCanLose() {
        String channel = rig.open("600", "400", SHORT);
        bob.call("pay", Map.of("channel", channel, "amount", "100"));
        bob.call("watch", Map.of("channel", channel, "on", false));
        alice.call("watch", Map.of("channel", channel, "on", false));
        bob.call("register-old-state", Map.of("channel", channel, "version", 0));
        rig.later(5);
        assertEquals("[[\"600\",\"400\"]]", balances(bob.call("settle", on(channel))));
        JsonNode lost = alice.call("settle", on(channel));
        assertEquals("Withdrawn", lost.path("phase").asString());
        assertEquals("[[\"600\",\"400\"]]", balances(lost));
    }

    @Test
    void anAppChannelGoesOnBeforeTheJudge() {
        String app = rig.contracts.path("app").asString();
        String channel = rig.open("600", "400", Map.of("challenge", 2, "app", app));
        JsonNode paid = alice.call("pay", Map.of("channel", channel, "amount", "10"));
        assertTrue(paid.path("app").asBoolean());
        // the app lets only whoever moves give
        assertEquals(
                "other",
                alice.refused("update", Map.of("channel", channel, "balances", List.of(List.of("600", "400"))))
                        .path("kind")
                        .asString());
        JsonNode registered = alice.call("register", on(channel));
        assertEquals("Registered", registered.path("phase").asString());
        JsonNode moved =
                alice.call("force-update", Map.of("channel", channel, "balances", List.of(List.of("500", "500"))));
        assertEquals("Progressed", moved.path("phase").asString());
        JsonNode progressed = bob.await("progressed", channel);
        assertEquals(2, progressed.path("version").asInt());
        assertEquals("[[\"500\",\"500\"]]", balances(progressed.path("state")));
        assertEquals("[[\"500\",\"500\"]]", balances(bob.call("settle", on(channel))));
        alice.call("settle", on(channel));
    }

    @Test
    void aSubChannelIsDecidedWithItsParent() {
        String parent = rig.open("600", "400", SHORT);
        String child = alice.call("propose-sub", Map.of("parent", parent, "balances", List.of(List.of("100", "50"))))
                .path("channel")
                .asString();
        bob.await("funded", child);
        alice.call("pay", Map.of("channel", child, "amount", "60"));
        alice.call("watch", Map.of("channel", parent, "on", false));
        alice.call("watch", Map.of("channel", child, "on", false));
        // the parent as it is, the sub-channel as it was
        alice.call("register-old-state", Map.of("channel", child, "version", 0));
        bob.await(
                "disputed",
                event -> event.path("channel").asString().equals(child)
                        && event.path("version").asInt() == 1);
        JsonNode before = bob.call("balances", Map.of());
        assertTrue(before.path("balances").has("eth"));
        JsonNode settled = bob.call("settle", on(parent));
        assertEquals("Withdrawn", settled.path("phase").asString());
        assertEquals("Withdrawn", bob.call("settle", on(child)).path("phase").asString());
    }
}
