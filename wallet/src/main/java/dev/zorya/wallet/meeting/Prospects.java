package dev.zorya.wallet.meeting;

import dev.zorya.channel.value.WireIdentity;
import dev.zorya.net.Endpoint;
import dev.zorya.net.Fingerprint;
import dev.zorya.net.KnownPeer;
import dev.zorya.net.Peers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Contacts first, then those whom we dial to become contacts: their TLS key is pinned before the first word (THREATS.md 53). */
public final class Prospects implements Peers {
    private final Peers contacts;
    private final Map<WireIdentity, KnownPeer> prospects = new ConcurrentHashMap<>();

    public Prospects(Peers contacts) {
        this.contacts = contacts;
    }

    void add(WireIdentity wire, Endpoint at, Fingerprint tls) {
        prospects.put(wire, new KnownPeer(at, tls, true));
    }

    void remove(WireIdentity wire) {
        prospects.remove(wire);
    }

    boolean isContact(WireIdentity wire) {
        return contacts.find(wire).isPresent();
    }

    @Override
    public Optional<KnownPeer> find(WireIdentity identity) {
        return contacts.find(identity).or(() -> Optional.ofNullable(prospects.get(identity)));
    }

    @Override
    public void shown(WireIdentity identity, Fingerprint key) {
        contacts.shown(identity, key);
    }
}
