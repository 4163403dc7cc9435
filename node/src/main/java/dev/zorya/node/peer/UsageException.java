package dev.zorya.node.peer;

/** The program was started in a way that it does not understand. The message says how. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
