package dev.zorya.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioChannelOption;
import java.net.SocketOption;
import jdk.net.ExtendedSocketOptions;

/**
 * No waiting for company of small packets: a payment is one small envelope each way. Keep-alive, after a minute instead
 * of the usual two hours where the system allows it: the only sign that a go-perun peer is gone (OFFCHAIN.md 2.6).
 */
final class SocketOptions {
    private static final int IDLE_SECONDS = 60;
    private static final int INTERVAL_SECONDS = 15;
    private static final int PROBES = 4;

    private SocketOptions() {}

    static void set(Channel channel) {
        channel.config().setOption(ChannelOption.TCP_NODELAY, true);
        channel.config().setOption(ChannelOption.SO_KEEPALIVE, true);
        setIfKnown(channel, ExtendedSocketOptions.TCP_KEEPIDLE, IDLE_SECONDS);
        setIfKnown(channel, ExtendedSocketOptions.TCP_KEEPINTERVAL, INTERVAL_SECONDS);
        setIfKnown(channel, ExtendedSocketOptions.TCP_KEEPCOUNT, PROBES);
    }

    private static void setIfKnown(Channel channel, SocketOption<Integer> option, int value) {
        ChannelOption<Integer> wanted = NioChannelOption.of(option);
        if (channel.config().getOptions().containsKey(wanted)) {
            channel.config().setOption(wanted, value);
        }
    }
}
