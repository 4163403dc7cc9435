package dev.zorya.benchmarks;

import dev.zorya.channel.core.Apps;
import dev.zorya.channel.core.Limits;
import dev.zorya.channel.crypto.EthereumKey;
import dev.zorya.channel.engine.Engine;
import dev.zorya.channel.engine.EngineConfig;
import dev.zorya.channel.engine.EngineEvent;
import dev.zorya.channel.perunio.Perunio;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.channel.wire.SimpleAddress;
import dev.zorya.channel.wire.WireKey;
import dev.zorya.ethereum.Deployment;
import dev.zorya.ethereum.ledger.EthereumLedger;
import dev.zorya.net.BusConfig;
import dev.zorya.net.Endpoint;
import dev.zorya.net.Fingerprint;
import dev.zorya.net.KnownPeer;
import dev.zorya.net.Security;
import dev.zorya.net.TlsBus;
import dev.zorya.net.TlsKey;
import dev.zorya.storage.WalletStore;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** One side of the measurement: engine, TLS, SQLite and ledger as in a wallet, with a policy that accepts everything. */
final class BenchPeer implements AutoCloseable {
    /**
     * What the other side must know to reach and recognise this one; one line of text between the processes.
     *
     * @param account 20 bytes
     */
    record Card(WireIdentity identity, String host, int port, Fingerprint pin, Bytes account) {
        String line() {
            return identity.only().orElseThrow().hex() + " " + host + " " + port + " "
                    + pin.sha256().hex() + " " + account.hex();
        }

        static Card parse(String line) {
            String[] parts = line.split(" ");
            return new Card(
                    WireIdentity.single(Bytes.fromHex(parts[0])),
                    parts[1],
                    Integer.parseInt(parts[2]),
                    new Fingerprint(Bytes.fromHex(parts[3])),
                    Bytes.fromHex(parts[4]));
        }
    }

    private final Map<WireIdentity, KnownPeer> known = new ConcurrentHashMap<>();
    private final WalletStore store;
    private final EthereumLedger ledger;
    private final TlsBus bus;
    private final Engine engine;
    private final Card card;

    BenchPeer(
            String name,
            EthereumKey key,
            Path folder,
            URI http,
            URI webSocket,
            Deployment contracts,
            Consumer<EngineEvent> listener)
            throws Exception {
        SecureRandom random = new SecureRandom();
        WireKey wireKey = WireKey.generate(random);
        SimpleAddress own = wireKey.address(name);
        TlsKey tls = TlsKey.create();
        store = WalletStore.open(folder);
        ledger = EthereumLedger.start(contracts.practice(http, webSocket), key, store.ledger(), InstantSource.system());
        bus = TlsBus.open(
                BusConfig.of(
                        own,
                        wireKey,
                        new Perunio(dev.zorya.channel.codec.Apps.NONE),
                        new Security.Tls(tls),
                        new Endpoint("127.0.0.1", 0)),
                identity -> Optional.ofNullable(known.get(identity)));
        card = new Card(own.identity(), "127.0.0.1", bus.port(), tls.fingerprint(), key.address());
        engine = Engine.start(
                new EngineConfig(
                        own.identity(),
                        ledger,
                        key,
                        bus,
                        store.channels(),
                        question -> CompletableFuture.completedFuture(new Decision.Accept()),
                        InstantSource.system(),
                        random,
                        Limits.PRACTICE,
                        Apps.NONE),
                listener);
    }

    Card card() {
        return card;
    }

    Engine engine() {
        return engine;
    }

    void knows(Card other) {
        known.put(other.identity(), new KnownPeer(new Endpoint(other.host(), other.port()), other.pin(), true));
    }

    @Override
    public void close() throws Exception {
        engine.close();
        bus.close();
        ledger.close();
        store.close();
    }
}
