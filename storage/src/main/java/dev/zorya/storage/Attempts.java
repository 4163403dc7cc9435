package dev.zorya.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wrong passphrases in a row, and how long to wait after them (threat 66). Kept in a file so that a restart does not help.
 * Slows down whoever sits at the keyboard; against a copied file only the work of {@link Stretching} helps.
 */
final class Attempts {
    private static final Logger log = LoggerFactory.getLogger(Attempts.class);

    /** A slip of the fingers costs nothing. */
    private static final int FREE = 3;

    private static final int LONGEST_SHIFT = 6;
    private static final int LONGEST_TEXT = 64;

    private final Path file;
    private final InstantSource clock;

    Attempts(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /** The pause after so many in a row: none for the first two, then 1 s, 2 s, 4 s … 64 s. */
    static Duration pause(int wrong) {
        return wrong < FREE ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(wrong - FREE, LONGEST_SHIFT));
    }

    /** How long to wait from now on; zero if not at all. A clock that was set back makes nobody wait longer than once. */
    Duration remaining() {
        State state = read();
        Duration pause = pause(state.wrong);
        Duration since = Duration.ofMillis(Math.max(0, clock.millis() - state.lastMillis));
        Duration left = pause.minus(since);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Counts a wrong one. @return the pause after it */
    Duration wrong() {
        State next = new State(read().wrong + 1, clock.millis());
        try {
            String text = next.wrong + " " + next.lastMillis;
            PrivateFiles.replace(file, text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            log.warn("A wrong passphrase could not be counted: {}", e.getMessage());
        }
        return pause(next.wrong);
    }

    void right() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("The count of wrong passphrases stays: {}", e.getMessage());
        }
    }

    private State read() {
        try {
            if (Files.exists(file) && Files.size(file) <= LONGEST_TEXT) {
                String[] parts =
                        Files.readString(file, StandardCharsets.US_ASCII).split(" ", 2);
                return new State(Math.max(0, Integer.parseInt(parts[0])), Long.parseLong(parts[1]));
            }
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            log.warn("The count of wrong passphrases cannot be read and begins anew: {}", e.getMessage());
        }
        return new State(0, 0);
    }

    private record State(int wrong, long lastMillis) {}
}
