package dev.zorya.identity.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LettersTest {
    private static final long LATER = Duration.ofSeconds(6).toNanos();

    private final Letters alice = new Letters();
    private final Letters bob = new Letters();

    private static long now() {
        return System.nanoTime();
    }

    @Test
    void isSentAgainUntilAcknowledged() {
        String content = alice.write("a-b", "card", "text");
        assertTrue(alice.due(now()).isEmpty());
        Map<String, Letters.Unanswered> due = alice.due(now() + LATER);
        assertEquals(1, due.size());
        assertEquals(content, due.values().iterator().next().content());
        assertTrue(alice.due(now() + LATER).isEmpty(), "the wait is longer each time");
        assertEquals(1, alice.due(now() + 3 * LATER).size());

        Letters.Received received = bob.read("b-a", content).orElseThrow();
        assertEquals("card", received.kind());
        assertEquals("text", received.body());
        assertEquals(Optional.empty(), alice.read("a-b", received.answer()));
        assertTrue(alice.due(now() + 1_000 * LATER).isEmpty());
    }

    @Test
    void comesOnceButIsAcknowledgedEachTime() {
        String content = alice.write("a-b", "card", "text");
        assertEquals("card", bob.read("b-a", content).orElseThrow().kind());
        Letters.Received again = bob.read("b-a", content).orElseThrow();
        assertEquals("", again.kind());
        alice.read("a-b", again.answer());
        assertTrue(alice.due(now() + 1_000 * LATER).isEmpty());
    }

    @Test
    void onlyTheOneItWasSentToAcknowledges() {
        String content = alice.write("a-b", "card", "text");
        String answer = bob.read("b-a", content).orElseThrow().answer();
        alice.read("a-mallory", answer);
        assertEquals(1, alice.due(now() + LATER).size());
        alice.forget("a-b");
        assertTrue(alice.due(now() + 1_000 * LATER).isEmpty());
    }

    @Test
    void whatIsNotOursIsPassedOver() {
        assertEquals(Optional.empty(), bob.read("c", "Hello"));
        assertEquals(Optional.empty(), bob.read("c", "{\"@type\":\"urn:other/1.0/x\",\"@id\":\"1\"}"));
        assertEquals(Optional.empty(), bob.read("c", "{\"@type\":\"urn:perun:contact/1.0/x\"}"));
        assertEquals(
                Optional.empty(),
                bob.read("c", "{\"@type\":\"urn:perun:contact/1.0/x\",\"@id\":\"" + "1".repeat(65) + "\"}"));
        assertEquals(Optional.empty(), bob.read("c", "x".repeat(Letters.MAX_CHARS + 1)));
        assertThrows(IllegalArgumentException.class, () -> alice.write("c", "card", "x".repeat(Letters.MAX_CHARS)));
    }
}
