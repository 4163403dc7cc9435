package dev.zorya.node.peer;

import dev.zorya.channel.port.LedgerEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the engine hears of one channel. Nobody is told anything under the lock: whoever hears may come back. */
final class Door {
    private final List<Look> looks = new ArrayList<>();
    private final Set<String> ignored = new HashSet<>();
    private Consumer<LedgerEvent> listener = event -> {};
    private boolean open;
    private @Nullable LedgerEvent held;

    private record Look(Predicate<LedgerEvent> wanted, CompletableFuture<LedgerEvent> found) {}

    Door(boolean open) {
        this.open = open;
    }

    synchronized boolean isOpen() {
        return open;
    }

    synchronized void behind(Consumer<LedgerEvent> other) {
        listener = other;
    }

    synchronized void ignore(String intentKey) {
        ignored.add(intentKey);
    }

    synchronized CompletableFuture<LedgerEvent> look(Predicate<LedgerEvent> wanted) {
        Look look = new Look(wanted, new CompletableFuture<>());
        looks.add(look);
        return look.found;
    }

    void open(boolean on) {
        release(on).ifPresent(this::tell);
    }

    private synchronized Optional<LedgerEvent> release(boolean on) {
        open = on;
        Optional<LedgerEvent> news = on ? Optional.ofNullable(held) : Optional.empty();
        held = on ? null : held;
        return news;
    }

    void arrive(LedgerEvent event) {
        seen(event).forEach(look -> look.found.complete(event));
        tooLate(event).ifPresent(this::tell);
        if (passes(event)) {
            tell(event);
        }
    }

    /** Once it is concluded nobody can answer any more; what was registered says what became of the money. */
    private synchronized Optional<LedgerEvent> tooLate(LedgerEvent event) {
        boolean over = switch (event) {
            case LedgerEvent.Concluded concluded -> true;
            case LedgerEvent.Registered other -> false;
            case LedgerEvent.Mined other -> false;
            case LedgerEvent.Stuck other -> false;
            case LedgerEvent.Holdings other -> false;
            case LedgerEvent.Withdrawn other -> false;
        };
        Optional<LedgerEvent> late = over ? Optional.ofNullable(held) : Optional.empty();
        held = over ? null : held;
        return late;
    }

    private synchronized List<Look> seen(LedgerEvent event) {
        List<Look> found =
                looks.stream().filter(look -> look.wanted.test(event)).toList();
        looks.removeAll(found);
        return found;
    }

    private synchronized boolean passes(LedgerEvent event) {
        return switch (event) {
            case LedgerEvent.Registered registered -> {
                held = open ? null : registered;
                yield open;
            }
            case LedgerEvent.Mined mined -> !ignored.contains(mined.intentKey());
            case LedgerEvent.Stuck stuck -> !ignored.contains(stuck.intentKey());
            case LedgerEvent.Holdings other -> true;
            case LedgerEvent.Concluded other -> true;
            case LedgerEvent.Withdrawn other -> true;
        };
    }

    private void tell(LedgerEvent event) {
        Consumer<LedgerEvent> present;
        synchronized (this) {
            present = listener;
        }
        present.accept(event);
    }
}
