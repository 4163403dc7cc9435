package dev.zorya.net;

import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.value.WireIdentity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One lane, and so at most one connection, for each peer (OFFCHAIN.md 2.4). */
final class Registry {
    private static final Logger LOG = LoggerFactory.getLogger(Registry.class);

    private final Hub hub;
    private final ConcurrentMap<WireIdentity, Lane> lanes = new ConcurrentHashMap<>();
    private volatile boolean closed;

    Registry(Hub hub) {
        this.hub = hub;
    }

    boolean closed() {
        return closed;
    }

    /** Any thread. Order of calls from one thread is order on the wire. */
    void send(WireIdentity peer, Outgoing message) {
        if (closed) {
            message.failed(Refusals.closed());
            return;
        }
        // Within compute, so that an idle lane is not forgotten between being found and being used.
        Lane lane = lanes.compute(peer, (key, found) -> {
            Lane used = found == null ? new Lane(hub, peer) : found;
            used.add(message);
            return used;
        });
        try {
            lane.wake();
        } catch (RejectedExecutionException e) {
            lane.fail(Refusals.closed());
        }
    }

    Lane lane(WireIdentity peer) {
        return lanes.computeIfAbsent(peer, key -> new Lane(hub, peer));
    }

    void forgetIfIdle(WireIdentity peer) {
        lanes.computeIfPresent(peer, (key, lane) -> lane.idle() ? null : lane);
    }

    /** A new connection with a proven peer: takes the place of an old one or goes, by the order of the names. */
    void install(Link newcomer) {
        WireIdentity peer = newcomer.peer();
        if (closed) {
            newcomer.closeQuietly();
            return;
        }
        Lane lane = lane(peer);
        Link old = lane.link();
        if (old != null && old.active()) {
            if (TieBreak.newcomerGoes(hub.self().name(), Self.name(peer), newcomer.dialled())) {
                newcomer.retire();
                old.probe();
                lane.pump();
                return;
            }
            old.retire();
        }
        lane.install(newcomer);
        notify(peer, true);
        lane.pump();
    }

    void gone(Link link) {
        Lane lane = lanes.get(link.peer());
        if (lane != null && lane.link() == link) {
            lane.lost(link);
            notify(link.peer(), false);
        }
    }

    void writable(Link link) {
        Lane lane = lanes.get(link.peer());
        if (lane != null && lane.link() == link) {
            lane.pump();
        }
    }

    /** A stranger who comes back in place of an old connection takes no further room. */
    boolean strangerFits(WireIdentity peer) {
        Lane lane = lanes.get(peer);
        return (lane != null && lane.link() != null)
                || lanes.entrySet().stream()
                                .filter(entry -> entry.getValue().link() != null)
                                .filter(entry ->
                                        hub.peers().find(entry.getKey()).isEmpty())
                                .count()
                        < hub.config().limits().strangers();
    }

    void deliver(Envelope envelope) {
        try {
            hub.receiver().received(envelope);
        } catch (RuntimeException e) {
            LOG.error("The receiver did not take a message of {}", Self.label(envelope.sender()), e);
        }
    }

    private void notify(WireIdentity peer, boolean up) {
        try {
            hub.receiver().connection(peer, up);
        } catch (RuntimeException e) {
            LOG.error("The receiver did not take the news about {}", Self.label(peer), e);
        }
    }

    Optional<Fingerprint> shown(WireIdentity peer) {
        Lane lane = lanes.get(peer);
        Link link = lane == null ? null : lane.link();
        return link == null ? Optional.empty() : link.shown();
    }

    int disconnect() {
        List<Link> open =
                lanes.values().stream().map(Lane::link).filter(Objects::nonNull).toList();
        open.forEach(link -> link.close("asked to"));
        return open.size();
    }

    int size() {
        return lanes.size();
    }

    void shutDown() {
        closed = true;
        lanes.values().forEach(Lane::shutDown);
    }
}
