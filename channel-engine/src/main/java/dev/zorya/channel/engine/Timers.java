package dev.zorya.channel.engine;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One thread that wakes channels up. Its tasks only put something into a mailbox. */
final class Timers implements AutoCloseable {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("zorya-timers").daemon().factory());

    void after(Duration delay, Runnable task) {
        try {
            var unused = clock.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            // shutting down: whatever it was is taken up again at the next start
            return;
        }
    }

    /** One clock of a channel. Setting it is on the payment path, so an armed task is reused and re-arms itself. */
    final class Alarm {
        private final Runnable ring;
        private long due;
        private long armed;
        private boolean set;
        private boolean waiting;

        Alarm(Runnable ring) {
            this.ring = ring;
        }

        synchronized void set(Duration delay) {
            due = System.nanoTime() + delay.toNanos();
            set = true;
            if (!waiting || armed - due > 0) {
                arm();
            }
        }

        private void arm() {
            waiting = true;
            armed = due;
            long mine = due;
            after(Duration.ofNanos(Math.max(0, due - System.nanoTime())), () -> fire(mine));
        }

        private void fire(long mine) {
            synchronized (this) {
                if (mine != armed || !set) {
                    return;
                }
                if (due - System.nanoTime() > 0) {
                    arm();
                    return;
                }
                set = false;
                waiting = false;
            }
            ring.run();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
