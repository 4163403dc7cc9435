package dev.zorya.net;

import dev.zorya.net.ListenException.Reason;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/** The port on which others reach this wallet. Bound from the start, but nobody is let in before {@link #accept()}. */
@SuppressWarnings("FutureReturnValueIgnored") // what becomes of it arrives as an event of the channel
final class Listener {
    private static final int BACKLOG = 128;
    private static final int FIRST_FREE_PORT = 1024;

    private final Channel server;

    private Listener(Channel server) {
        this.server = server;
    }

    static Listener bind(Hub hub) throws ListenException {
        Endpoint at = hub.config().listen();
        ChannelFuture bound = new ServerBootstrap()
                .group(hub.loop())
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.AUTO_READ, false)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        if (hub.lobby().admit(channel)) {
                            SocketOptions.set(channel);
                            hub.furnish(channel, new ListenerGreeting(hub), null);
                        } else {
                            channel.close();
                        }
                    }
                })
                .bind(new InetSocketAddress(address(hub, at), at.port()))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw refusal(at, bound.cause());
        }
        return new Listener(bound.channel());
    }

    private static InetAddress address(Hub hub, Endpoint at) throws ListenException {
        try {
            InetAddress address = InetAddress.getByName(at.host());
            if (hub.plain() && !address.isLoopbackAddress()) {
                throw new ListenException(
                        Reason.NOT_PROTECTED,
                        "Connections without TLS stay on this computer, so Zorya does not listen at " + at
                                + ". Your money is where it was. Switch TLS on, or listen at 127.0.0.1.",
                        new BindException("not a loopback address"));
            }
            return address;
        } catch (UnknownHostException e) {
            throw noSuchAddress(at, e);
        }
    }

    private static ListenException refusal(Endpoint at, Throwable cause) {
        String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (text.contains("assign") || text.contains("not available")) {
            return noSuchAddress(at, cause);
        }
        if (text.contains("permi") || text.contains("denied") || (at.port() < FIRST_FREE_PORT && at.port() > 0)) {
            return new ListenException(
                    Reason.NOT_ALLOWED,
                    "This computer does not let Zorya use port " + at.port()
                            + ", so contacts cannot reach you. Your money is where it was."
                            + " Choose a port above 1023 in the settings.",
                    cause);
        }
        return new ListenException(
                Reason.PORT_TAKEN,
                "Another program uses port " + at.port()
                        + ", so contacts cannot reach you. Your money is where it was."
                        + " Close the other program, or choose another port in the settings.",
                cause);
    }

    private static ListenException noSuchAddress(Endpoint at, Throwable cause) {
        return new ListenException(
                Reason.NO_SUCH_ADDRESS,
                at.host() + " is not an address of this computer, so contacts cannot reach you."
                        + " Your money is where it was. Choose another address in the settings; 0.0.0.0 is any.",
                cause);
    }

    void accept() {
        server.config().setAutoRead(true);
    }

    int port() {
        return ((InetSocketAddress) server.localAddress()).getPort();
    }

    void close() {
        server.close();
    }
}
