package dev.zorya.channel.protobuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.zorya.channel.codec.Decoding;
import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.vectors.Parties;
import dev.zorya.channel.vectors.Transcripts;
import dev.zorya.channel.vectors.Transcripts.Flow;
import dev.zorya.channel.vectors.Transcripts.Step;
import dev.zorya.channel.vectors.Vectors;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every protobuf frame that real clients exchanged: decoded, addressed as recorded, and encoded to the same bytes. */
class TranscriptFrameTest {
    private final Protobuf protobuf = new Protobuf(Vectors.APPS);

    @TestFactory
    Stream<DynamicTest> frames() {
        return Stream.of("ledger/protobuf", "reject/protobuf")
                .flatMap(key -> Transcripts.run(key).stream().flatMap(step -> tests(key, step)));
    }

    private Stream<DynamicTest> tests(String key, Step step) {
        return step.flows().stream()
                .flatMap(flow -> flow.frames().stream()
                        .map(frame -> DynamicTest.dynamicTest(
                                key + ", " + step.step() + ": " + flow.from() + " sends " + frame.type(),
                                () -> check(flow, frame.bytes()))));
    }

    private void check(Flow flow, Bytes frame) {
        Decoding decoding = protobuf.decode(ByteBuffer.wrap(frame.toArray()), Protobuf.MAX_READ);
        Envelope envelope = assertInstanceOf(Decoding.Complete.class, decoding).envelope();
        assertEquals(Parties.party(flow.from()).identity(), envelope.sender());
        assertEquals(Parties.party(flow.to()).identity(), envelope.recipient());
        assertEquals(frame, Bytes.wrap(protobuf.encode(envelope)));
    }
}
