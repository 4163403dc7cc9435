package dev.zorya.channel.engine;

import dev.zorya.channel.core.Input;
import dev.zorya.channel.core.ProposalReceived;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.WireIdentity;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The channels of this engine by key and by id, members of trees among them. */
final class Directory {
    private final Map<ProposalId, Channel> byKey = new ConcurrentHashMap<>();
    private final Map<ChannelId, Seat> byId = new ConcurrentHashMap<>();
    private final EarlyMessages early;
    private volatile boolean closed;

    Directory(EarlyMessages early) {
        this.early = early;
    }

    /** False if the key is taken: keys of peers are chosen by them. */
    boolean add(ProposalId key, Channel channel) {
        return byKey.putIfAbsent(key, channel) == null;
    }

    /** Our own random share is in every id, so no peer can make one that is taken. What came too early is delivered now. */
    void name(ChannelId id, Seat seat) {
        byId.put(id, seat);
        deliverEarly(id, seat);
    }

    /** A message for a channel that has no name yet. It may get one at this very moment. */
    void keep(ChannelId id, WireIdentity peer, Message message) {
        early.keep(id, peer, message);
        find(id).ifPresent(seat -> deliverEarly(id, seat));
    }

    private void deliverEarly(ChannelId id, Seat seat) {
        early.taken(id, seat.dossier().peer()).forEach(m -> seat.put(new Input.FromPeer(m)));
    }

    /** Proposals of this peer that nobody has decided on. */
    long waiting(WireIdentity peer) {
        return with(peer).mapToLong(Directory::undecided).sum();
    }

    /** Proposals of all peers that nobody has decided on. */
    long waiting() {
        return all().mapToLong(Directory::undecided).sum();
    }

    private static long undecided(Channel channel) {
        return channel.tree().members().values().stream()
                .filter(ProposalReceived.class::isInstance)
                .count();
    }

    /** A declined proposal leaves nothing behind. */
    void forget(ProposalId key) {
        byKey.remove(key);
    }

    /** Stops all channels, and makes {@link #isClosed} true for those that are being made. */
    void close() {
        closed = true;
        all().forEach(Channel::stop);
    }

    boolean isClosed() {
        return closed;
    }

    Optional<Seat> find(ProposalId key) {
        return Optional.ofNullable(byKey.get(key)).map(channel -> new Seat(channel, key));
    }

    Optional<Seat> find(ChannelId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Each tree once. */
    Stream<Channel> all() {
        return byKey.entrySet().stream()
                .filter(entry -> entry.getValue().tree().root().equals(entry.getKey()))
                .map(Map.Entry::getValue);
    }

    Stream<Channel> with(WireIdentity peer) {
        return all().filter(
                        channel -> channel.tree().rootState().dossier().peer().equals(peer));
    }
}
