package dev.zorya.interop;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** The last lines that a process wrote to its error stream: what a failure is explained with. */
final class LastWords {
    private static final int KEPT = 30;

    private final Deque<String> lines = new ArrayDeque<>();

    LastWords(BufferedReader errors) {
        Thread.ofVirtual().start(() -> {
            try (errors) {
                for (String line = errors.readLine(); line != null; line = errors.readLine()) {
                    add(line);
                }
            } catch (IOException e) {
                add("reading its errors failed: " + e);
            }
        });
    }

    synchronized void add(String line) {
        if (lines.size() == KEPT) {
            lines.removeFirst();
        }
        lines.add(line);
    }

    /** Empty, or the lines with a title. */
    synchronized String tail() {
        return lines.isEmpty() ? "" : "\nIts last words:\n  " + String.join("\n  ", lines);
    }
}
