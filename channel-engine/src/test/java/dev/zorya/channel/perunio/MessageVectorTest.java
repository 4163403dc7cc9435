package dev.zorya.channel.perunio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.codec.Decoding;
import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.vectors.MessageVectors;
import dev.zorya.channel.vectors.Vectors;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every row of messages.json: our bytes are the library's, and read back they are the same message. */
class MessageVectorTest {
    private final Perunio perunio = new Perunio(Vectors.APPS);

    @TestFactory
    Stream<DynamicTest> encodes() {
        return Vectors.each(Vectors.load("messages"), row -> {
            Envelope envelope = MessageVectors.envelope(row);
            assertEquals(row.required("typeID").intValue(), envelope.message().type());
            assertEquals(
                    Vectors.text(row, "perunio"),
                    Bytes.wrap(perunio.encode(envelope)).hex());
        });
    }

    @TestFactory
    Stream<DynamicTest> decodes() {
        return Vectors.each(Vectors.load("messages"), row -> {
            Bytes encoded = Vectors.bytes(row, "perunio");
            assertEquals(
                    new Decoding.Complete(MessageVectors.envelope(row), encoded.size()),
                    perunio.decode(ByteBuffer.wrap(encoded.toArray()), Perunio.MAX_ENVELOPE));
        });
    }

    /** A prefix is never taken for a message, nor refused, and never asks for more than there will be. */
    @TestFactory
    Stream<DynamicTest> waitsForTheRest() {
        return Vectors.each(Vectors.load("messages"), row -> {
            Bytes encoded = Vectors.bytes(row, "perunio");
            for (int size = 0; size < encoded.size(); size++) {
                ByteBuffer arrived = ByteBuffer.wrap(encoded.toArray(), 0, size);
                Decoding decoding = perunio.decode(arrived, Perunio.MAX_ENVELOPE);
                if (!(decoding instanceof Decoding.NeedMore more)) {
                    throw new AssertionError(size + " of " + encoded.size() + " bytes gave " + decoding);
                }
                assertEquals(0, arrived.position());
                if (more.total() <= size || more.total() > encoded.size()) {
                    throw new AssertionError(size + " of " + encoded.size() + " bytes asked for " + more.total());
                }
            }
        });
    }

    /** Message without an envelope: the end of the same bytes. */
    @TestFactory
    Stream<DynamicTest> bodies() {
        return Vectors.each(Vectors.load("messages"), row -> {
            JsonNode hex = row.required("perunio");
            Bytes body = Bytes.wrap(Perunio.encode(MessageVectors.message(row)));
            assertEquals(
                    body,
                    Vectors.bytes(hex)
                            .slice(
                                    Vectors.bytes(hex).size() - body.size(),
                                    Vectors.bytes(hex).size()));
            assertEquals(MessageVectors.message(row), perunio.message(body));
        });
    }
}
