package dev.zorya.wallet.credential;

import dev.zorya.identity.EmbeddedIdentity;
import dev.zorya.storage.WalletStore;
import dev.zorya.wallet.api.WalletEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The desk of one person on a real store, which survives the desk. */
final class Desk implements AutoCloseable {
    final EmbeddedIdentity identity;
    final Map<String, String> contacts = new ConcurrentHashMap<>();
    final Map<String, String> moves = new ConcurrentHashMap<>();
    final Set<String> former = ConcurrentHashMap.newKeySet();
    final List<WalletEvent> events = new CopyOnWriteArrayList<>();
    private final WalletStore store;
    private final Post post;
    Duration later = Duration.ZERO;
    CredentialDesk desk;

    Desk(Path folder, int number, Post post) throws Exception {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) number);
        this.identity = EmbeddedIdentity.of(seed);
        this.post = post;
        this.store = WalletStore.open(Files.createDirectories(folder.resolve("desk" + number)));
        this.desk = open();
    }

    String did() {
        return identity.did();
    }

    void knows(Desk other, String name) {
        contacts.put(other.did(), name);
    }

    private CredentialDesk open() throws Exception {
        return CredentialDesk.open(new Surroundings(
                store.credentials(),
                identity,
                did -> Optional.ofNullable(contacts.get(did)),
                did -> moves.getOrDefault(did, did),
                did -> did.equals(identity.did()) || former.contains(did),
                post.of(did()),
                events::add,
                () -> Instant.now().plus(later)));
    }

    /** The program died and was started again. */
    void restart() throws Exception {
        desk = open();
        desk.resume();
    }

    /** A signature over anything, as a thief or a liar would make it. */
    String sign(String type, String claims) {
        return identity.sign(type, claims);
    }

    @Override
    public void close() {
        store.close();
    }
}
