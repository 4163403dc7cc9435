package dev.zorya.channel.sim;

import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.perunio.Perunio;
import dev.zorya.channel.port.Bus;
import dev.zorya.channel.port.BusException;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.WireIdentity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Connects many wallets in one process. Everything goes through one queue in the order of sending; the queue runs by itself
 * or, paused, one delivery at a time. Messages are encoded and decoded, so that nothing travels that a socket could not carry.
 */
public final class MemoryNetwork {
    /** What becomes of a message. */
    public enum Fate {
        DELIVER,
        DROP,
        TWICE
    }

    private record Pair(Set<WireIdentity> ends) {
        static Pair of(WireIdentity one, WireIdentity other) {
            return new Pair(Set.of(one, other));
        }
    }

    /** @param carried null for news about the connection itself */
    private record Delivery(
            Bus.Receiver to, Pair pair, @Nullable Envelope carried, boolean up, WireIdentity from) {}

    private final Perunio perunio;
    private final Map<WireIdentity, MemoryBus> buses = new HashMap<>();
    private final Set<Pair> connected = new HashSet<>();
    private final Set<Pair> cut = new HashSet<>();
    private final Deque<Delivery> queue = new ArrayDeque<>();
    private final List<Envelope> sent = new ArrayList<>();
    private Function<Envelope, Fate> rule = envelope -> Fate.DELIVER;
    private boolean paused;
    private boolean pumping;

    public MemoryNetwork(Perunio perunio) {
        this.perunio = perunio;
    }

    /** A fresh plug for this wallet; an older one of the same wallet is pulled. */
    public synchronized Bus plug(WireIdentity self) {
        unplug(self);
        MemoryBus bus = new MemoryBus(self);
        buses.put(self, bus);
        return bus;
    }

    /** The process behind this identity is gone. */
    public void unplug(WireIdentity self) {
        synchronized (this) {
            List.copyOf(connected).stream()
                    .filter(pair -> pair.ends().contains(self))
                    .forEach(this::disconnect);
            buses.remove(self);
            queue.removeIf(d -> d.pair().ends().contains(self)
                    && (d.carried() != null || !d.from().equals(self)));
        }
        pump();
    }

    /** Both directions fail from now on, and what is on its way is lost. */
    public void cut(WireIdentity one, WireIdentity other) {
        synchronized (this) {
            Pair pair = Pair.of(one, other);
            cut.add(pair);
            disconnect(pair);
        }
        pump();
    }

    /** The line works again and the two find each other. */
    public void join(WireIdentity one, WireIdentity other) {
        synchronized (this) {
            cut.remove(Pair.of(one, other));
            if (reachable(one, other)) {
                connect(Pair.of(one, other));
            }
        }
        pump();
    }

    /** The connection breaks and comes back at once: what is on its way is lost. */
    public void glitch(WireIdentity one, WireIdentity other) {
        cut(one, other);
        join(one, other);
    }

    /** Decides on each message when it is sent. */
    public synchronized void treat(Function<Envelope, Fate> each) {
        rule = each;
    }

    public synchronized void pause() {
        paused = true;
    }

    public void resume() {
        synchronized (this) {
            paused = false;
        }
        pump();
    }

    /** Returns when everything that was in the queue has been taken out of it. */
    public void flush() {
        while (true) {
            synchronized (this) {
                if (queue.isEmpty()) {
                    return;
                }
            }
            Thread.onSpinWait();
        }
    }

    /** Delivers the oldest thing in the queue; false if there is none. */
    public boolean deliverOne() {
        Delivery next;
        synchronized (this) {
            next = queue.poll();
        }
        if (next != null) {
            hand(next);
        }
        return next != null;
    }

    /** A message that its sender never meant to send, over a connection that is proven to be the sender's. */
    public void inject(WireIdentity sender, WireIdentity recipient, Message message) {
        synchronized (this) {
            MemoryBus far = buses.get(recipient);
            if (far != null && far.receiver != null) {
                Envelope envelope = new Envelope(sender, recipient, message);
                queue.add(new Delivery(far.receiver, Pair.of(sender, recipient), envelope, true, sender));
            }
        }
        pump();
    }

    /** All messages that were ever handed over to be sent, also those that were lost later. */
    public synchronized List<Envelope> sent() {
        return List.copyOf(sent);
    }

    private boolean reachable(WireIdentity one, WireIdentity other) {
        MemoryBus near = buses.get(one);
        MemoryBus far = buses.get(other);
        return near != null
                && far != null
                && near.receiver != null
                && far.receiver != null
                && !cut.contains(Pair.of(one, other));
    }

    private void connect(Pair pair) {
        if (connected.add(pair)) {
            news(pair, true);
        }
    }

    private void disconnect(Pair pair) {
        queue.removeIf(d -> d.pair().equals(pair) && d.carried() != null);
        if (connected.remove(pair)) {
            news(pair, false);
        }
    }

    private void news(Pair pair, boolean up) {
        for (WireIdentity end : pair.ends()) {
            WireIdentity other =
                    pair.ends().stream().filter(o -> !o.equals(end)).findFirst().orElseThrow();
            MemoryBus bus = buses.get(end);
            if (bus != null && bus.receiver != null) {
                queue.add(new Delivery(bus.receiver, pair, null, up, other));
            }
        }
    }

    /** One thread at a time empties the queue, so that the order holds. */
    private void pump() {
        synchronized (this) {
            if (paused || pumping || queue.isEmpty()) {
                return;
            }
            pumping = true;
        }
        Thread.startVirtualThread(() -> {
            while (true) {
                Delivery next;
                synchronized (this) {
                    next = paused ? null : queue.poll();
                    if (next == null) {
                        pumping = false;
                        return;
                    }
                }
                hand(next);
            }
        });
    }

    private static void hand(Delivery next) {
        if (next.carried() == null) {
            next.to().connection(next.from(), next.up());
        } else {
            next.to().received(next.carried());
        }
    }

    private final class MemoryBus implements Bus {
        private final WireIdentity self;
        private @Nullable Receiver receiver;

        private MemoryBus(WireIdentity self) {
            this.self = self;
        }

        @Override
        public void subscribe(Receiver one) {
            synchronized (MemoryNetwork.this) {
                receiver = one;
            }
        }

        @Override
        public CompletionStage<Void> connect(WireIdentity peer) {
            synchronized (MemoryNetwork.this) {
                if (!reachable(self, peer)) {
                    return CompletableFuture.failedFuture(
                            new BusException(BusException.Reason.OFFLINE, "nobody answers"));
                }
                MemoryNetwork.this.connect(Pair.of(self, peer));
            }
            pump();
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> send(WireIdentity recipient, Message message) {
            Message carried = perunio.message(Bytes.wrap(Perunio.encode(message)));
            synchronized (MemoryNetwork.this) {
                if (!reachable(self, recipient) || buses.get(self) != this) {
                    return CompletableFuture.failedFuture(
                            new BusException(BusException.Reason.OFFLINE, "nobody answers"));
                }
                Pair pair = Pair.of(self, recipient);
                MemoryNetwork.this.connect(pair);
                Envelope envelope = new Envelope(self, recipient, carried);
                sent.add(envelope);
                Receiver far = Objects.requireNonNull(buses.get(recipient)).receiver;
                Fate fate = rule.apply(envelope);
                for (int copies = fate == Fate.DROP ? 0 : fate == Fate.TWICE ? 2 : 1; copies > 0; copies--) {
                    queue.add(new Delivery(Objects.requireNonNull(far), pair, envelope, true, self));
                }
            }
            pump();
            return CompletableFuture.completedFuture(null);
        }
    }
}
