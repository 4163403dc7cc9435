package dev.zorya.net;

import dev.zorya.channel.value.WireIdentity;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Contacts that a test can change while the bus runs. */
final class Directory implements Peers {
    private final Map<WireIdentity, KnownPeer> known = new ConcurrentHashMap<>();

    void put(WireIdentity identity, KnownPeer peer) {
        known.put(identity, peer);
    }

    @Override
    public Optional<KnownPeer> find(WireIdentity identity) {
        return Optional.ofNullable(known.get(identity));
    }

    /** As a wallet does: what was shown first is pinned. */
    @Override
    public void shown(WireIdentity identity, Fingerprint key) {
        known.computeIfPresent(identity, (id, peer) -> new KnownPeer(peer.address(), key, peer.zorya()));
    }
}
