package dev.zorya.channel.protobuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zorya.channel.codec.Apps;
import dev.zorya.channel.codec.Decoding;
import dev.zorya.channel.codec.NotCarriedException;
import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.Control;
import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.channel.vectors.HostileFrame;
import dev.zorya.channel.vectors.RandomValues;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Lengths that a peer only claims cost nothing (safety rule 5); what go-perun cannot carry is refused by its name. */
class BoundsTest {
    private static final WireIdentity SOMEBODY = WireIdentity.single(Bytes.fromHex("000162"));
    private static final String END = "0d" + "0a0b" + "0a0400000001" + "1203000162";
    private static final String ENDS = "0a" + END + "12" + END;
    private final Protobuf protobuf = new Protobuf(Apps.NONE);

    @TestFactory
    @Tag("threat-50")
    @Tag("threat-16")
    Stream<DynamicTest> hostileFramesAreCheap() {
        return Stream.of(
                        new String[] {"only a length of 65535", "ffff"},
                        new String[] {"65535 bytes of crumbs", "ffff" + "0801".repeat(32767) + "08"},
                        new String[] {"2^32-1 bytes of proof", "0008" + "32" + "ffffffff0f" + "0000"},
                        new String[] {"4096 backends", "4000" + "0afd7f" + "0a00".repeat(8190) + "00"},
                        new String[] {"an envelope without anything", "0000"})
                .map(row -> DynamicTest.dynamicTest(row[0], () -> assertCheap(Bytes.fromHex(row[1]))));
    }

    private void assertCheap(Bytes hostile) {
        HostileFrame.assertCheap(protobuf, Protobuf.MAX_READ, hostile, 512 << 10);
    }

    @Test
    void theLimitHoldsToTheByte() {
        byte[] frame = protobuf.encode(envelope(new Control.Shutdown("x".repeat(100))));
        ByteBuffer all = ByteBuffer.wrap(frame);
        assertInstanceOf(Decoding.Complete.class, protobuf.decode(all, frame.length));
        assertThrows(MalformedException.class, () -> protobuf.decode(all, frame.length - 1));
        ByteBuffer start = ByteBuffer.wrap(frame, 0, 2);
        assertEquals(new Decoding.NeedMore(frame.length), protobuf.decode(start, frame.length));
        assertThrows(MalformedException.class, () -> protobuf.decode(start, frame.length - 1));
    }

    @Test
    void theBufferMayStartAnywhereAndStaysAsItIs() {
        byte[] frame = protobuf.encode(envelope(new Control.Ping(7)));
        ByteBuffer direct = ByteBuffer.allocateDirect(frame.length + 9);
        direct.position(5).put(frame).position(5);
        assertEquals(
                new Decoding.Complete(envelope(new Control.Ping(7)), frame.length),
                protobuf.decode(direct.asReadOnlyBuffer(), Protobuf.MAX_READ));
        assertEquals(5, direct.position());
    }

    @TestFactory
    Stream<DynamicTest> ourExtensionsAreNotCarried() {
        return IntStream.range(17, RandomValues.TYPES)
                .mapToObj(type -> DynamicTest.dynamicTest(
                        "type " + type, () -> assertNotCarried(new RandomValues(type).message(type))));
    }

    @Test
    void aSyncWithoutAStateIsNotCarried() {
        assertNotCarried(new ChannelSync(0, null));
        Bytes hostile = Bytes.fromHex("0023" + ENDS + "9a0102" + "0803");
        assertThrows(MalformedException.class, () -> protobuf.decode(ByteBuffer.wrap(hostile.toArray()), 100));
    }

    /** More would not fit into one TLS record, which is all that go-perun reads at once (OFFCHAIN.md 4.3, 2). */
    @Test
    void aFrameLongerThanOneRecordIsNotCarriedButRead() {
        int around = protobuf.encode(envelope(new Control.Shutdown("x".repeat(10_000)))).length - 10_000;
        Control.Shutdown longest = new Control.Shutdown("x".repeat(Protobuf.MAX_SENT - around));
        assertEquals(Protobuf.MAX_SENT, protobuf.encode(envelope(longest)).length);
        assertNotCarried(new Control.Shutdown(longest.reason() + "x"));

        int text = 0xffff - ENDS.length() / 2 - 8;
        String reason = "2a" + varint(text + 4) + "0a" + varint(text) + "61".repeat(text);
        ByteBuffer most = ByteBuffer.wrap(Bytes.fromHex("ffff" + ENDS + reason).toArray());
        assertEquals(
                new Decoding.Complete(envelope(new Control.Shutdown("a".repeat(text))), Protobuf.MAX_READ),
                protobuf.decode(most, Protobuf.MAX_READ));
    }

    @Test
    void twoMessagesInOneEnvelopeAreRefused() {
        String ping = "1a020801";
        ByteBuffer one = ByteBuffer.wrap(Bytes.fromHex("0022" + ENDS + ping).toArray());
        assertInstanceOf(Decoding.Complete.class, protobuf.decode(one, 100));
        ByteBuffer two =
                ByteBuffer.wrap(Bytes.fromHex("0026" + ENDS + ping + ping).toArray());
        assertThrows(MalformedException.class, () -> protobuf.decode(two, 100));
        ByteBuffer unknown =
                ByteBuffer.wrap(Bytes.fromHex("0023" + ENDS + "a201020801").toArray());
        assertThrows(MalformedException.class, () -> protobuf.decode(unknown, 100));
    }

    private void assertNotCarried(Message message) {
        assertThrows(NotCarriedException.class, () -> protobuf.encode(envelope(message)));
    }

    private static Envelope envelope(Message message) {
        return new Envelope(SOMEBODY, SOMEBODY, message);
    }

    private static String varint(int value) {
        return "%02x%02x%02x".formatted((value & 0x7f) | 0x80, (value >> 7 & 0x7f) | 0x80, value >> 14);
    }
}
