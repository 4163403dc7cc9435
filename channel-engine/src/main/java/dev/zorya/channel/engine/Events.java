package dev.zorya.channel.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands events to subscribers in order, away from the channels' own threads: a slow listener delays nobody's money. */
final class Events implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);

    private final List<Consumer<EngineEvent>> listeners = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<EngineEvent> queue = new LinkedBlockingQueue<>();
    private final Thread thread = Thread.ofVirtual().name("zorya-events").start(this::deliver);

    void subscribe(Consumer<EngineEvent> listener) {
        listeners.add(listener);
    }

    boolean wanted() {
        return !listeners.isEmpty();
    }

    void publish(EngineEvent event) {
        queue.add(event);
    }

    private void deliver() {
        try {
            while (true) {
                EngineEvent event = queue.take();
                for (Consumer<EngineEvent> listener : listeners) {
                    tell(listener, event);
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(Consumer<EngineEvent> listener, EngineEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            LOG.error("a listener failed on {}", event, e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
