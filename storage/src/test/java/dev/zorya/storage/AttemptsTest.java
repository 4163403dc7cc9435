package dev.zorya.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How wrong passphrases slow down (threat 66). */
@Tag("threat-66")
class AttemptsTest {
    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-23T10:00:00Z");

    private Attempts attempts() {
        return new Attempts(folder.resolve("attempts"), () -> now);
    }

    @Test
    void aThousandTakeTheBetterPartOfADay() {
        Duration all = Duration.ZERO;
        for (int wrong = 1; wrong <= 1000; wrong++) {
            all = all.plus(Attempts.pause(wrong));
        }
        assertTrue(all.compareTo(Duration.ofHours(17)) > 0, all::toString);
    }

    @Test
    void thePauseDoublesToAMinuteAndStays() {
        assertEquals(Duration.ZERO, Attempts.pause(2));
        assertEquals(Duration.ofSeconds(1), Attempts.pause(3));
        assertEquals(Duration.ofSeconds(2), Attempts.pause(4));
        assertEquals(Duration.ofSeconds(64), Attempts.pause(9));
        assertEquals(Duration.ofSeconds(64), Attempts.pause(Integer.MAX_VALUE));
    }

    @Test
    void aClockThatWasSetBackMakesNobodyWaitLonger() {
        for (int wrong = 0; wrong < 9; wrong++) {
            attempts().wrong();
        }
        now = now.minus(Duration.ofDays(400));
        assertEquals(Duration.ofSeconds(64), attempts().remaining());
    }

    @Test
    void theRightOneEndsIt() {
        for (int wrong = 0; wrong < 9; wrong++) {
            attempts().wrong();
        }
        attempts().right();
        assertEquals(Duration.ZERO, attempts().remaining());
        assertEquals(Duration.ZERO, attempts().wrong());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "5", "5 x", "-7 0", "99999999999999999999 1", "1 2 3"})
    void aDamagedCountKeepsNobodyOut(String text) throws IOException {
        Files.writeString(folder.resolve("attempts"), text);
        assertEquals(Duration.ZERO, attempts().remaining());
    }
}
