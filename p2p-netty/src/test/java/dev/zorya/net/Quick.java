package dev.zorya.net;

import java.time.Duration;

/** The deadlines of a bus in tests that wait for them: the same logic, in seconds instead of minutes. */
final class Quick {
    static final Deadlines DEADLINES = new Deadlines(
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofMillis(500),
            Duration.ofMillis(300),
            Duration.ofMillis(200),
            Duration.ofMillis(300),
            Duration.ofMillis(50),
            Duration.ofMillis(400));

    private Quick() {}
}
