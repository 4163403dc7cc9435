package dev.zorya.desktop.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:42:30Z");
    private static final When WHEN = new When(Clock.fixed(NOW, ZoneId.of("UTC")));

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }

    @Test
    void listsSayTimeThenYesterdayThenTheDay() {
        assertEquals("10:17", WHEN.brief(at("2026-11-23T10:17:00Z")));
        assertEquals("00:00", WHEN.brief(at("2026-11-23T00:00:00Z")));
        assertEquals("Yesterday", WHEN.brief(at("2026-11-22T23:59:59Z")));
        assertEquals("2 Nov", WHEN.brief(at("2026-11-02T09:14:00Z")));
        assertEquals("31 Dec 2025", WHEN.brief(at("2025-12-31T09:14:00Z")));
    }

    @Test
    void theDayIsTheDayOfThePlace() {
        When tokyo = new When(Clock.fixed(NOW, ZoneId.of("Asia/Tokyo")));
        assertEquals("19:42", tokyo.brief(NOW));
        assertEquals("Yesterday", tokyo.brief(at("2026-11-22T14:59:00Z")));
    }

    @Test
    void timelinesKeepTheTime() {
        assertEquals("10:20", WHEN.stamp(at("2026-11-23T10:20:00Z")));
        assertEquals("2 Nov, 09:14", WHEN.stamp(at("2026-11-02T09:14:00Z")));
        assertEquals("22 Nov, 19:04", WHEN.stamp(at("2026-11-22T19:04:00Z")));
    }

    @Test
    void fullWeekdayAndHeading() {
        assertEquals("23 Nov 2026, 10:42:07", WHEN.full(at("2026-11-23T10:42:07Z")));
        assertEquals("Tuesday 24 Nov, 20:40", WHEN.weekday(at("2026-11-24T20:40:00Z")));
        assertEquals("Today", WHEN.heading(NOW));
        assertEquals("Yesterday", WHEN.heading(at("2026-11-22T01:00:00Z")));
        assertEquals("Saturday, 21 November", WHEN.heading(at("2026-11-21T21:13:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, just now",
        "PT-5S, just now",
        "PT4S, 4 s ago",
        "PT59.9S, 59 s ago",
        "PT1M, 1 min ago",
        "PT12M30S, 12 min ago",
        "PT2H, 2 h ago",
        "PT13H, Yesterday"
    })
    void ages(Duration age, String words) {
        assertEquals(words, WHEN.ago(NOW.minus(age)));
    }

    @ParameterizedTest
    @CsvSource({
        "PT1H, 1 hour",
        "PT24H, 24 hours",
        "PT168H, 7 days",
        "PT720H, 30 days",
        "PT36H, 36 hours",
        "PT10M, 10 minutes",
        "PT1M, 1 minute",
        "PT10S, 10 seconds",
        "PT90S, 90 seconds",
        "PT0S, 0 seconds"
    })
    void spansUseTheLargestWholeUnit(Duration span, String words) {
        assertEquals(words, When.span(span));
    }
}
