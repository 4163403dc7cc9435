package dev.zorya.channel.protobuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.codec.Decoding;
import dev.zorya.channel.codec.UnknownAppException;
import dev.zorya.channel.message.Control;
import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.value.AddressMap;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.channel.vectors.Vectors;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every row of decode.json in protobuf. What go-perun decodes without a check, and what crashes it, is refused here. */
class DecodeVectorTest {
    private final Protobuf protobuf = new Protobuf(Vectors.APPS);

    @TestFactory
    @Tag("threat-50")
    Stream<DynamicTest> protobuf() {
        return Vectors.decodeRows("protobuf", row -> {
            Bytes input = Vectors.bytes(row, "input");
            String library = Vectors.text(row, "result");
            switch (Vectors.text(row, "name")) {
                case "state with an app that is not registered" -> {
                    assertEquals("error", library);
                    UnknownAppException refused = assertThrows(UnknownAppException.class, () -> decode(input));
                    assertEquals(20, refused.appId().size());
                }
                // to a stream these are not wrong, only unfinished; the library hit the end of its buffer
                case "empty" -> assertUnfinished(library, 2, input);
                case "only the length" -> assertUnfinished(library, 2 + 0x30, input);
                case "length field larger than the data" -> assertUnfinished(library, 2 + 0xffff, input);
                case "length 0" -> assertRefused("error", library, input, "entries of an address map");
                case "sig of 64 bytes is decoded (the length is not checked)" ->
                    assertRefused("ok", library, input, "signature has 64 bytes");
                case "no sig at all is decoded" -> assertRefused("ok", library, input, "signature has 0 bytes");
                case "allocation without backends" -> assertRefused("panic", library, input, "0 backends for 1 assets");
                case "more balance rows than assets is decoded (not checked here)" ->
                    assertRefused("ok", library, input, "1 assets but 2 balance rows");
                case "asset of an unknown backend 9" ->
                    assertRefused("panic", library, input, "backend of an asset: 9");
                case "sender map of two backends (both orders are decoded to the same map)" -> {
                    assertEquals("ok", library);
                    Envelope envelope = complete(input).envelope();
                    Map<Integer, Bytes> both = Map.of(1, Bytes.fromHex("00026131"), 2, Bytes.fromHex("00026132"));
                    assertEquals(new WireIdentity(new AddressMap(new TreeMap<>(both))), envelope.sender());
                    assertEquals(new Control.Shutdown(""), envelope.message());
                }
                default -> throw new AssertionError("row without an expectation");
            }
        });
    }

    private void assertUnfinished(String library, int total, Bytes input) {
        assertEquals("error", library);
        assertEquals(new Decoding.NeedMore(total), decode(input));
    }

    private void assertRefused(String expected, String library, Bytes input, String why) {
        assertEquals(expected, library);
        MalformedException refused = assertThrows(MalformedException.class, () -> decode(input));
        assertTrue(String.valueOf(refused.getMessage()).contains(why), refused.getMessage());
    }

    private Decoding.Complete complete(Bytes input) {
        return assertInstanceOf(Decoding.Complete.class, decode(input));
    }

    private Decoding decode(Bytes input) {
        return protobuf.decode(ByteBuffer.wrap(input.toArray()), Protobuf.MAX_READ);
    }
}
