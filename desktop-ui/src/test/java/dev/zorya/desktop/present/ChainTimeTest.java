package dev.zorya.desktop.present;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.wallet.api.CopyHealth;
import dev.zorya.wallet.api.Health;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChainTimeTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static Health block(long number, Instant time) {
        return new Health(Health.ChainState.GOOD, number, time, "", 0, 0, "", CopyHealth.NONE);
    }

    @Test
    void aWrongClockDoesNotMoveADeadline() {
        Instant wrong = NOON.plusSeconds(7200);
        ChainTime time = ChainTime.of(block(5, NOON), false, wrong);
        assertEquals(NOON.plusSeconds(9), time.at(wrong.plusSeconds(9)));
    }

    @Test
    void eachNewBlockSaysAnewWhatTimeItIs() {
        ChainTime time = ChainTime.of(block(5, NOON), false, NOON);
        ChainTime same = time.with(block(5, NOON), NOON.plusSeconds(5));
        assertEquals(NOON.plusSeconds(10), same.at(NOON.plusSeconds(10)));
        ChainTime next = same.with(block(6, NOON.plusSeconds(12)), NOON.plusSeconds(14));
        assertEquals(NOON.plusSeconds(13), next.at(NOON.plusSeconds(15)));
    }

    @Test
    void onAnIdlePracticeChainTheComputersClockGoesOn() {
        Instant later = NOON.plusSeconds(3600);
        assertEquals(later, ChainTime.of(block(5, NOON), true, later).at(later));
        assertEquals(
                NOON, ChainTime.of(block(5, NOON), true, NOON.minusSeconds(60)).at(NOON.minusSeconds(60)));
    }
}
