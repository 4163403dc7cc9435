package dev.zorya.channel.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.zorya.channel.codec.Codec;
import dev.zorya.channel.codec.Decoding;
import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.vectors.Transcripts.Flow;
import dev.zorya.channel.vectors.Transcripts.Step;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A test for each frame that real clients exchanged: decoded, addressed as recorded, and encoded to the same bytes. */
public final class FrameTests {
    private final Codec codec;
    private final int limit;

    /** @param limit the longest envelope, in bytes */
    public FrameTests(Codec codec, int limit) {
        this.codec = codec;
        this.limit = limit;
    }

    /** @param runs names of transcripts */
    public Stream<DynamicTest> of(String... runs) {
        return Stream.of(runs).flatMap(key -> Transcripts.run(key).stream().flatMap(step -> tests(key, step)));
    }

    private Stream<DynamicTest> tests(String key, Step step) {
        return step.flows().stream()
                .flatMap(flow -> flow.frames().stream()
                        .map(frame -> DynamicTest.dynamicTest(
                                key + ", " + step.step() + ": " + flow.from() + " sends " + frame.type(),
                                () -> check(flow, frame.bytes()))));
    }

    private void check(Flow flow, Bytes frame) {
        Decoding decoding = codec.decode(ByteBuffer.wrap(frame.toArray()), limit);
        Envelope envelope = assertInstanceOf(Decoding.Complete.class, decoding).envelope();
        assertEquals(Parties.party(flow.from()).identity(), envelope.sender());
        assertEquals(Parties.party(flow.to()).identity(), envelope.recipient());
        assertEquals(frame, Bytes.wrap(codec.encode(envelope)));
    }
}
