package dev.zorya.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is built, as the root pom says: the one place of the version.
 *
 * @param version as Maven writes it
 * @param epoch the time that every file of the packages bears
 */
record Product(String version, Instant epoch) {
    /** Launchers: one for the window, one for everything that works in a terminal. */
    static final String TERMINAL = "zorya-terminal";

    static final String SUMMARY = "A wallet for Perun state channels";
    static final String VENDOR = "The Zorya authors";
    static final String IDENTIFIER = "dev.zorya.wallet";

    /** Windows knows by it that the next package replaces this one; never to be changed. */
    static final String UPGRADE = "6f0d7a52-3c1b-4e8d-9b57-2f7a14c0e9d3";

    private static final Pattern VERSION =
            Pattern.compile("<artifactId>zorya</artifactId>\\s*<version>([^<]+)</version>");
    private static final Pattern TIME =
            Pattern.compile("<project\\.build\\.outputTimestamp>([^<]+)</project\\.build\\.outputTimestamp>");

    static Product read(Path pom) throws IOException, BuildException {
        String text = Files.readString(pom);
        return new Product(find(VERSION, text, pom), Instant.parse(find(TIME, text, pom)));
    }

    private static String find(Pattern wanted, String text, Path pom) throws BuildException {
        Matcher found = wanted.matcher(text);
        if (!found.find()) {
            throw new BuildException(pom + " does not say what was looked for: " + wanted);
        }
        return found.group(1);
    }

    /** Three numbers, which is all that Windows and macOS understand. */
    String numbers() {
        return version.replaceAll("-.*", "");
    }

    /** A tilde sorts before the release itself, in Debian's and in RPM's order. */
    String linux() {
        return version.replace("-SNAPSHOT", "~snapshot").replace('-', '~');
    }

    /** Of the launcher that opens the window, and of the application. */
    static String name(Platform platform) {
        return platform.os() == Platform.Os.LINUX ? "zorya-window" : "Zorya";
    }
}
