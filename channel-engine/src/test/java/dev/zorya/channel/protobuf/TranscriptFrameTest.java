package dev.zorya.channel.protobuf;

import dev.zorya.channel.vectors.FrameTests;
import dev.zorya.channel.vectors.Vectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every protobuf frame that real clients exchanged. */
class TranscriptFrameTest {
    @TestFactory
    Stream<DynamicTest> frames() {
        return new FrameTests(new Protobuf(Vectors.APPS), Protobuf.MAX_READ).of("ledger/protobuf", "reject/protobuf");
    }
}
