package dev.zorya.net;

import dev.zorya.channel.port.BusException;
import dev.zorya.channel.value.WireIdentity;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The way to one peer: the messages that wait for it, in order, and the connection that takes them. Messages are added
 * on any thread; all else happens on the network thread. What is queued when it gets to run goes out with one flush, and
 * a single message is not delayed for company.
 */
@SuppressWarnings("FutureReturnValueIgnored") // completion is only counted
final class Lane {
    private final Hub hub;
    private final WireIdentity peer;
    private final Queue<Outgoing> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger queued = new AtomicInteger();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Reconnect reconnect;
    private @Nullable Link link;
    private boolean dialling;
    private boolean paused;

    Lane(Hub hub, WireIdentity peer) {
        this.hub = hub;
        this.peer = peer;
        reconnect = new Reconnect(hub, this);
    }

    /** Any thread. A message that does not fit fails at once (THREATS.md 52). */
    void add(Outgoing message) {
        int size = message.frame().length;
        if (queued.addAndGet(size) > hub.config().limits().queuedBytes()) {
            queued.addAndGet(-size);
            message.failed(Refusals.stalled(peer));
            return;
        }
        message.done().whenComplete((nothing, why) -> queued.addAndGet(-size));
        waiting.add(message);
    }

    /** Any thread. */
    void wake() {
        if (scheduled.compareAndSet(false, true)) {
            hub.loop().execute(this::pump);
        }
    }

    void pump() {
        scheduled.set(false);
        if (hub.registry().closed()) {
            fail(Refusals.closed());
        } else if (link != null) {
            write(link);
        } else if (!waiting.isEmpty()) {
            dial();
        } else {
            hub.registry().forgetIfIdle(peer);
        }
    }

    private void write(Link to) {
        boolean wrote = false;
        while (to.writable()) {
            Outgoing next = waiting.poll();
            if (next == null) {
                break;
            }
            if (next.empty()) {
                next.sent();
            } else {
                to.write(next);
                wrote = true;
            }
        }
        if (wrote) {
            to.flush();
        }
    }

    /** Sends and reconnecting share one dial (OFFCHAIN.md 2.4). */
    void dial() {
        if (dialling || link != null) {
            return;
        }
        dialling = true;
        Dial.start(hub, peer, new DialResult() {
            @Override
            public void connected(Link dialled) {
                dialling = false;
                hub.registry().install(dialled);
            }

            @Override
            public void failed(BusException why) {
                dialling = false;
                if (link == null) {
                    fail(why);
                    reconnect.failed(why.reason());
                    pump();
                }
            }
        });
    }

    @Nullable
    Link link() {
        return link;
    }

    void install(Link newcomer) {
        link = newcomer;
        reconnect.up();
        if (paused) {
            newcomer.pause();
        }
        newcomer.open();
    }

    /** The connection ended. What was not handed to it waits for the next one, unless the peer takes nothing. */
    void lost(Link gone) {
        link = null;
        if (gone.stalled()) {
            fail(Refusals.stalled(peer));
        }
        reconnect.lost();
        pump();
    }

    void pause(boolean on) {
        paused = on;
        if (link != null && on) {
            link.pause();
        } else if (link != null) {
            link.resume();
        }
    }

    void keep(boolean on) {
        if (on) {
            reconnect.start();
        } else {
            reconnect.stop();
            pump();
        }
    }

    boolean idle() {
        return link == null && !dialling && !paused && !reconnect.on() && waiting.isEmpty();
    }

    void fail(BusException why) {
        for (Outgoing next = waiting.poll(); next != null; next = waiting.poll()) {
            next.failed(why);
        }
    }

    void shutDown() {
        reconnect.stop();
        fail(Refusals.closed());
        if (link != null) {
            link.closeQuietly();
        }
    }
}
