package dev.zorya.net;

import dev.zorya.channel.port.BusException.Reason;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps a connection with one peer while the application asks for it. */
final class Reconnect {
    private final Hub hub;
    private final Lane lane;
    private boolean on;
    private int failures;
    private long upSince;
    private @Nullable Future<?> next;

    Reconnect(Hub hub, Lane lane) {
        this.hub = hub;
        this.lane = lane;
    }

    boolean on() {
        return on;
    }

    /** Also called again when the network came back: dials at once. */
    void start() {
        on = true;
        failures = 0;
        cancel();
        lane.dial();
    }

    void stop() {
        on = false;
        cancel();
    }

    void up() {
        cancel();
        upSince = System.nanoTime();
    }

    /** Only a connection that held for a while resets the wait; one that breaks at once would be dialled in a loop. */
    void lost() {
        Duration held = Duration.ofNanos(System.nanoTime() - upSince);
        failures = held.compareTo(hub.config().deadlines().handshake()) >= 0 ? 0 : failures + 1;
        schedule();
    }

    /** A wrong key does not become right by asking often (OFFCHAIN.md 2.4); still, the directory may learn a new card. */
    void failed(Reason why) {
        failures = why == Reason.OFFLINE || why == Reason.LOST ? failures + 1 : Integer.MAX_VALUE / 2;
        schedule();
    }

    private void schedule() {
        if (on && !hub.registry().closed()) {
            cancel();
            Deadlines deadlines = hub.config().deadlines();
            Duration wait = Backoff.wait(
                    deadlines.firstRetry(),
                    deadlines.lastRetry(),
                    Math.max(0, failures - 1),
                    ThreadLocalRandom.current().nextDouble());
            next = hub.loop().schedule(lane::dial, wait.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void cancel() {
        if (next != null) {
            next.cancel(false);
            next = null;
        }
    }
}
