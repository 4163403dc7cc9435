package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.core.Limits;
import java.math.BigInteger;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ChannelRulesTest {
    private static final BigInteger ONE = BigInteger.ONE;
    private static final BigInteger ZERO = BigInteger.ZERO;

    @Test
    @Tag("threat-15")
    void protectionPeriodHasLimits() {
        ChannelRules real = new ChannelRules(Limits.REAL);
        assertTrue(real.refusal(ONE, ONE, Duration.ofMinutes(10)).isEmpty());
        assertTrue(real.refusal(ONE, ONE, Duration.ofDays(30)).isEmpty());
        assertEquals(
                "the protection period is shorter than 10 minutes",
                real.refusal(ONE, ONE, Duration.ofSeconds(599)).orElseThrow());
        assertEquals(
                "the protection period is longer than 30 days",
                real.refusal(ONE, ONE, Duration.ofDays(30).plusSeconds(1)).orElseThrow());
        ChannelRules play = new ChannelRules(Limits.PRACTICE);
        assertTrue(play.refusal(ONE, ONE, Duration.ofSeconds(10)).isEmpty());
        assertEquals(
                "the protection period is shorter than 10 seconds",
                play.refusal(ONE, ONE, Duration.ofSeconds(9)).orElseThrow());
        assertTrue(play.refusal(ONE, ONE, Duration.ofSeconds(-1)).isPresent());
        assertTrue(play.refusal(ONE, ONE, Duration.ofSeconds(Long.MAX_VALUE)).isPresent());
    }

    @Test
    @Tag("threat-19")
    void somebodyPaysIn() {
        ChannelRules rules = new ChannelRules(Limits.REAL);
        assertTrue(rules.refusal(ZERO, ZERO, Duration.ofHours(1)).isPresent());
        assertTrue(rules.refusal(ZERO, ONE, Duration.ofHours(1)).isEmpty());
    }

    @Test
    void answersLeaveTimeForTheWay() {
        assertEquals(Limits.REAL.proposalAnswer().minusSeconds(10), new ChannelRules(Limits.REAL).timeToAnswer());
    }
}
