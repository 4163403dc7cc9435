package dev.zorya.wallet;

import dev.zorya.wallet.api.OpenQuestion;
import dev.zorya.wallet.api.WalletEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Channels that contacts want with us and that wait for the person. A question that nobody answers is declined at its date. */
final class Questions {
    /** Bounds what one contact can put in front of the person (THREATS.md 20). */
    private static final int MAX_OF_ONE_CONTACT = 3;

    private static final int MAX = 50;

    private final ConcurrentHashMap<String, Waiting> open = new ConcurrentHashMap<>();
    private final Events events;
    private final InstantSource clock;

    private record Waiting(OpenQuestion question, CompletableFuture<Answer> answer) {}

    /** What came back. */
    enum Answer {
        YES,
        NO,
        /** In time, that is. */
        NONE,
        /** So the person was not asked. */
        TOO_MANY
    }

    Questions(Events events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    CompletionStage<Answer> ask(OpenQuestion question) {
        Collection<Waiting> waiting = open.values();
        Predicate<Waiting> sameContact = w -> w.question().contactDid().equals(question.contactDid());
        if (waiting.size() >= MAX || waiting.stream().filter(sameContact).count() >= MAX_OF_ONE_CONTACT) {
            return CompletableFuture.completedFuture(Answer.TOO_MANY);
        }
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        open.put(question.id(), new Waiting(question, answer));
        events.publish(new WalletEvent.QuestionAsked(question));
        Duration time = Duration.between(clock.instant(), question.expires());
        return answer.completeOnTimeout(Answer.NONE, Math.max(0, time.toMillis()), TimeUnit.MILLISECONDS)
                .whenComplete((given, failure) -> {
                    open.remove(question.id());
                    events.publish(new WalletEvent.QuestionGone(question.id()));
                });
    }

    List<OpenQuestion> all() {
        return open.values().stream()
                .map(Waiting::question)
                .sorted(Comparator.comparing(OpenQuestion::expires))
                .toList();
    }

    /** False if the question is not open any more. */
    boolean answer(String id, Answer given) {
        @Nullable Waiting waiting = open.get(id);
        return waiting != null && waiting.answer().complete(given);
    }
}
