package dev.zorya.channel.engine;

import dev.zorya.channel.core.Change;
import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.ChannelState;
import dev.zorya.channel.core.Dossier;
import dev.zorya.channel.core.Env;
import dev.zorya.channel.core.Input;
import dev.zorya.channel.core.Payment;
import dev.zorya.channel.core.RecordCodec;
import dev.zorya.channel.core.TreeStep;
import dev.zorya.channel.engine.EngineException.Reason;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.perunio.Perunio;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.BusException;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.port.StoredChannel;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.WireIdentity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Perun channels for one identity on one ledger. All methods return at once; stages complete when what they promise is
 * durable, and fail with an {@link EngineException}. After {@link #start} every channel of the store goes on where it was.
 */
public final class Engine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final EngineConfig config;
    private final Timers timers = new Timers();
    private final Events events = new Events();
    private final RecordCodec records;
    private final World world;
    private final Directory directory;
    private final Router router;
    private final Proposals proposals;
    private volatile boolean closed;

    private Engine(EngineConfig config) {
        this.config = config;
        this.records = new RecordCodec(new Perunio(id -> config.apps().known().containsKey(id)));
        Env env = new Env(
                config.ledger().scheme(),
                config.signer(),
                config.ledger().self(),
                config.self(),
                config.limits(),
                config.apps());
        this.world = new World(config, env, records, timers, events);
        this.directory = new Directory(new EarlyMessages(config.clock()));
        this.proposals = new Proposals(config, world, directory);
        this.router = new Router(directory, events, proposals::received);
    }

    /**
     * Reads the store and takes up all work. A channel whose record cannot be read is left alone and reported.
     *
     * @param listener is subscribed before anything can happen
     */
    public static Engine start(EngineConfig config, Consumer<EngineEvent> listener) throws StoreException {
        Engine engine = new Engine(config);
        engine.events.subscribe(listener);
        // to check the signatures of ten thousand channels takes seconds; to put them in place does not
        config.store().load().parallelStream()
                .map(engine::read)
                .flatMap(Optional::stream)
                .toList()
                .forEach(engine::restore);
        config.bus().subscribe(engine.router);
        engine.directory.all().forEach(Channel::resume);
        return engine;
    }

    /**
     * For a store that comes from a copy, once and before {@link #start}: its channels sign nothing and begin no dispute until the peer or
     * the ledger has shown where they stand (safety rule 10). May be repeated. Blocks.
     */
    public static void restored(EngineConfig config) throws StoreException {
        Engine engine = new Engine(config);
        try {
            List<TreeStep.Commit> old = config.store().load().stream()
                    .map(engine::read)
                    .flatMap(Optional::stream)
                    .map(ChannelState::restored)
                    .map(state -> new TreeStep.Commit(state, List.of(), List.of()))
                    .toList();
            engine.world.persist(old).toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StoreException store) {
                throw store;
            }
            throw e;
        } finally {
            engine.timers.close();
        }
    }

    private Optional<ChannelState> read(StoredChannel stored) {
        try {
            return Optional.of(records.read(world.env(), stored.terms(), stored.body()));
        } catch (RuntimeException e) {
            putAside(stored.key(), e);
            return Optional.empty();
        }
    }

    /** Parents come before their children: a channel is stored when it is proposed. */
    private void restore(ChannelState state) {
        ProposalId key = state.dossier().key();
        try {
            ChannelId parent = state.dossier().parent();
            Channel channel = parent == null
                    ? new Channel(world, directory, state)
                    : directory
                            .find(parent)
                            .orElseThrow(() -> new MalformedException("the channel around it is not there"))
                            .channel();
            channel.adopt(state);
            directory.add(key, channel);
            state.channelId().ifPresent(id -> directory.name(id, new Seat(channel, key)));
        } catch (RuntimeException e) {
            putAside(key, e);
        }
    }

    /** Rule 5: whatever is wrong with this one, the others start. */
    private void putAside(ProposalId key, RuntimeException why) {
        LOG.error("channel {} is put aside: {}", key, why.getMessage());
        events.publish(new EngineEvent.Quarantined(key, String.valueOf(why.getMessage())));
    }

    /** Told of everything from now on, in order, on one thread. */
    public void subscribe(Consumer<EngineEvent> listener) {
        events.subscribe(listener);
    }

    /** Completes when both have signed version 0; the deposits follow by themselves. */
    public CompletionStage<ChannelSnapshot> propose(OpenChannel order) {
        return reach(order.peer()).thenCompose(up -> proposals.propose(order));
    }

    /** Completes when the payment is fully signed and durable. */
    public CompletionStage<BookEntry> pay(ProposalId key, Payment payment) {
        return with(key, seat -> {
            CompletableFuture<BookEntry> done = seat.waiters().payment(payment.id());
            seat.put(new Input.Pay(payment));
            return done;
        });
    }

    /**
     * Goes on in an app, or moves balances in any way that both want. {@code step} is asked when the channel's turn comes, and
     * again if an update of the peer came first, so it sees the state that it follows.
     *
     * @return completes with the new state when that is fully signed and durable
     */
    public CompletionStage<State> update(ProposalId key, Change.Step step) {
        Change change = new Change(world.random(Extension.ID_SIZE), step);
        return with(key, seat -> {
            CompletableFuture<State> done = seat.waiters().change(change.id());
            seat.put(new Input.Update(change));
            return done;
        });
    }

    /**
     * Opens a sub-channel inside the open channel {@code parent}, which we have to have opened ourselves; in that too, if it is
     * a sub-channel. From then on the new channel's key is used like any other.
     *
     * @return completes when the parent has locked its money and both can pay in it
     */
    public CompletionStage<ChannelSnapshot> openSub(ProposalId parent, OpenSub order) {
        return with(parent, seat -> proposals.open(seat, order));
    }

    /**
     * Completes when the last state is fully signed; conclusion and withdrawal follow by themselves. A sub-channel's completes
     * when its money is back in the parent. A channel is refused while sub-channels hold money of it.
     */
    public CompletionStage<ChannelSnapshot> close(ProposalId key) {
        return with(key, seat -> {
            CompletableFuture<ChannelSnapshot> done = seat.waiters().closed();
            seat.put(new Input.Close());
            return done;
        });
    }

    /**
     * Closes without the peer, who may be gone: the ledger decides, by our newest state, and pays out after the protection period.
     * Also brings back a deposit that the peer never matched. The peer need not be there; a sub-channel ends with the channel around
     * it and is refused.
     *
     * @return completes when it is durable that the channel closes; all the rest follows by itself
     */
    public CompletionStage<ChannelSnapshot> closeAlone(ProposalId key) {
        return alone(key, seat -> {
            CompletableFuture<ChannelSnapshot> done = seat.waiters().closed();
            seat.put(new Input.CloseAlone());
            return done;
        });
    }

    /**
     * Moves an app channel on that is in a dispute, without the peer: from the registered state, after the dispute's timeout.
     *
     * @return completes with the new state when the ledger has it; fails where somebody else's move came first
     */
    public CompletionStage<State> progress(ProposalId key, Change.Step step) {
        Change change = new Change(world.random(Extension.ID_SIZE), step);
        return alone(key, seat -> {
            CompletableFuture<State> done = seat.waiters().change(change.id());
            seat.put(new Input.Progress(change));
            return done;
        });
    }

    /**
     * One of our own messages to the channel's peer. Completes when it is handed to the connection; refused for a peer that
     * did not announce them, because it would hang up (DESIGN.md 4).
     */
    public CompletionStage<Void> send(ProposalId key, Extension message) {
        return with(key, seat -> {
            Dossier dossier = seat.dossier();
            return dossier.extensions()
                    ? config.bus().send(dossier.peer(), message)
                    : CompletableFuture.failedFuture(
                            new EngineException(Reason.REFUSED, "the peer's program does not know such messages"));
        });
    }

    public List<ChannelSnapshot> channels() {
        return directory
                .all()
                .flatMap(channel -> channel.tree().members().values().stream())
                .map(ChannelSnapshot::of)
                .sorted(Comparator.comparing(ChannelSnapshot::created))
                .toList();
    }

    public Optional<ChannelSnapshot> channel(ProposalId key) {
        return directory.find(key).flatMap(Seat::snapshot);
    }

    /** There is a proven connection with this peer now. */
    public boolean isOnline(WireIdentity peer) {
        return router.isOnline(peer);
    }

    private <T> CompletionStage<T> alone(ProposalId key, Function<Seat, CompletionStage<T>> action) {
        return closed
                ? CompletableFuture.failedFuture(new EngineException(Reason.CLOSED, "the wallet is closed"))
                : directory.find(key).map(action).orElseGet(Engine::unknown);
    }

    private static <T> CompletionStage<T> unknown() {
        return CompletableFuture.failedFuture(new EngineException(Reason.UNKNOWN_CHANNEL, "no channel has this key"));
    }

    /** Nothing is signed for a peer who is not there: a signature that waits is money in doubt (safety rule 2). */
    private <T> CompletionStage<T> with(ProposalId key, Function<Seat, CompletionStage<T>> action) {
        Optional<Seat> seat = directory.find(key);
        if (seat.isEmpty()) {
            return unknown();
        }
        WireIdentity peer = seat.get().dossier().peer();
        return router.isOnline(peer) && !closed
                ? action.apply(seat.get())
                : reach(peer).thenCompose(up -> action.apply(seat.get()));
    }

    private CompletionStage<Void> reach(WireIdentity peer) {
        if (closed) {
            return CompletableFuture.failedFuture(new EngineException(Reason.CLOSED, "the wallet is closed"));
        }
        return config.bus().connect(peer).exceptionallyCompose(failure -> {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            Reason reason = cause instanceof BusException bus && bus.reason() == BusException.Reason.WRONG_KEY
                    ? Reason.WRONG_KEY
                    : Reason.PEER_OFFLINE;
            return CompletableFuture.failedFuture(
                    new EngineException(reason, String.valueOf(cause.getMessage()), cause));
        });
    }

    /**
     * Stops all work; waits for the steps that are under way, so that afterwards nothing is signed, written or sent. What is
     * durable goes on at the next start; who still waits is told so.
     */
    @Override
    public void close() {
        closed = true;
        timers.close();
        directory.close();
        events.close();
    }
}
