package dev.zorya.channel.perunio;

import dev.zorya.channel.vectors.FrameTests;
import dev.zorya.channel.vectors.Vectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every perunio frame that real clients exchanged. */
class TranscriptFrameTest {
    @TestFactory
    Stream<DynamicTest> frames() {
        return new FrameTests(new Perunio(Vectors.APPS), Perunio.MAX_UNAUTHENTICATED)
                .of("ledger/perunio", "reject/perunio", "sub/perunio", "virtual/perunio");
    }
}
