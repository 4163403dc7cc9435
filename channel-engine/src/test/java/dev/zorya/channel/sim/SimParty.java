package dev.zorya.channel.sim;

import dev.zorya.channel.core.Limits;
import dev.zorya.channel.core.Payment;
import dev.zorya.channel.crypto.EthereumKey;
import dev.zorya.channel.crypto.Hashes;
import dev.zorya.channel.engine.Engine;
import dev.zorya.channel.engine.EngineConfig;
import dev.zorya.channel.engine.EngineEvent;
import dev.zorya.channel.engine.OpenChannel;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.port.Policy;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.WireIdentity;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One wallet of a {@link SimWorld}: a real key and a real engine, over the world's store, network and ledger. */
public final class SimParty implements AutoCloseable {
    private final SimWorld world;
    private final EthereumKey key;
    private final WireIdentity identity;
    private final ModelLedger.Account account;
    private final Random random;
    private final List<EngineEvent> events = new CopyOnWriteArrayList<>();
    private volatile Policy policy = question -> CompletableFuture.completedFuture(new Decision.Accept());
    private volatile Limits limits;
    private final ExecutorService disk;
    private volatile MemoryStore store;
    private volatile Engine engine;

    SimParty(SimWorld world, String name) {
        this.world = world;
        Bytes seed = Hashes.keccak256(name.getBytes(StandardCharsets.UTF_8));
        this.key = EthereumKey.of(seed.toArray());
        this.identity = WireIdentity.single(Bytes.wrap(("did:sim:" + name).getBytes(StandardCharsets.UTF_8)));
        this.account = world.ledger().account(Participant.ethereum(key.address()), SimWorld.PURSE);
        this.random = new Random(name.hashCode());
        this.limits = world.limits();
        this.disk = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("disk of " + name).factory());
        this.store = new MemoryStore(disk);
        this.engine = boot();
    }

    private Engine boot() {
        try {
            return Engine.start(config(), events::add);
        } catch (StoreException e) {
            throw new IllegalStateException("a memory store cannot be read", e);
        }
    }

    private EngineConfig config() {
        return new EngineConfig(
                identity,
                account,
                key,
                world.network().plug(identity),
                store,
                question -> policy.decide(question),
                world.clock(),
                random,
                limits,
                NimApp.KNOWN);
    }

    public Engine engine() {
        return engine;
    }

    public MemoryStore store() {
        return store;
    }

    public ModelLedger.Account account() {
        return account;
    }

    public WireIdentity identity() {
        return identity;
    }

    public Participant participant() {
        return account.self();
    }

    /** Everything that the engines of this wallet told so far. */
    public List<EngineEvent> events() {
        return events;
    }

    /** Says yes to everything until it is told something else. */
    public void policy(Policy changed) {
        policy = changed;
    }

    /** For the engine after the next restart. */
    public void limits(Limits changed) {
        limits = changed;
    }

    /** The process dies: what was not written is gone. */
    public void crash() {
        MemoryStore durable = store.reopened();
        world.network().unplug(identity);
        account.forgetWatches();
        engine.close();
        store = durable;
    }

    /** Starts again from what is durable. */
    public void start() {
        engine = boot();
    }

    /** Starts again from a copy that may be old. */
    public void restore(MemoryStore copy) {
        store = copy;
        try {
            Engine.restored(config());
        } catch (StoreException e) {
            throw new IllegalStateException("a memory store cannot be read", e);
        }
        start();
    }

    /** What opens a channel with {@code peer}; the amounts are in {@link SimWorld#COIN}. */
    public OpenChannel order(SimParty peer, long mine, long theirs) {
        return order(
                peer,
                new Allocation(
                        List.of(SimWorld.COIN),
                        Balances.single(BigInteger.valueOf(mine), BigInteger.valueOf(theirs)),
                        List.of()));
    }

    public OpenChannel order(SimParty peer, Allocation initial) {
        return new OpenChannel(
                peer.identity, peer.participant(), true, initial, Duration.ofHours(1), App.NONE, Bytes.EMPTY);
    }

    /** A payment with a fresh id. */
    public Payment payment(long amount, String memo) {
        byte[] id = new byte[16];
        synchronized (random) {
            random.nextBytes(id);
        }
        return new Payment(Bytes.wrap(id), 0, BigInteger.valueOf(amount), memo, Bytes.EMPTY);
    }

    public List<BookEntry> book(ProposalId channel) {
        return store.book(channel);
    }

    public BigInteger money(Asset asset) {
        return account.money(asset);
    }

    @Override
    public void close() {
        engine.close();
        disk.shutdown();
    }
}
