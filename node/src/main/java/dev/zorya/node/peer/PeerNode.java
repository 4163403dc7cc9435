package dev.zorya.node.peer;

import dev.zorya.channel.codec.Codec;
import dev.zorya.channel.perunio.Perunio;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.protobuf.Protobuf;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.wire.SimpleAddress;
import dev.zorya.channel.wire.WireKey;
import dev.zorya.ethereum.ledger.EthereumLedger;
import dev.zorya.net.BusConfig;
import dev.zorya.net.Endpoint;
import dev.zorya.net.ListenException;
import dev.zorya.net.Security;
import dev.zorya.net.TlsBus;
import dev.zorya.node.peer.Failure.Kind;
import dev.zorya.storage.WalletStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of one peer. Those below the engine are there from the start, the engine from the moment when there are contracts. */
final class PeerNode implements AutoCloseable {
    private final Settings settings;
    private final Lines lines;
    private final StoreFolder folder;
    private final WalletStore store;
    private final SimpleAddress own;
    private final TlsBus bus;
    private final SharedBus shared;
    private final PeerTable peers;
    private final RulePolicy policy;
    private final long chainId;
    private final Stats stats = new Stats();
    private volatile @Nullable Channels channels;

    private PeerNode(
            Settings settings,
            Lines lines,
            StoreFolder folder,
            WalletStore store,
            WireKey wireKey,
            Security security,
            long chainId)
            throws ListenException {
        this.settings = settings;
        this.lines = lines;
        this.folder = folder;
        this.store = store;
        this.own = wireKey.address(settings.name());
        this.chainId = chainId;
        this.peers = new PeerTable(new Pins(store.settings()));
        settings.peers().forEach(peers::add);
        this.policy = new RulePolicy(settings.policy(), peers, new Incoming(this));
        this.bus = TlsBus.open(BusConfig.of(own, wireKey, codec(), security, settings.listen()), peers);
        this.shared = new SharedBus(bus);
    }

    static PeerNode open(Settings settings, Lines lines)
            throws IOException, StoreException, LedgerException, ListenException {
        long chainId = EthereumLedger.chainId(settings.chain().http());
        StoreFolder folder = StoreFolder.of(settings.persist());
        WalletStore store = WalletStore.open(folder.path());
        try {
            return new PeerNode(
                    settings,
                    lines,
                    folder,
                    store,
                    settings.keyFiles().wire(folder.path()),
                    security(settings, folder.path()),
                    chainId);
        } catch (IOException | ListenException | RuntimeException e) {
            store.close();
            folder.close();
            throw e;
        }
    }

    private static Security security(Settings settings, Path folder) throws IOException {
        return switch (settings.transport()) {
            case TLS -> settings.keyFiles().tls(folder);
            case PLAIN -> new Security.PlainLoopback();
        };
    }

    private Codec codec() {
        return switch (settings.serializer()) {
            case PERUNIO -> new Perunio(this::knowsApp);
            case PROTOBUF -> new Protobuf(this::knowsApp);
        };
    }

    private boolean knowsApp(Bytes app) {
        Channels present = channels;
        return present != null && present.contracts().apps().contains(app);
    }

    /**
     * Works with these contracts from now on.
     *
     * @throws Failure of kind chain if they are not known ones, of kind other if there are channels with others already
     */
    synchronized Channels use(Contracts contracts) throws Failure {
        Channels present = channels;
        if (present != null && present.contracts().equals(contracts)) {
            return present;
        }
        if (present != null && !present.engine().channels().isEmpty()) {
            throw new Failure(Kind.OTHER, "There are channels with other contracts already.");
        }
        try {
            Optional.ofNullable(present).ifPresent(Channels::close);
            Channels next = Channels.start(this, contracts);
            channels = next;
            next.begin();
            return next;
        } catch (LedgerException | StoreException e) {
            throw Failures.of(e);
        }
    }

    /** The part that has channels. */
    Channels channels() throws Failure {
        return begun().orElseThrow(
                        () -> new Failure(Kind.OTHER, "No contracts are set; say deploy or contracts first."));
    }

    Optional<Channels> begun() {
        return Optional.ofNullable(channels);
    }

    Settings settings() {
        return settings;
    }

    Lines lines() {
        return lines;
    }

    WalletStore store() {
        return store;
    }

    SimpleAddress own() {
        return own;
    }

    Endpoint host() {
        return new Endpoint(settings.listen().host(), bus.port());
    }

    TlsBus transport() {
        return bus;
    }

    SharedBus bus() {
        return shared;
    }

    PeerTable peers() {
        return peers;
    }

    RulePolicy policy() {
        return policy;
    }

    long chainId() {
        return chainId;
    }

    Stats stats() {
        return stats;
    }

    @Override
    public void close() {
        begun().ifPresent(Channels::close);
        bus.close();
        store.close();
        folder.close();
    }
}
