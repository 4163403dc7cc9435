package dev.zorya.node.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two peers as processes. */
@Tag("slow")
class PeerLifeTest {
    private static Rig rig;

    @BeforeAll
    static void begin() throws Exception {
        rig = new Rig();
    }

    @AfterAll
    static void end() {
        rig.close();
    }

    @Test
    void aChannelLivesFromProposalToWithdrawal() {
        String channel = rig.open("600", "400", Map.of());
        rig.alice.call("pay", Map.of("channel", channel, "amount", "50"));
        JsonNode paid = rig.bob.call("pay", Map.of("channel", channel, "amount", "20"));
        assertEquals("[[\"570\",\"430\"]]", paid.path("balances").toString());
        JsonNode closed = rig.alice.call("close", Map.of("channel", channel));
        assertEquals("Withdrawn", closed.path("phase").asString());
        assertEquals("[[\"570\",\"430\"]]", closed.path("balances").toString());
        rig.bob.call("settle", Map.of("channel", channel));
        rig.bob.await("withdrawn", channel);
    }
}
