package dev.zorya.channel.perunio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.codec.Decoding;
import dev.zorya.channel.message.Envelope;
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

/** What holds for any message and any bytes. Values come from seeds, so that a failure names its seed. */
class PerunioPropertyTest {
    private static final WireIdentity SOMEBODY = WireIdentity.single(Bytes.fromHex("000162"));
    private final Perunio perunio = new Perunio(Vectors.APPS);

    @Property
    void everyMessageComesBackTheSame(@ForAll long seed, @ForAll @IntRange(max = RandomValues.TYPES - 1) int type) {
        Envelope envelope = new Envelope(SOMEBODY, SOMEBODY, new RandomValues(seed).message(type));
        byte[] encoded = perunio.encode(envelope);
        assertEquals(new Decoding.Complete(envelope, encoded.length), decode(encoded));
        assertEquals(envelope.message(), perunio.message(Bytes.wrap(Perunio.encode(envelope.message()))));
    }

    @Property
    void messagesThatFollowEachOtherAreTakenApart(@ForAll long seed) {
        RandomValues values = new RandomValues(seed);
        byte[] first = perunio.encode(values.envelope());
        Envelope second = values.envelope();
        byte[] both = Arrays.copyOf(first, first.length + perunio.encode(second).length);
        System.arraycopy(perunio.encode(second), 0, both, first.length, both.length - first.length);
        int end = assertInstanceOf(Decoding.Complete.class, decode(both)).consumed();
        assertEquals(first.length, end);
        ByteBuffer rest = ByteBuffer.wrap(both).position(end);
        Decoding next = perunio.decode(rest, Perunio.MAX_ENVELOPE);
        assertEquals(new Decoding.Complete(second, both.length - end), next);
    }

    @Property
    @Tag("threat-51")
    void aPrefixNeverFails(@ForAll long seed, @ForAll @IntRange(max = 10_000) int cut) {
        byte[] encoded = perunio.encode(new RandomValues(seed).envelope());
        int size = cut % encoded.length;
        Decoding.NeedMore more = assertInstanceOf(Decoding.NeedMore.class, decode(Arrays.copyOf(encoded, size)));
        assertTrue(more.total() > size && more.total() <= encoded.length);
    }

    @Property(tries = 2000)
    @Tag("threat-50")
    void garbledMessagesAreRefusedOrUnderstoodAndNothingElse(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int flips) {
        RandomValues values = new RandomValues(seed);
        byte[] garbled = perunio.encode(values.envelope());
        for (int i = 0; i < flips; i++) {
            garbled[values.below(garbled.length)] = values.bytes(1).at(0);
        }
        assertHarmless(garbled);
    }

    @Property(tries = 2000)
    @Tag("threat-50")
    void noiseIsRefusedOrUnderstoodAndNothingElse(@ForAll @Size(max = 400) byte[] noise) {
        assertHarmless(noise);
        // the same noise as the body of each type
        for (int type = 0; type <= RandomValues.TYPES; type++) {
            byte[] body = new byte[noise.length + 1];
            body[0] = (byte) type;
            System.arraycopy(noise, 0, body, 1, noise.length);
            try {
                perunio.message(Bytes.wrap(body));
            } catch (MalformedException expected) {
                assertTrue(!String.valueOf(expected.getMessage()).isBlank());
            }
        }
    }

    private void assertHarmless(byte[] bytes) {
        assertTimeout(Duration.ofSeconds(5), () -> {
            try {
                switch (decode(bytes)) {
                    case Decoding.Complete complete -> {
                        assertTrue(complete.consumed() <= bytes.length);
                        // whatever was understood can be said again
                        perunio.encode(complete.envelope());
                    }
                    case Decoding.NeedMore more ->
                        assertTrue(more.total() > bytes.length && more.total() <= Perunio.MAX_ENVELOPE);
                }
            } catch (MalformedException expected) {
                assertTrue(!String.valueOf(expected.getMessage()).isBlank());
            }
        });
    }

    private Decoding decode(byte[] bytes) {
        return perunio.decode(ByteBuffer.wrap(bytes), Perunio.MAX_ENVELOPE);
    }
}
