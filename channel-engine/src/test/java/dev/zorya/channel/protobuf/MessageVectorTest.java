package dev.zorya.channel.protobuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.zorya.channel.codec.Decoding;
import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.State;
import dev.zorya.channel.vectors.MessageVectors;
import dev.zorya.channel.vectors.Vectors;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Every row of messages.json: our frame is the library's, and read back it is the same message. Where the library forgets
 * locked funds, ours is the frame that it reads completely.
 */
class MessageVectorTest {
    private static final String WITH_LOCKED = "protobufFrameWithLocked";
    private final Protobuf protobuf = new Protobuf(Vectors.APPS);

    @TestFactory
    Stream<DynamicTest> encodes() {
        return Vectors.each(Vectors.load("messages"), row -> {
            String frame = row.has(WITH_LOCKED) ? WITH_LOCKED : "protobufFrame";
            assertEquals(
                    Vectors.text(row, frame),
                    Bytes.wrap(protobuf.encode(MessageVectors.envelope(row))).hex());
        });
    }

    @TestFactory
    Stream<DynamicTest> decodes() {
        return Vectors.each(Vectors.load("messages"), row -> {
            JsonNode library = row.required("roundTrip");
            Envelope envelope = MessageVectors.envelope(row);
            if (!row.has(WITH_LOCKED)) {
                // "differs" is the library's own mix-up of a missing with an empty signature, which we do not have
                assertEquals(envelope, decode(row, "protobufFrame"));
                return;
            }
            assertEquals("differs", Vectors.text(library, "protobuf"));
            assertEquals("ok", Vectors.text(library, "protobufWithLocked"));
            assertEquals(envelope, decode(row, WITH_LOCKED));
            Envelope forgotten = decode(row, "protobufFrame");
            assertNotEquals(envelope, forgotten);
            assertEquals(withoutLocked(envelope.message()), withoutLocked(forgotten.message()));
            assertEquals(forgotten.message(), withoutLocked(forgotten.message()));
        });
    }

    /** A prefix is never taken for a frame, nor refused, and never asks for more than there will be. */
    @TestFactory
    Stream<DynamicTest> waitsForTheRest() {
        return Vectors.each(Vectors.load("messages"), row -> {
            byte[] frame = Vectors.bytes(row, "protobufFrame").toArray();
            for (int size = 0; size < frame.length; size++) {
                ByteBuffer arrived = ByteBuffer.wrap(frame, 0, size);
                assertEquals(
                        new Decoding.NeedMore(size < 2 ? 2 : frame.length),
                        protobuf.decode(arrived, Protobuf.MAX_READ));
                assertEquals(0, arrived.position());
            }
        });
    }

    private Envelope decode(JsonNode row, String field) {
        Bytes frame = Vectors.bytes(row, field);
        Decoding decoding = protobuf.decode(ByteBuffer.wrap(frame.toArray()), Protobuf.MAX_READ);
        if (decoding instanceof Decoding.Complete complete) {
            assertEquals(frame.size(), complete.consumed());
            return complete.envelope();
        }
        throw new AssertionError("the whole frame gave " + decoding);
    }

    private static UpdateMessage withoutLocked(dev.zorya.channel.message.Message message) {
        if (message instanceof UpdateMessage.VirtualFunding funding) {
            return new UpdateMessage.VirtualFunding(
                    withoutLocked(funding.update()), funding.params(), funding.initial(), funding.indexMap());
        }
        if (message instanceof UpdateMessage.Update update) {
            return withoutLocked(update);
        }
        throw new AssertionError("no row has locked funds in " + message);
    }

    private static UpdateMessage.Update withoutLocked(UpdateMessage.Update update) {
        State state = update.state();
        Allocation allocation = state.allocation();
        return new UpdateMessage.Update(
                new State(
                        state.id(),
                        state.version(),
                        new Allocation(allocation.assets(), allocation.balances(), List.of()),
                        state.isFinal(),
                        state.app(),
                        state.data()),
                update.actor(),
                update.signature());
    }
}
