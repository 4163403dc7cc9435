package dev.zorya.channel.protobuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.codec.Decoding;
import dev.zorya.channel.codec.NotCarriedException;
import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.channel.vectors.RandomValues;
import dev.zorya.channel.vectors.Vectors;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for any message that can be carried and for any bytes. Values come from seeds: a failure names its seed. */
class ProtobufPropertyTest {
    private static final int CARRIED = 17;
    private static final WireIdentity SOMEBODY = WireIdentity.single(Bytes.fromHex("000162"));
    private final Protobuf protobuf = new Protobuf(Vectors.APPS);

    @Property
    void everyMessageComesBackTheSame(@ForAll long seed, @ForAll @IntRange(max = CARRIED - 1) int type) {
        Envelope envelope = new Envelope(SOMEBODY, SOMEBODY, carried(new RandomValues(seed), type));
        byte[] frame = protobuf.encode(envelope);
        assertEquals(new Decoding.Complete(envelope, frame.length), decode(frame));
    }

    @Property
    @Tag("threat-51")
    void aPrefixNeverFailsAndWhatFollowsIsLeft(@ForAll long seed, @ForAll @IntRange(max = 10_000) int cut) {
        RandomValues values = new RandomValues(seed);
        byte[] frame = frame(values);
        int size = cut % frame.length;
        Decoding.NeedMore more = assertInstanceOf(Decoding.NeedMore.class, decode(Arrays.copyOf(frame, size)));
        assertTrue(more.total() > size && more.total() <= frame.length);
        byte[] followed = Arrays.copyOf(frame, frame.length + 1 + values.below(50));
        assertEquals(
                frame.length,
                assertInstanceOf(Decoding.Complete.class, decode(followed)).consumed());
    }

    @Property(tries = 2000)
    @Tag("threat-50")
    void garbledFramesAreRefusedOrUnderstoodAndNothingElse(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int flips) {
        RandomValues values = new RandomValues(seed);
        byte[] garbled = frame(values);
        for (int i = 0; i < flips; i++) {
            garbled[2 + values.below(garbled.length - 2)] = values.bytes(1).at(0);
        }
        assertHarmless(garbled);
    }

    @Property(tries = 2000)
    @Tag("threat-50")
    void noiseIsRefusedOrUnderstoodAndNothingElse(@ForAll @Size(max = 400) byte[] noise) {
        assertHarmless(noise);
        byte[] whole = new byte[2 + noise.length];
        System.arraycopy(noise, 0, whole, 2, noise.length);
        ByteBuffer.wrap(whole).putShort((short) noise.length);
        assertHarmless(whole);
    }

    private void assertHarmless(byte[] bytes) {
        assertTimeout(Duration.ofSeconds(5), () -> {
            try {
                switch (decode(bytes)) {
                    case Decoding.Complete complete -> {
                        assertTrue(complete.consumed() <= bytes.length);
                        // whatever was understood can be said again
                        assertEquals(
                                complete.envelope(),
                                assertInstanceOf(Decoding.Complete.class, decode(protobuf.encode(complete.envelope())))
                                        .envelope());
                    }
                    case Decoding.NeedMore more ->
                        assertTrue(more.total() > bytes.length && more.total() <= Protobuf.MAX_READ);
                }
            } catch (MalformedException expected) {
                assertTrue(!String.valueOf(expected.getMessage()).isBlank());
            }
        });
    }

    private byte[] frame(RandomValues values) {
        return protobuf.encode(new Envelope(SOMEBODY, SOMEBODY, carried(values, values.below(CARRIED))));
    }

    /** A sync without a state has no frame ({@link NotCarriedException}), so it is drawn again. */
    private static Message carried(RandomValues values, int type) {
        Message message = values.message(type);
        while (message instanceof ChannelSync sync && sync.transaction().isEmpty()) {
            message = values.message(type);
        }
        return message;
    }

    private Decoding decode(byte[] bytes) {
        return protobuf.decode(ByteBuffer.wrap(bytes), Protobuf.MAX_READ);
    }
}
