package dev.zorya.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** In front of TLS until an identity is proven: counts every byte, so that a stranger costs little memory (THREATS.md 50). */
@SuppressWarnings("FutureReturnValueIgnored") // what becomes of it arrives as an event of the channel
final class UnprovenBudget extends ChannelInboundHandlerAdapter {
    private int left;

    UnprovenBudget(int bytes) {
        left = bytes;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf arrived = (ByteBuf) message;
        left -= arrived.readableBytes();
        if (left < 0) {
            arrived.release();
            ctx.close();
        } else {
            ctx.fireChannelRead(arrived);
        }
    }
}
