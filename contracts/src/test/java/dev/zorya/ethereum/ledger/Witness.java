package dev.zorya.ethereum.ledger;

import static org.junit.jupiter.api.Assertions.fail;

import dev.zorya.channel.port.LedgerEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Remembers what a ledger reported, in order. */
final class Witness implements Consumer<LedgerEvent> {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<LedgerEvent> events = new ArrayList<>();

    @Override
    public synchronized void accept(LedgerEvent event) {
        events.add(event);
        notifyAll();
    }

    synchronized List<LedgerEvent> all() {
        return List.copyOf(events);
    }

    <T extends LedgerEvent> List<T> all(Class<T> kind) {
        return all().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends LedgerEvent> T await(Class<T> kind) {
        return await(kind, event -> true);
    }

    /** The first such event, also one that came before. */
    synchronized <T extends LedgerEvent> T await(Class<T> kind, Predicate<T> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            for (LedgerEvent event : events) {
                if (kind.isInstance(event) && wanted.test(kind.cast(event))) {
                    return kind.cast(event);
                }
            }
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return fail("no such " + kind.getSimpleName() + " among " + events);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
