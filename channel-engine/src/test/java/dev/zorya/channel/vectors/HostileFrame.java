package dev.zorya.channel.vectors;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.zorya.channel.codec.Codec;
import dev.zorya.channel.codec.Decoding;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;

/** The start of an envelope that claims to be large: refused or waited for, and cheap either way (safety rule 5). */
public final class HostileFrame {
    private HostileFrame() {}

    /**
     * @param limit the longest envelope, in bytes
     * @param cheap bytes that decoding may allocate, at most
     */
    public static void assertCheap(Codec codec, int limit, Bytes hostile, int cheap) {
        ByteBuffer arrived = ByteBuffer.wrap(hostile.toArray());
        decodes(codec, limit, arrived); // classes are loaded and the paths are warm
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        decodes(codec, limit, arrived);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < cheap, () -> "allocated " + allocated + " bytes");
    }

    private static void decodes(Codec codec, int limit, ByteBuffer arrived) {
        try {
            assertInstanceOf(Decoding.NeedMore.class, codec.decode(arrived, limit));
        } catch (MalformedException expected) {
            assertTrue(!String.valueOf(expected.getMessage()).isBlank());
        }
    }
}
