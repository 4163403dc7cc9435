package dev.zorya.desktop.launch;

import dev.zorya.desktop.text.Text;

/** A start that did not work, in words: what happened, what it means for the money, what to do next. */
public final class StartFailure {
    private StartFailure() {}

    /** JavaFX wraps what happened in exceptions of its own; the innermost one says it. */
    public static String sentences(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        String what =
                message == null || message.isBlank() ? innermost.getClass().getName() : message.strip();
        return Text.of("launch.broken", what);
    }
}
