package dev.zorya.wallet;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something each second, on a virtual thread: for what changes by time alone. */
final class Ticker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Thread thread;

    Ticker(Runnable task) {
        this.thread = Thread.ofVirtual().name("wallet-ticker").start(() -> run(task));
    }

    private static void run(Runnable task) {
        try {
            while (true) {
                Thread.sleep(PERIOD);
                try {
                    task.run();
                } catch (RuntimeException e) {
                    LOG.error("the wallet's clock work failed", e);
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
