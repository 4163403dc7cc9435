package dev.zorya.node.peer;

import java.util.Locale;

/** A command did not do what it should; the message says why. */
final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    /** What rigs tell apart. */
    enum Kind {
        /** The other side said no. */
        REJECTED,
        /** The other side did not answer in time. */
        TIMEOUT,
        /** A channel was agreed on and did not get its deposits. */
        FUNDING,
        /** The chain did not get there in time. */
        TX_TIMEOUT,
        /** The chain refused something. */
        CHAIN,
        OTHER;

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Kind kind;

    Failure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    Failure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
