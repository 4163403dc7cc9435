package dev.zorya.channel.engine;

import dev.zorya.channel.core.Input;
import dev.zorya.channel.core.ProposalReceived;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.WireIdentity;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The channels of this engine by key and by id. */
final class Directory {
    private final Map<ProposalId, Channel> byKey = new ConcurrentHashMap<>();
    private final Map<ChannelId, Channel> byId = new ConcurrentHashMap<>();
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
    void name(ChannelId id, Channel channel) {
        byId.put(id, channel);
        deliverEarly(id, channel);
    }

    /** A message for a channel that has no name yet. It may get one at this very moment. */
    void keep(ChannelId id, WireIdentity peer, Message message) {
        early.keep(id, peer, message);
        find(id).ifPresent(channel -> deliverEarly(id, channel));
    }

    private void deliverEarly(ChannelId id, Channel channel) {
        early.taken(id, channel.state().dossier().peer()).forEach(m -> channel.put(new Input.FromPeer(m)));
    }

    /** Proposals of this peer that nobody has decided on. */
    long waiting(WireIdentity peer) {
        return with(peer).stream().filter(Directory::isUndecided).count();
    }

    /** Proposals of all peers that nobody has decided on. */
    long waiting() {
        return byKey.values().stream().filter(Directory::isUndecided).count();
    }

    private static boolean isUndecided(Channel channel) {
        return channel.state() instanceof ProposalReceived;
    }

    /** A declined proposal leaves nothing behind. */
    void forget(ProposalId key) {
        byKey.remove(key);
    }

    /** Stops all channels, and makes {@link #isClosed} true for those that are being made. */
    void close() {
        closed = true;
        byKey.values().forEach(Channel::stop);
    }

    boolean isClosed() {
        return closed;
    }

    Optional<Channel> find(ProposalId key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Optional<Channel> find(ChannelId id) {
        return Optional.ofNullable(byId.get(id));
    }

    Collection<Channel> all() {
        return byKey.values();
    }

    List<Channel> with(WireIdentity peer) {
        return byKey.values().stream()
                .filter(c -> c.state().dossier().peer().equals(peer))
                .toList();
    }
}
