package dev.zorya.node.peer;

import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.storage.Settings;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Ethereum address that each wire identity showed first, kept in the store. */
final class Pins {
    private static final Logger LOG = LoggerFactory.getLogger(Pins.class);
    private static final String KEY = "peer.participant.";

    private final Settings store;
    private final Map<WireIdentity, Bytes> known = new ConcurrentHashMap<>();

    Pins(Settings store) {
        this.store = store;
    }

    Optional<Bytes> find(WireIdentity identity) {
        Bytes found = known.get(identity);
        return found == null ? stored(identity) : Optional.of(found);
    }

    /** What this identity showed first; that is {@code address} if it is the first. */
    Bytes keep(WireIdentity identity, Bytes address) {
        Optional<Bytes> before = find(identity);
        if (before.isPresent()) {
            return before.get();
        }
        Bytes first = known.putIfAbsent(identity, address);
        if (first != null) {
            return first;
        }
        try {
            store.put(key(identity), address.hex());
        } catch (StoreException e) {
            LOG.warn("an address is known only until the end: {}", e.getMessage());
        }
        return address;
    }

    private Optional<Bytes> stored(WireIdentity identity) {
        try {
            return store.get(key(identity)).map(Bytes::fromHex);
        } catch (StoreException | MalformedException e) {
            LOG.warn("an address of earlier cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static String key(WireIdentity identity) {
        return KEY + identity.only().map(Bytes::hex).orElse("");
    }
}
