package dev.zorya.node;

import java.nio.file.Path;
import java.util.Locale;

/** Where this program was started from. */
final class Program {
    private Program() {}

    /** The file that people start: from a folder of sources it is the launcher in it. */
    static Path launcher() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return Path.of(System.getProperty("zorya.source", ""))
                .resolve(windows ? "zorya.cmd" : "zorya")
                .toAbsolutePath();
    }
}
