package dev.zorya.ethereum.ledger;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How things stand with the chain, and who wants to know. */
final class HealthBoard {
    private static final Logger LOG = LoggerFactory.getLogger(HealthBoard.class);

    private final List<Consumer<ChainHealth>> listeners = new CopyOnWriteArrayList<>();
    private volatile ChainHealth now = ChainHealth.AT_START;

    ChainHealth now() {
        return now;
    }

    /** Hears it at once and then on each change. */
    ChainHealth.Subscription subscribe(Consumer<ChainHealth> listener) {
        listeners.add(listener);
        tell(listener, now);
        return () -> listeners.remove(listener);
    }

    void set(ChainHealth health) {
        if (health.equals(now)) {
            return;
        }
        if (health.state() != now.state()) {
            LOG.info("Chain: {} {}", health.state(), health.sentence());
        }
        now = health;
        listeners.forEach(listener -> tell(listener, health));
    }

    private static void tell(Consumer<ChainHealth> listener, ChainHealth health) {
        try {
            listener.accept(health);
        } catch (RuntimeException e) {
            LOG.error("A listener failed on {}", health, e);
        }
    }
}
