package dev.zorya.desktop.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Where the person came from. A screen is kept with its scroll, filter and selection, so that Back restores them (UI.md 3). */
final class History<T> {
    /** Enough to find back, few enough to forget. */
    private static final int DEPTH = 30;

    private final Deque<T> before = new ArrayDeque<>();

    void left(T place) {
        before.push(place);
        if (before.size() > DEPTH) {
            before.removeLast();
        }
    }

    Optional<T> back() {
        return Optional.ofNullable(before.poll());
    }
}
