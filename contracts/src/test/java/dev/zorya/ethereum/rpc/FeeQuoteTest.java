package dev.zorya.ethereum.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeQuoteTest {
    @Test
    void theBaseFeeMayDouble() {
        assertEquals(quote(205, 5), FeeQuote.of(wei(100), wei(5), wei(1_000)));
    }

    @Test
    void nothingExceedsTheCap() {
        assertEquals(quote(150, 5), FeeQuote.of(wei(100), wei(5), wei(150)));
        assertEquals(quote(3, 3), FeeQuote.of(wei(100), wei(5), wei(3)));
    }

    /** Nodes ask for a tenth more of both fees. */
    @ParameterizedTest
    @CsvSource({"800, 80", "1, 1", "0, 0", "9, 9"})
    void aReplacementPaysEnoughMoreOfBoth(long maxFee, long priority) {
        FeeQuote old = quote(maxFee, priority);
        FeeQuote next = old.replacement(quote(1, 1), wei(1_000_000));
        assertTrue(next.above(old), next.toString());
        assertTrue(next.maxFee().multiply(wei(10)).compareTo(old.maxFee().multiply(wei(11))) >= 0);
        assertTrue(next.priority().multiply(wei(10)).compareTo(old.priority().multiply(wei(11))) >= 0);
    }

    @Test
    void todaysFeeIsTakenIfItIsMore() {
        assertEquals(
                wei(5_000),
                quote(800, 80).replacement(quote(5_000, 3), wei(1_000_000)).maxFee());
    }

    @Test
    void aCapThatLeavesNoRoomIsNoReplacement() {
        FeeQuote old = quote(800, 80);
        assertFalse(old.replacement(quote(5_000, 3), wei(850)).above(old));
        assertTrue(old.replacement(quote(5_000, 3), wei(900)).above(old));
    }

    @Test
    void pausesDoubleUpToTheLimit() {
        Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(1));
        assertEquals(Duration.ofMillis(200), backoff.next());
        assertEquals(Duration.ofMillis(400), backoff.next());
        assertEquals(Duration.ofMillis(800), backoff.next());
        assertEquals(Duration.ofSeconds(1), backoff.next());
        assertEquals(Duration.ofSeconds(1), backoff.next());
        backoff.reset();
        assertEquals(Duration.ofMillis(200), backoff.next());
    }

    private static FeeQuote quote(long maxFee, long priority) {
        return new FeeQuote(wei(maxFee), wei(priority));
    }

    private static BigInteger wei(long amount) {
        return BigInteger.valueOf(amount);
    }
}
