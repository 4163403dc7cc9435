package dev.zorya.node.peer;

import dev.zorya.channel.port.Decision;
import dev.zorya.node.peer.Failure.Kind;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Questions of one kind that wait for a command, each under its key. */
final class Answers<Q> {
    private final Map<String, Pending<Q>> waiting = new ConcurrentHashMap<>();

    private record Pending<Q>(Q question, CompletableFuture<Decision> answer) {}

    CompletionStage<Decision> ask(String key, Q question) {
        Pending<Q> pending = new Pending<>(question, new CompletableFuture<>());
        waiting.put(key, pending);
        return pending.answer;
    }

    /** Gives the answer, once. */
    Q answer(String key, Decision decision) throws Failure {
        Pending<Q> pending = waiting.remove(key);
        if (pending == null) {
            throw new Failure(Kind.OTHER, "Nothing waits for an answer under \"" + key + "\".");
        }
        pending.answer.complete(decision);
        return pending.question;
    }
}
