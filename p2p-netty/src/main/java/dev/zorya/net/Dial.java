package dev.zorya.net;

import dev.zorya.channel.port.BusException;
import dev.zorya.channel.value.WireIdentity;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt to reach a peer: resolves its host, tries the addresses in turn, greets. Ends within its deadlines. */
final class Dial implements DialResult {
    private static final Logger LOG = LoggerFactory.getLogger(Dial.class);

    /** A host may have many addresses; the first few have to do. */
    private static final int MAX_ADDRESSES = 4;

    private final Hub hub;
    private final WireIdentity peer;
    private final KnownPeer known;
    private final Endpoint at;
    private final DialResult result;
    private boolean done;
    private @Nullable Future<?> deadline;

    private Dial(Hub hub, WireIdentity peer, KnownPeer known, Endpoint at, DialResult result) {
        this.hub = hub;
        this.peer = peer;
        this.known = known;
        this.at = at;
        this.result = result;
    }

    /** On the network thread. {@code result} is called there, possibly before this returns. */
    static void start(Hub hub, WireIdentity peer, DialResult result) {
        if (peer.equals(hub.self().identity())) {
            result.failed(Refusals.self());
            return;
        }
        Optional<KnownPeer> known = hub.peers().find(peer);
        Optional<Endpoint> at = known.flatMap(KnownPeer::endpoint);
        if (at.isEmpty()) {
            result.failed(Refusals.unknown(peer));
        } else if (hub.plain() && known.get().pin() != null) {
            result.failed(Refusals.unchecked(peer));
        } else {
            new Dial(hub, peer, known.get(), at.get(), result).resolve();
        }
    }

    private void resolve() {
        deadline = hub.loop()
                .schedule(
                        () -> failed(Refusals.offline(peer, at, new UnknownHostException("resolved too slowly"))),
                        hub.config()
                                        .deadlines()
                                        .connect()
                                        .multipliedBy(MAX_ADDRESSES + 1)
                                        .toMillis()
                                + hub.config().deadlines().handshake().toMillis(),
                        TimeUnit.MILLISECONDS);
        hub.aside().execute(() -> {
            try {
                InetAddress[] addresses = InetAddress.getAllByName(at.host());
                hub.loop().execute(() -> connect(addresses, 0));
            } catch (UnknownHostException e) {
                hub.loop().execute(() -> failed(Refusals.offline(peer, at, e)));
            } catch (RejectedExecutionException e) {
                LOG.debug("Shut down while looking up {}", at, e);
            }
        });
    }

    private void connect(InetAddress[] addresses, int index) {
        if (done) {
            return;
        }
        if (hub.plain() && !addresses[index].isLoopbackAddress()) {
            failed(Refusals.notLoopback(at));
            return;
        }
        ChannelFuture connecting = new Bootstrap()
                .group(hub.loop())
                .channel(NioSocketChannel.class)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(hub.config().deadlines().connect().toMillis()))
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        SocketOptions.set(channel);
                        hub.furnish(channel, new DialerGreeting(hub, peer, known, at, Dial.this), at);
                    }
                })
                .connect(new InetSocketAddress(addresses[index], at.port()));
        connecting.addListener(connected -> {
            if (connected.isSuccess()) {
                return;
            }
            if (index + 1 < Math.min(addresses.length, MAX_ADDRESSES)) {
                connect(addresses, index + 1);
            } else {
                failed(Refusals.offline(peer, at, connected.cause()));
            }
        });
    }

    @Override
    public void connected(Link link) {
        if (done) {
            link.closeQuietly();
        } else {
            finish();
            result.connected(link);
        }
    }

    @Override
    public void failed(BusException why) {
        if (!done) {
            finish();
            result.failed(why);
        }
    }

    private void finish() {
        done = true;
        if (deadline != null) {
            deadline.cancel(false);
        }
    }
}
