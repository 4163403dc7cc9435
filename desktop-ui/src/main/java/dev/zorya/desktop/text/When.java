package dev.zorya.desktop.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments and spans as people say them. The clock is handed in, so that a test can stand still. */
public final class When {
    private static final Locale LOCALE = Text.locale();
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", LOCALE);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", LOCALE);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", LOCALE);
    private static final DateTimeFormatter HEADING = DateTimeFormatter.ofPattern("EEEE, d MMMM", LOCALE);
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", LOCALE);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMM, HH:mm", LOCALE);

    private final Clock clock;

    public When(Clock clock) {
        this.clock = clock;
    }

    /** This moment, by the clock of this computer. */
    public Instant now() {
        return clock.instant();
    }

    /** For a list: the time today, "Yesterday", then the day. */
    public String brief(Instant moment) {
        LocalDate day = local(moment).toLocalDate();
        if (day.equals(today())) {
            return CLOCK.format(local(moment));
        }
        return day.equals(today().minusDays(1)) ? Text.of("when.yesterday") : day(day);
    }

    /** Only the time, under the heading of its day. */
    public String clock(Instant moment) {
        return CLOCK.format(local(moment));
    }

    /** For a timeline: the time today, day and time before. */
    public String stamp(Instant moment) {
        ZonedDateTime local = local(moment);
        return local.toLocalDate().equals(today())
                ? CLOCK.format(local)
                : Text.of("when.stamp", day(local.toLocalDate()), CLOCK.format(local));
    }

    /** Everything, for a detail drawer. */
    public String full(Instant moment) {
        return FULL.format(local(moment));
    }

    /** A day with its year: until when a credential holds. */
    public String date(Instant moment) {
        return DAY_OF_YEAR.format(local(moment));
    }

    /** A moment to come, with its weekday: when money is back, when a period ends. */
    public String weekday(Instant moment) {
        return WEEKDAY.format(local(moment));
    }

    /** The heading over the entries of one day. */
    public String heading(Instant moment) {
        LocalDate day = local(moment).toLocalDate();
        if (day.equals(today())) {
            return Text.of("when.today");
        }
        return day.equals(today().minusDays(1)) ? Text.of("when.yesterday") : HEADING.format(day);
    }

    /** How long ago: "just now", "4 s ago", "5 min ago", "2 h ago", then like {@link #brief}. */
    public String ago(Instant moment) {
        Duration age = Duration.between(moment, clock.instant());
        if (age.compareTo(Duration.ofSeconds(1)) < 0) {
            return Text.of("when.now");
        }
        if (age.compareTo(Duration.ofMinutes(1)) < 0) {
            return Text.of("when.seconds", age.toSeconds());
        }
        if (age.compareTo(Duration.ofHours(1)) < 0) {
            return Text.of("when.minutes", age.toMinutes());
        }
        return age.compareTo(Duration.ofHours(12)) < 0 ? Text.of("when.hours", age.toHours()) : brief(moment);
    }

    /** The same without seconds, for a list that need not change each second. */
    public String since(Instant moment) {
        return Duration.between(moment, clock.instant()).compareTo(Duration.ofMinutes(1)) < 0
                ? Text.of("when.now")
                : ago(moment);
    }

    /** A span in its largest whole unit: "24 hours", "7 days", "10 minutes", "10 seconds". */
    public static String span(Duration span) {
        if (span.toHours() > 24 && span.toHours() % 24 == 0) {
            return Text.count("span.days", span.toDays());
        }
        if (span.toSeconds() % 3600 == 0 && !span.isZero()) {
            return Text.count("span.hours", span.toHours());
        }
        return span.toSeconds() % 60 == 0 && !span.isZero()
                ? Text.count("span.minutes", span.toMinutes())
                : Text.count("span.seconds", span.toSeconds());
    }

    private String day(LocalDate day) {
        return (day.getYear() == today().getYear() ? DAY : DAY_OF_YEAR).format(day);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private ZonedDateTime local(Instant moment) {
        return moment.atZone(clock.getZone());
    }
}
