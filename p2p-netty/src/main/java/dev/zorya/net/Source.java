package dev.zorya.net;

import dev.zorya.channel.value.Bytes;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.Arrays;

/** Who one connection can be told apart from: an IPv4 address, or the /64 that one IPv6 customer has as a whole. */
record Source(Bytes prefix) {
    private static final int IPV6_PREFIX = 8;

    static Source of(Channel channel) {
        if (!(channel.remoteAddress() instanceof InetSocketAddress remote)) {
            return new Source(Bytes.EMPTY);
        }
        byte[] address = remote.getAddress().getAddress();
        return new Source(Bytes.wrap(Arrays.copyOf(address, Math.min(address.length, IPV6_PREFIX))));
    }
}
