package dev.zorya.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.channel.vectors.Parties;
import dev.zorya.channel.wire.SimpleAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Back-off, rate limit, names in sentences: what can be told without a socket. */
class SmallPartsTest {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LAST = Duration.ofSeconds(60);

    @Test
    void theWaitDoublesUpToItsEnd() {
        assertEquals(Duration.ofMillis(125), Backoff.wait(FIRST, LAST, 0, 0));
        assertEquals(Duration.ofMillis(250), Backoff.wait(FIRST, LAST, 1, 0));
        assertEquals(Duration.ofSeconds(1), Backoff.wait(FIRST, LAST, 3, 0));
        assertEquals(Duration.ofSeconds(30), Backoff.wait(FIRST, LAST, 8, 0));
        assertEquals(Duration.ofSeconds(30), Backoff.wait(FIRST, LAST, Integer.MAX_VALUE, 0));
    }

    @Test
    void halfOfTheWaitIsRandom() {
        assertEquals(Duration.ofMillis(187), Backoff.wait(FIRST, LAST, 0, 0.5).truncatedTo(ChronoUnit.MILLIS));
        assertTrue(Backoff.wait(FIRST, LAST, 20, 0.999).compareTo(LAST) < 0);
    }

    @Test
    void theBucketFillsEvenly() {
        Source source = new Source(Bytes.of((byte) 1));
        RateLimit limit = new RateLimit(60);
        long now = 5_000_000_000L;
        for (int i = 0; i < 60; i++) {
            assertTrue(limit.allows(source, now));
        }
        assertFalse(limit.allows(source, now));
        assertFalse(limit.allows(source, now + TimeUnit.MILLISECONDS.toNanos(900)));
        assertTrue(limit.allows(source, now + TimeUnit.MILLISECONDS.toNanos(1100)));
        assertFalse(limit.allows(source, now + TimeUnit.MILLISECONDS.toNanos(1200)));
        assertTrue(limit.allows(new Source(Bytes.of((byte) 2)), now));
        long muchLater = now + TimeUnit.HOURS.toNanos(1);
        for (int i = 0; i < 60; i++) {
            assertTrue(limit.allows(source, muchLater));
        }
        assertFalse(limit.allows(source, muchLater));
    }

    @Test
    void aLabelIsShortAndShowsWhatIsThere() {
        assertEquals("alice", Self.label(Parties.party("alice").identity()));
        assertEquals("did:key:z6Mk", Self.label(named("did:key:z6Mk")));
        assertEquals("x".repeat(40), Self.label(named("x".repeat(1000))));
        assertEquals("abc", Self.label(named("a\nb\u202e\u0007c")));
        assertEquals("Tomás", Self.label(named("Tomás")));
        assertEquals("somebody without a name", Self.label(named("")));
        assertEquals("somebody without a name", Self.label(WireIdentity.single(Bytes.of((byte) 1))));
    }

    private static WireIdentity named(String name) {
        return new SimpleAddress(Bytes.wrap(name.getBytes(StandardCharsets.UTF_8)), null).identity();
    }

    @Test
    void theKeyMustBelongToTheAddress() {
        SimpleAddress alice =
                SimpleAddress.in(Parties.party("alice").identity()).orElseThrow();
        assertThrows(
                MalformedException.class,
                () -> new Self(alice, Parties.party("bob").wireKey(), Wallet.CODEC));
        assertEquals(alice.identity(), new Self(alice, Parties.party("alice").wireKey(), Wallet.CODEC).identity());
    }

    @Test
    void limitsMakeSense() {
        assertThrows(IllegalArgumentException.class, () -> new Limits(0, 1, 1, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Limits(1, 1, 1, -1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Limits(1, 1, 1, 0, 2, 1));
        assertEquals(100, Limits.DEFAULT.unproven());
        assertEquals(64 << 10, Limits.DEFAULT.unprovenBytes());
    }
}
