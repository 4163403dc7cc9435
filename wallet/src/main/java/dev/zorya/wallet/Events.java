package dev.zorya.wallet;

import dev.zorya.wallet.api.WalletEvent;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells subscribers what changed, in order, on one virtual thread of its own. News that only say "read this again" are told once
 * however often they come in before they are delivered: thousands of payments do not make thousands of balances.
 */
final class Events implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);

    private final CopyOnWriteArrayList<Consumer<WalletEvent>> listeners = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Item> queue = new LinkedBlockingQueue<>();
    private final Set<Object> waiting = ConcurrentHashMap.newKeySet();
    private final Thread thread;

    /** @param news makes the event when it is delivered; empty if it is not wanted any more */
    private record Item(Object key, Supplier<Optional<WalletEvent>> news) {}

    Events() {
        this.thread = Thread.ofVirtual().name("wallet-events").start(this::deliver);
    }

    AutoCloseable subscribe(Consumer<WalletEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void publish(WalletEvent event) {
        if (!listeners.isEmpty()) {
            queue.add(new Item(event, () -> Optional.of(event)));
        }
    }

    /** @param key of the same news while they wait; {@code news} is asked on the thread of the events and may block */
    void publishOnce(Object key, Supplier<Optional<WalletEvent>> news) {
        if (!listeners.isEmpty() && waiting.add(key)) {
            queue.add(new Item(key, news));
        }
    }

    private void deliver() {
        try {
            while (true) {
                Item item = queue.take();
                waiting.remove(item.key());
                item.news().get().ifPresent(event -> listeners.forEach(listener -> tell(listener, event)));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(Consumer<WalletEvent> listener, WalletEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            LOG.error("a listener failed on {}", event.getClass().getSimpleName(), e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
