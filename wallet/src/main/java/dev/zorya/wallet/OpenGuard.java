package dev.zorya.wallet;

import dev.zorya.channel.core.Apps;
import dev.zorya.channel.core.Limits;
import dev.zorya.channel.engine.Engine;
import dev.zorya.channel.engine.EngineConfig;
import dev.zorya.channel.engine.EngineEvent;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.ethereum.ledger.EthereumLedger;
import dev.zorya.storage.WalletStore;
import dev.zorya.wallet.api.ChannelDetail;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.CopyHealth;
import dev.zorya.wallet.api.Guard;
import dev.zorya.wallet.api.GuardReport;
import dev.zorya.wallet.api.Health;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletInfo;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The engine with a ledger and a store and nobody to talk to: what is left of it is the watcher. */
final class OpenGuard implements Guard {
    private static final InstantSource CLOCK = InstantSource.system();

    private final WalletFolder folder;
    private final HealthReader health;
    private final ChannelList list;
    private final Watch watch;
    private final Events events;
    private final AutoCloseable[] parts;
    private final AtomicBoolean closed = new AtomicBoolean();

    private OpenGuard(
            WalletFolder folder,
            HealthReader health,
            ChannelList list,
            Watch watch,
            Events events,
            AutoCloseable... parts) {
        this.folder = folder;
        this.health = health;
        this.list = list;
        this.watch = watch;
        this.events = events;
        this.parts = parts;
    }

    /** On failure the keys, the store and the chain are closed. */
    static OpenGuard join(WalletFolder folder, KeyRing keys, WalletStore store, Chain chain) throws WalletException {
        Events events = new Events();
        try {
            return join(folder, keys, store, chain, events);
        } catch (StoreException e) {
            Closing.all(events, store, keys, chain);
            throw Causes.of(e);
        }
    }

    private static OpenGuard join(WalletFolder folder, KeyRing keys, WalletStore store, Chain chain, Events events)
            throws StoreException {
        Contacts contacts = Contacts.load(store.contacts());
        Coins coins = new Coins(chain.config().assets(), chain.config().chainId(), chain.play());
        ChannelViews views =
                new ChannelViews(coins, contacts, new Slowness(CLOCK), new Disputes(store.activity(), coins));
        EthereumLedger ledger = EthereumLedger.start(chain.config(), keys.perun(), store.ledger(), CLOCK);
        CompletableFuture<Consumer<EngineEvent>> listener = new CompletableFuture<>();
        Engine engine = Restoring.engine(
                store,
                new EngineConfig(
                        keys.wireAddress().identity(),
                        ledger,
                        keys.perun(),
                        new Solitude(),
                        store.channels(),
                        question -> CompletableFuture.completedFuture(new Decision.Decline("a guard decides nothing")),
                        CLOCK,
                        new SecureRandom(),
                        chain.play() ? Limits.PRACTICE : Limits.REAL,
                        Apps.NONE),
                event -> listener.join().accept(event));
        ChannelList list =
                new ChannelList(engine, store.channels(), views, new Timeline(store.activity(), views), coins);
        HealthReader health = new HealthReader(ledger, engine, contacts, "", () -> CopyHealth.NONE);
        listener.complete(event -> tell(event, list, events));
        ledger.onHealth(
                now -> events.publishOnce(health, () -> Optional.of(new WalletEvent.HealthChanged(health.now()))));
        Watch watch = new Watch(store.activity(), engine, list, ledger, coins);
        return new OpenGuard(folder, health, list, watch, events, engine, ledger, store, keys, events, chain, folder);
    }

    private static void tell(EngineEvent event, ChannelList list, Events events) {
        Troubles.of(event).ifPresent(problem -> events.publish(new WalletEvent.Trouble(problem)));
        switch (event) {
            case EngineEvent.ChannelChanged changed -> changed(changed.channel().key(), events);
            case EngineEvent.Disputed disputed -> changed(disputed.key(), events);
            case EngineEvent.LedgerReported report -> changed(report.key(), events);
            case EngineEvent.Quarantined quarantined -> {
                list.stopped(quarantined.key());
                changed(quarantined.key(), events);
            }
            case EngineEvent.StoreTrouble trouble -> {}
            case EngineEvent.PaymentChanged changed -> {}
            case EngineEvent.RequestReceived request -> {}
            case EngineEvent.RequestDeclined answer -> {}
            case EngineEvent.PeerConnection connection -> {}
        }
    }

    private static void changed(ProposalId key, Events events) {
        events.publishOnce(key, () -> Optional.of(new WalletEvent.ChannelChanged(key.toString())));
    }

    @Override
    public WalletInfo info() {
        return folder.file().info(folder.path());
    }

    @Override
    public Health health() {
        return health.now();
    }

    @Override
    public List<ChannelView> channels() throws WalletException {
        return list.all();
    }

    @Override
    public ChannelDetail channel(String key) throws WalletException {
        return list.detail(key);
    }

    @Override
    public GuardReport guarded() throws WalletException {
        return watch.report();
    }

    @Override
    public boolean isWanted() {
        return folder.lock().isWanted();
    }

    @Override
    public AutoCloseable subscribe(Consumer<WalletEvent> listener) {
        return events.subscribe(listener);
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            Closing.all(parts);
        }
    }
}
