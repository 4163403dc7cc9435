package dev.zorya.node.peer;

import dev.zorya.channel.crypto.AddressText;
import dev.zorya.channel.value.BackendId;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.channel.wire.SimpleAddress;
import dev.zorya.net.KnownPeer;
import dev.zorya.net.Peers;
import dev.zorya.node.peer.Failure.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Who is who: names, addresses, and the channel participant that each wire identity showed first. Another participant is refused
 * later (safety rule 6). TLS keys are not pinned: the protocol of rigs has certificates unchecked, and a peer that comes back from a
 * crash may show a new one.
 */
final class PeerTable implements Peers {
    private final Map<String, PeerEntry> byName = new ConcurrentSkipListMap<>();
    private final Map<WireIdentity, PeerEntry> byIdentity = new ConcurrentHashMap<>();
    private final Pins pins;

    PeerTable(Pins pins) {
        this.pins = pins;
    }

    void add(PeerEntry entry) {
        PeerEntry before = byName.put(entry.name(), entry);
        if (before != null) {
            byIdentity.remove(before.identity());
        }
        byIdentity.put(entry.identity(), entry);
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    PeerEntry named(String name) throws Failure {
        PeerEntry entry = byName.get(name);
        if (entry == null) {
            throw new Failure(Kind.OTHER, "No peer is called \"" + name + "\"; say add-peer first.");
        }
        return entry;
    }

    /** The name under which it was added, or that in its wire address. */
    String nameOf(WireIdentity identity) {
        PeerEntry entry = byIdentity.get(identity);
        return entry == null
                ? SimpleAddress.in(identity).map(SimpleAddress::text).orElse("")
                : entry.name();
    }

    @Override
    public Optional<KnownPeer> find(WireIdentity identity) {
        return Optional.ofNullable(byIdentity.get(identity)).map(entry -> new KnownPeer(entry.address(), null, false));
    }

    /** Who accepts for this identity, if it has shown that before. */
    Optional<Participant> participant(WireIdentity identity) {
        return pins.find(identity).map(Participant::ethereum);
    }

    /**
     * This identity says that it is this participant.
     *
     * @return why that cannot be, or nothing
     */
    Optional<String> pin(WireIdentity identity, Participant shown) {
        Optional<Bytes> address = shown.on(BackendId.ETHEREUM);
        if (address.isEmpty()) {
            return Optional.of("a participant without an Ethereum address");
        }
        Bytes first = pins.keep(identity, address.get());
        return first.equals(address.get())
                ? Optional.empty()
                : Optional.of(nameOf(identity) + " was " + AddressText.of(first) + " before and is now "
                        + AddressText.of(address.get()));
    }
}
