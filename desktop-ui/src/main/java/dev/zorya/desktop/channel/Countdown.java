package dev.zorya.desktop.channel;

import dev.zorya.desktop.text.Text;
import java.time.Duration;

/** What is left of a period: days and hours, then hours and minutes, then minutes and seconds (UI.md 8). */
final class Countdown {
    private Countdown() {}

    /** Never below zero. */
    static String of(Duration left) {
        if (left.isNegative()) {
            return of(Duration.ZERO);
        }
        if (left.toDays() > 0) {
            return Text.of("countdown.days", left.toDays(), left.toHoursPart());
        }
        return left.toHours() > 0
                ? Text.of("countdown.hours", left.toHours(), left.toMinutesPart())
                : Text.of("countdown.minutes", left.toMinutes(), left.toSecondsPart());
    }
}
