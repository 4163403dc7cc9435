package dev.zorya.net;

import dev.zorya.channel.message.Message;
import dev.zorya.channel.port.Bus;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.WireIdentity;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The bus over TCP and TLS, wire-compatible with go-perun (OFFCHAIN.md 2). One network thread does everything; the
 * receiver is called on it.
 */
@SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the threads of a bus that did not open
public final class TlsBus implements Bus, AutoCloseable {
    private static final long SHUTDOWN_SECONDS = 5;

    private final EventLoopGroup group;
    private final Hub hub;
    private final Listener listener;
    private final AtomicBoolean closed = new AtomicBoolean();

    private TlsBus(EventLoopGroup group, Hub hub, Listener listener) {
        this.group = group;
        this.hub = hub;
        this.listener = listener;
    }

    /**
     * Takes the port. Nobody is let in, and nothing can be sent, before {@link #subscribe}.
     *
     * @throws ListenException if it cannot listen where the configuration says
     */
    public static TlsBus open(BusConfig config, Peers peers) throws ListenException {
        var group = new MultiThreadIoEventLoopGroup(
                1, Thread.ofPlatform().name("zorya-net").daemon().factory(), NioIoHandler.newFactory());
        Hub hub = new Hub(config, peers, group.next());
        try {
            return new TlsBus(group, hub, Listener.bind(hub));
        } catch (ListenException e) {
            group.shutdownGracefully(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS);
            hub.aside().shutdownNow();
            throw e;
        }
    }

    /** The port that others can dial; of interest if the configuration said 0. */
    public int port() {
        return listener.port();
    }

    @Override
    public void subscribe(Receiver receiver) {
        hub.subscribe(receiver);
        listener.accept();
    }

    @Override
    public CompletionStage<Void> connect(WireIdentity peer) {
        hub.receiver();
        Outgoing nothing = Outgoing.connection();
        hub.registry().send(peer, nothing);
        return nothing.done().minimalCompletionStage();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Encodes on the caller's thread. What the returned stage triggers runs on the network thread unless it is
     * asynchronous.
     */
    @Override
    public CompletionStage<Void> send(WireIdentity recipient, Message message) {
        hub.receiver();
        byte[] frame;
        try {
            frame = hub.self().encode(recipient, message);
        } catch (MalformedException e) {
            return CompletableFuture.failedStage(Refusals.notCarried(e));
        }
        Outgoing outgoing = new Outgoing(frame);
        int limit = hub.config().limits().envelopeBytes();
        if (outgoing.frame().length > limit) {
            outgoing.failed(Refusals.tooLong(outgoing.frame().length, limit));
        } else {
            hub.registry().send(recipient, outgoing);
        }
        return outgoing.done().minimalCompletionStage();
    }

    /**
     * The TLS key that a contact shows, for the person to compare and pin (DESIGN.md 4); connects if needed.
     *
     * @return empty if there is no TLS, or if they dialled us and showed no certificate, as go-perun does
     */
    public CompletionStage<Optional<Fingerprint>> shownKey(WireIdentity peer) {
        return connect(peer).thenApplyAsync(connected -> hub.registry().shown(peer), hub.loop());
    }

    /**
     * Keeps a connection with a contact: dials now, and again after each loss, with growing waits. Calling it again
     * dials at once, for when the network or the contact's card changed.
     */
    public void keep(WireIdentity peer) {
        onLoop(() -> hub.registry().lane(peer).keep(true));
    }

    /** Undoes {@link #keep}. An open connection stays until it ends by itself. */
    public void release(WireIdentity peer) {
        onLoop(() -> hub.registry().lane(peer).keep(false));
    }

    /**
     * Ends all connections, as a network that goes away does. They come back when there is something to send, or when the other side
     * dials; who is kept is dialled again.
     *
     * @return completes with how many there were
     */
    public CompletionStage<Integer> disconnect() {
        return CompletableFuture.supplyAsync(() -> hub.registry().disconnect(), hub.loop());
    }

    /**
     * Takes no more from this peer until {@link #resume}: its messages wait at its own end. For a receiver that cannot
     * keep up. Called from within the receiver it counts for the very next message.
     */
    public void pause(WireIdentity peer) {
        onLoop(() -> hub.registry().lane(peer).pause(true));
    }

    /** Undoes {@link #pause}. */
    public void resume(WireIdentity peer) {
        onLoop(() -> {
            Lane lane = hub.registry().lane(peer);
            lane.pause(false);
            lane.pump();
        });
    }

    /** Of how many peers anything is kept. */
    int remembered() {
        return hub.registry().size();
    }

    private void onLoop(Runnable task) {
        EventLoop loop = hub.loop();
        if (loop.inEventLoop()) {
            task.run();
        } else {
            loop.execute(task);
        }
    }

    /** Closes port and connections; what still waits fails. Must not be called on the network thread. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        listener.close();
        hub.loop().execute(hub.registry()::shutDown);
        group.shutdownGracefully(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
        hub.aside().shutdownNow();
    }
}
