package dev.zorya.channel.protobuf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.State;
import dev.zorya.channel.vectors.Vectors;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every row of params.json and states.json as protobuf writes it. */
class ValueVectorTest {
    private final ChannelCodec codec = new ChannelCodec(Vectors.APPS);

    @TestFactory
    Stream<DynamicTest> paramsBothWays() {
        return Vectors.each(Vectors.load("params").required("cases"), row -> {
            Params value = Vectors.params(row.required("params"));
            Bytes encoded = Vectors.bytes(row.required("expect"), "protobuf");
            assertEquals(encoded, write(out -> ChannelCodec.writeParams(out, value)));
            assertEquals(value, codec.readParams(Fields.of(encoded.toArray())));
        });
    }

    /** The library writes no locked funds (OFFCHAIN.md 4.3, 1): its bytes are those of the state without them. */
    @TestFactory
    Stream<DynamicTest> statesBothWays() {
        return Vectors.each(Vectors.load("states").required("cases"), row -> {
            State value = Vectors.state(row.required("state"));
            Bytes encoded = Vectors.bytes(row.required("expect"), "protobuf");
            State written = withoutLocked(value);
            assertEquals(encoded, write(out -> ChannelCodec.writeState(out, written)));
            assertEquals(written, codec.readState(Fields.of(encoded.toArray())));
            Bytes whole = write(out -> ChannelCodec.writeState(out, value));
            assertEquals(value, codec.readState(Fields.of(whole.toArray())));
        });
    }

    private static State withoutLocked(State state) {
        Allocation allocation = state.allocation();
        return new State(
                state.id(),
                state.version(),
                new Allocation(allocation.assets(), allocation.balances(), List.of()),
                state.isFinal(),
                state.app(),
                state.data());
    }

    private static Bytes write(Consumer<FieldWriter> body) {
        FieldWriter out = new FieldWriter();
        body.accept(out);
        return Bytes.wrap(out.toByteArray());
    }
}
