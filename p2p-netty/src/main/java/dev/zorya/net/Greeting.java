package dev.zorya.net;

import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.value.WireIdentity;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.security.cert.Certificate;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * The go-perun handshake (OFFCHAIN.md 2.3): after TLS each side shows the proof of its identity, the dialer first. What
 * both roles have in common; the outcome is a {@link Link} or a closed connection, within the deadline.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what becomes of it arrives as an event of the channel
abstract sealed class Greeting extends SimpleChannelInboundHandler<Envelope> permits DialerGreeting, ListenerGreeting {
    private final Hub hub;
    private @Nullable Fingerprint shown;
    private @Nullable Future<?> deadline;
    private boolean running;

    Greeting(Hub hub) {
        this.hub = hub;
    }

    final Hub hub() {
        return hub;
    }

    /** TLS is up; see {@link #shown()}. */
    abstract void secured(ChannelHandlerContext ctx);

    /** The TLS key that the other side has; null if it showed none. */
    final @Nullable Fingerprint shown() {
        return shown;
    }

    /** The handshake began and did not come to its end. Called at most once, before the connection is closed. */
    abstract void ended(ChannelHandlerContext ctx, String why);

    @Override
    public final void channelActive(ChannelHandlerContext ctx) {
        running = true;
        deadline = ctx.executor()
                .schedule(
                        () -> end(ctx, "took too long to greet"),
                        hub.config().deadlines().handshake().toMillis(),
                        TimeUnit.MILLISECONDS);
        if (ctx.pipeline().get(SslHandler.class) == null) {
            secured(ctx);
        }
        ctx.fireChannelActive();
    }

    @Override
    public final void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent tls) {
            if (tls.isSuccess()) {
                shown = keyOfPeer(ctx);
                secured(ctx);
            } else {
                end(ctx, "does not speak TLS as Zorya does");
            }
        }
        ctx.fireUserEventTriggered(event);
    }

    private static @Nullable Fingerprint keyOfPeer(ChannelHandlerContext ctx) {
        try {
            Certificate[] chain =
                    ctx.pipeline().get(SslHandler.class).engine().getSession().getPeerCertificates();
            return Fingerprint.of(chain[0].getPublicKey());
        } catch (SSLPeerUnverifiedException e) {
            return null;
        }
    }

    @Override
    public final void channelInactive(ChannelHandlerContext ctx) {
        end(ctx, "hung up while greeting");
        ctx.fireChannelInactive();
    }

    @Override
    public final void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        end(ctx, "hung up while greeting");
    }

    final void end(ChannelHandlerContext ctx, String why) {
        if (finish()) {
            ended(ctx, why);
            ctx.close();
        }
    }

    /** @return whether this is the first end of the handshake */
    private boolean finish() {
        if (deadline != null) {
            deadline.cancel(false);
        }
        boolean first = running;
        running = false;
        return first;
    }

    final void greet(ChannelHandlerContext ctx, WireIdentity peer) {
        ctx.writeAndFlush(Unpooled.wrappedBuffer(hub.self().greeting(peer)));
    }

    /** The other side is {@code peer}: from here on its envelopes go to the new link. */
    final Link proven(ChannelHandlerContext ctx, WireIdentity peer, boolean dialled, boolean zorya) {
        finish();
        ctx.pipeline().remove(UnprovenBudget.class);
        EnvelopeReader reader = ctx.pipeline().get(EnvelopeReader.class);
        reader.limit(hub.config().limits().envelopeBytes());
        Link link = new Link(hub, ctx.channel(), reader, peer, shown, dialled, zorya);
        ctx.pipeline().replace(this, "link", link);
        return link;
    }
}
