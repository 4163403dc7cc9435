package dev.zorya.node.peer;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go writes them: {@code 60s}, {@code 1m30s}, {@code 500ms}, {@code 1.5h}. A bare number is seconds. */
final class Durations {
    private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(ms|s|m|h)");
    private static final Pattern ALL = Pattern.compile("(?:" + PART.pattern() + ")+");
    private static final double MAX_SECONDS = 1e9;

    private Durations() {}

    static Duration parse(String text) throws UsageException {
        String whole = text.matches("[0-9]+(\\.[0-9]+)?") ? text + "s" : text;
        if (!ALL.matcher(whole).matches()) {
            throw new UsageException("A duration looks like 90s, 1m30s or 500ms, not \"" + text + "\".");
        }
        double seconds = 0;
        for (Matcher part = PART.matcher(whole); part.find(); ) {
            seconds += Double.parseDouble(part.group(1)) * unit(part.group(2));
        }
        return seconds(seconds);
    }

    static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(Math.min(seconds, MAX_SECONDS) * 1e9));
    }

    private static double unit(String name) {
        return switch (name) {
            case "ms" -> 0.001;
            case "s" -> 1;
            case "m" -> 60;
            default -> 3600;
        };
    }
}
