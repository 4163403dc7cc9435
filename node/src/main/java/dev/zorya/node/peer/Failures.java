package dev.zorya.node.peer;

import dev.zorya.channel.engine.EngineException;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.node.peer.Failure.Kind;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What went wrong, in the words of the protocol. */
final class Failures {
    /** How the engine says that a proposal ran out of time. */
    private static final String NO_ANSWER = "no answer";

    private Failures() {}

    static Failure of(Throwable thrown) {
        return switch (thrown) {
            case Failure failure -> failure;
            case EngineException refused -> new Failure(kind(refused), words(refused), refused);
            case LedgerException ledger -> new Failure(Kind.CHAIN, words(ledger), ledger);
            case ExecutionException wrapped -> of(inside(wrapped));
            case CompletionException wrapped -> of(inside(wrapped));
            case Throwable other -> new Failure(Kind.OTHER, words(other), other);
        };
    }

    private static Throwable inside(Throwable wrapped) {
        return wrapped.getCause() == null
                ? new IllegalStateException("a command failed without a reason")
                : wrapped.getCause();
    }

    private static Kind kind(EngineException refused) {
        return switch (refused.reason()) {
            case REJECTED -> NO_ANSWER.equals(refused.getMessage()) ? Kind.TIMEOUT : Kind.REJECTED;
            case CANCELLED -> Kind.REJECTED;
            case UNANSWERED, PEER_OFFLINE -> Kind.TIMEOUT;
            case LEDGER -> Kind.CHAIN;
            case UNKNOWN_CHANNEL, NOT_OPEN, AMOUNT, INSUFFICIENT, BUSY, STALE, WRONG_KEY, REFUSED, STORE, CLOSED ->
                Kind.OTHER;
        };
    }

    private static String words(Throwable thrown) {
        return thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
    }
}
