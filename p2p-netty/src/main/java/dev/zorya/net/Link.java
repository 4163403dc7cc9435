package dev.zorya.net;

import dev.zorya.channel.message.Control;
import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.value.WireIdentity;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection whose other end has proven to be {@code peer}. Hands on only what that peer says to us (safety rule 6;
 * go-perun does not check it, OFFCHAIN.md 2.3). Lives on the network thread.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what becomes of it arrives as an event of the channel
final class Link extends SimpleChannelInboundHandler<Envelope> {
    private static final Logger LOG = LoggerFactory.getLogger(Link.class);

    private final Hub hub;
    private final Channel channel;
    private final EnvelopeReader reader;
    private final WireIdentity peer;
    private final @Nullable Fingerprint shown;
    private final boolean dialled;
    private final boolean zorya;
    private final Heartbeat heartbeat;
    private final Queue<Long> deadlines = new ArrayDeque<>();
    private @Nullable Future<?> watch;
    private boolean retired;
    private boolean stalled;

    Link(
            Hub hub,
            Channel channel,
            EnvelopeReader reader,
            WireIdentity peer,
            @Nullable Fingerprint shown,
            boolean dialled,
            boolean zorya) {
        this.hub = hub;
        this.channel = channel;
        this.reader = reader;
        this.peer = peer;
        this.shown = shown;
        this.dialled = dialled;
        this.zorya = zorya;
        heartbeat = new Heartbeat(hub, this, reader);
    }

    WireIdentity peer() {
        return peer;
    }

    /** The TLS key that the peer showed on this connection. */
    Optional<Fingerprint> shown() {
        return Optional.ofNullable(shown);
    }

    boolean dialled() {
        return dialled;
    }

    boolean zorya() {
        return zorya;
    }

    /** Whether the peer stopped taking bytes, which is why the connection was closed. */
    boolean stalled() {
        return stalled;
    }

    boolean writable() {
        return channel.isWritable();
    }

    boolean active() {
        return channel.isActive();
    }

    void write(Outgoing message) {
        deadlines.add(System.nanoTime() + hub.config().deadlines().send().toNanos());
        watch();
        channel.write(Unpooled.wrappedBuffer(message.frame())).addListener(written -> {
            deadlines.poll();
            if (written.isSuccess()) {
                message.sent();
            } else {
                message.failed(stalled ? Refusals.stalled(peer) : Refusals.lost(peer, written.cause()));
            }
        });
    }

    void flush() {
        channel.flush();
    }

    /** Pings and pongs: never worth a queue, so they are left out while the peer takes nothing. */
    void writeNow(Control message) {
        if (channel.isWritable()) {
            channel.writeAndFlush(Unpooled.wrappedBuffer(hub.self().encode(peer, message)));
        }
    }

    private void watch() {
        if (watch == null) {
            long wait = deadlines.isEmpty() ? 0 : Math.max(0, deadlines.element() - System.nanoTime());
            watch = channel.eventLoop().schedule(this::overdue, wait, TimeUnit.NANOSECONDS);
        }
    }

    /** A send whose deadline passes closes the connection (OFFCHAIN.md 2.4; THREATS.md 52). */
    private void overdue() {
        watch = null;
        if (deadlines.isEmpty()) {
            return;
        }
        if (deadlines.element() - System.nanoTime() > 0) {
            watch();
        } else {
            stalled = true;
            close("takes no bytes");
        }
    }

    /** This connection is the peer's one from now on. */
    void open() {
        if (zorya) {
            heartbeat.start();
        }
    }

    /** Another connection stays: nothing more is sent here, and what is still on its way is taken for a moment. */
    void retire() {
        retired = true;
        heartbeat.stop();
        Duration moment = hub.config().deadlines().retire();
        channel.eventLoop().schedule(() -> channel.close(), moment.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A newcomer wants this connection's place: make sure that it is alive. */
    void probe() {
        if (zorya) {
            heartbeat.probe();
        }
    }

    void pause() {
        reader.pause(channel.pipeline().context(reader));
    }

    void resume() {
        reader.resume(channel.pipeline().context(reader));
    }

    void close(String why) {
        LOG.info("Closed the connection with {}: {}", Self.label(peer), why);
        channel.close();
    }

    void closeQuietly() {
        channel.close();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, Envelope envelope) {
        if (!envelope.sender().equals(peer)
                || !envelope.recipient().equals(hub.self().identity())) {
            LOG.warn(
                    "{} sent a message from {} to {}; refused and hung up",
                    Self.label(peer),
                    Self.label(envelope.sender()),
                    Self.label(envelope.recipient()));
            ctx.close();
            return;
        }
        if (envelope.message() instanceof Control control) {
            control(control);
        } else {
            hub.registry().deliver(envelope);
        }
    }

    private void control(Control message) {
        switch (message) {
            case Control.Ping ping -> {
                if (!heartbeat.answer(ping)) {
                    close("floods us with pings");
                }
            }
            case Control.Pong pong -> {}
            case Control.Shutdown shutdown -> close("they shut down");
            case Control.AuthResponse again -> close("they greet twice");
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (ctx.channel().isWritable() && !retired) {
            hub.registry().writable(this);
        }
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslCloseCompletionEvent) {
            ctx.close();
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        heartbeat.stop();
        if (watch != null) {
            watch.cancel(false);
        }
        hub.registry().gone(this);
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        LOG.debug("Connection with {} broke", Self.label(peer), cause);
        ctx.close();
    }
}
