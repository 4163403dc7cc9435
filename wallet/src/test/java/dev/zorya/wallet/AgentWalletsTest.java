package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.IdentityView;
import dev.zorya.wallet.api.Invitation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acceptance tests of ARIES.md 9 with two real agents, as the people see them. */
@Tag("agent")
@Tag("slow")
class AgentWalletsTest {
    @TempDir
    static Path data;

    private static AgentWallets two;

    @BeforeAll
    static void start() throws Exception {
        two = new AgentWallets(data);
    }

    @AfterAll
    static void end() {
        if (two != null) {
            two.close();
        }
    }

    /** Case 1. Nothing but loopback is used: case 2 is the same with every other way cut. */
    @Test
    void case01InvitedByLinkBothAreVerified() throws Exception {
        IdentityView identity = two.alice.identity().current();
        assertEquals(IdentityView.Kind.LOCAL_AGENT, identity.kind());
        assertEquals(two.alice.did(), identity.did());
        Invitation invitation = AgentWallets.done(two.alice.introductions().invite());
        Instant begin = Instant.now();
        ContactView alice = AgentWallets.accepts(two.bob, invitation, "Alice");
        AgentWallets.verified(two.alice, invitation);
        Duration took = Duration.between(begin, Instant.now());
        assertTrue(took.compareTo(Duration.ofSeconds(10)) < 0, "it took " + took);
        ContactView bob = AgentWallets.contact(two.alice, two.bob);
        assertEquals(two.alice.did(), alice.did());
        assertEquals(two.alice.address(), alice.address());
        assertEquals(two.alice.health().listening(), alice.endpoint());
        assertEquals(two.bob.address(), bob.address());
        assertEquals(bob.comparisonCode(), alice.comparisonCode());
        assertNotEquals("", bob.comparisonCode());
    }
}
