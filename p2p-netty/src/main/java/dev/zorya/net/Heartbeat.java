package dev.zorya.net;

import dev.zorya.channel.message.Control;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Notices a peer that is gone without a word, which TCP alone tells after minutes. Only towards Zoryas: go-perun does
 * not answer pings (OFFCHAIN.md 2.6), there TCP keep-alive has to do.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what becomes of it arrives as an event of the channel
final class Heartbeat {
    private static final int BEATS_UNTIL_DEAD = 3;

    /** Our own sends at most one ping a heartbeat; more than these in one second are an attack (THREATS.md 52). */
    private static final int PINGS_PER_SECOND = 20;

    private final Hub hub;
    private final Link link;
    private final EnvelopeReader reader;
    private @Nullable Future<?> timer;
    private boolean stopped;
    private long secondStarted = System.nanoTime();
    private int pings;

    Heartbeat(Hub hub, Link link, EnvelopeReader reader) {
        this.hub = hub;
        this.link = link;
        this.reader = reader;
    }

    void start() {
        Duration interval = hub.config().deadlines().heartbeat();
        timer = hub.loop().schedule(this::beat, interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    void stop() {
        stopped = true;
        if (timer != null) {
            timer.cancel(false);
        }
    }

    private void beat() {
        long interval = hub.config().deadlines().heartbeat().toNanos();
        long silence = System.nanoTime() - reader.lastRead();
        if (!reader.paused() && silence >= interval * BEATS_UNTIL_DEAD) {
            link.close("silent for too long");
            return;
        }
        if (silence >= interval) {
            ping();
        }
        start();
    }

    /** Asks once and gives up unless anything comes back in time. */
    void probe() {
        if (stopped || reader.paused()) {
            return;
        }
        long asked = System.nanoTime();
        ping();
        hub.loop()
                .schedule(
                        () -> {
                            if (!stopped && !reader.paused() && reader.lastRead() - asked < 0) {
                                link.close("does not answer, and wants to connect anew");
                            }
                        },
                        hub.config().deadlines().probe().toNanos(),
                        TimeUnit.NANOSECONDS);
    }

    private void ping() {
        link.writeNow(new Control.Ping(System.currentTimeMillis() * 1_000_000));
    }

    /** Answers a ping, or returns false if there are too many. */
    boolean answer(Control.Ping ping) {
        long now = System.nanoTime();
        if (now - secondStarted >= TimeUnit.SECONDS.toNanos(1)) {
            secondStarted = now;
            pings = 0;
        }
        if (++pings > PINGS_PER_SECOND) {
            return false;
        }
        link.writeNow(new Control.Pong(ping.created()));
        return true;
    }
}
