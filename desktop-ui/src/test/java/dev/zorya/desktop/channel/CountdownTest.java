package dev.zorya.desktop.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountdownTest {
    @ParameterizedTest
    @CsvSource({
        "P3DT4H59M, 3 d 4 h",
        "P1D, 1 d 0 h",
        "PT23H59M59S, 23 h 59 min",
        "PT1H, 1 h 0 min",
        "PT59M59S, 59 min 59 s",
        "PT9S, 0 min 9 s",
        "PT0S, 0 min 0 s",
        "PT-5S, 0 min 0 s"
    })
    void theTwoLargestUnits(Duration left, String words) {
        assertEquals(words, Countdown.of(left));
    }
}
