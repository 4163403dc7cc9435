package dev.zorya.net;

import dev.zorya.channel.codec.Codec;
import dev.zorya.channel.codec.Decoding;
import dev.zorya.channel.value.MalformedException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts the stream into envelopes (OFFCHAIN.md 2.2). Holds at most one unfinished envelope and what one read brought.
 * Anything that is no envelope closes the connection, as does a peer that sends one too slowly.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what becomes of it arrives as an event of the channel
final class EnvelopeReader extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(EnvelopeReader.class);

    /** A peer that sends in crumbs makes us decode again and again: so many tries are free, then each costs bytes. */
    private static final int FREE_TRIES = 64;

    private static final int BYTES_PER_TRY = 256;

    private final Codec codec;
    private final Duration deadline;
    private int limit;
    private ByteBuf gathered = Unpooled.EMPTY_BUFFER;
    private int needed = 1;
    private int tries;
    private boolean paused;
    private boolean busy;
    private long lastRead = System.nanoTime();
    private @Nullable Future<?> unfinished;

    /**
     * @param limit the longest envelope, in bytes
     * @param deadline from the first to the last byte of one envelope
     */
    EnvelopeReader(Codec codec, int limit, Duration deadline) {
        this.codec = codec;
        this.limit = limit;
        this.deadline = deadline;
    }

    void limit(int bytes) {
        limit = bytes;
    }

    /** When bytes came last; {@link System#nanoTime()}. */
    long lastRead() {
        return lastRead;
    }

    boolean paused() {
        return paused;
    }

    /** Stops reading from the socket and handing on envelopes: the peer's own queue fills up, not ours. */
    void pause(ChannelHandlerContext ctx) {
        paused = true;
        ctx.channel().config().setAutoRead(false);
        finished();
    }

    void resume(ChannelHandlerContext ctx) {
        paused = false;
        lastRead = System.nanoTime();
        cut(ctx);
        if (!paused) {
            ctx.channel().config().setAutoRead(true);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        lastRead = System.nanoTime();
        gather(ctx, (ByteBuf) message);
        cut(ctx);
    }

    private void gather(ChannelHandlerContext ctx, ByteBuf arrived) {
        if (!gathered.isReadable()) {
            gathered.release();
            gathered = arrived;
            return;
        }
        if (gathered.readerIndex() > 0 || gathered.refCnt() > 1 || !gathered.isWritable(arrived.readableBytes())) {
            int size = gathered.readableBytes() + arrived.readableBytes();
            ByteBuf joined = ctx.alloc().heapBuffer(size + size / 2);
            joined.writeBytes(gathered);
            gathered.release();
            gathered = joined;
        }
        gathered.writeBytes(arrived);
        arrived.release();
    }

    /** Not re-entered when a receiver resumes from inside a delivery: the outer loop goes on. */
    private void cut(ChannelHandlerContext ctx) {
        if (busy) {
            return;
        }
        busy = true;
        try {
            while (!paused
                    && gathered.readableBytes() >= needed
                    && ctx.channel().isActive()) {
                decode(ctx);
            }
        } catch (MalformedException e) {
            LOG.debug("Closed the connection with {}: {}", ctx.channel().remoteAddress(), e.getMessage());
            drop();
            ctx.close();
        } finally {
            busy = false;
        }
        if (!gathered.isReadable()) {
            drop();
        }
    }

    private void decode(ChannelHandlerContext ctx) {
        switch (codec.decode(gathered.nioBuffer(), limit)) {
            case Decoding.Complete complete -> {
                gathered.skipBytes(complete.consumed());
                finished();
                ctx.fireChannelRead(complete.envelope());
            }
            case Decoding.NeedMore more -> {
                needed = more.total();
                if (++tries > FREE_TRIES + gathered.readableBytes() / BYTES_PER_TRY) {
                    throw new MalformedException("one envelope in more than " + (tries - 1) + " pieces");
                }
                if (unfinished == null) {
                    unfinished =
                            ctx.executor().schedule(() -> tooSlow(ctx), deadline.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        }
    }

    private static void tooSlow(ChannelHandlerContext ctx) {
        LOG.debug(
                "Closed the connection with {}: an envelope took too long",
                ctx.channel().remoteAddress());
        ctx.close();
    }

    private void finished() {
        needed = 1;
        tries = 0;
        if (unfinished != null) {
            unfinished.cancel(false);
            unfinished = null;
        }
    }

    private void drop() {
        gathered.release();
        gathered = Unpooled.EMPTY_BUFFER;
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        finished();
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        finished();
        drop();
    }
}
