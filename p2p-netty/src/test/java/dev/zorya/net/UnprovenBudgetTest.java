package dev.zorya.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("threat-50")
class UnprovenBudgetTest {
    @Test
    void countsAllBytesTogether() {
        EmbeddedChannel channel = new EmbeddedChannel(new UnprovenBudget(100));
        assertTrue(channel.writeInbound(Unpooled.wrappedBuffer(new byte[60])));
        assertTrue(channel.writeInbound(Unpooled.wrappedBuffer(new byte[40])));
        ByteBuf first = channel.readInbound();
        assertEquals(60, first.readableBytes());
        ByteBuf second = channel.readInbound();
        assertEquals(40, second.readableBytes());
        assertTrue(channel.isOpen());
    }

    @Test
    void hangsUpAtTheFirstByteTooMany() {
        EmbeddedChannel channel = new EmbeddedChannel(new UnprovenBudget(100));
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[100]));
        channel.readInbound();
        ByteBuf tooMuch = Unpooled.wrappedBuffer(new byte[1]);
        channel.writeInbound(tooMuch);
        assertNull(channel.readInbound());
        assertEquals(0, tooMuch.refCnt());
        assertFalse(channel.isOpen());
    }
}
