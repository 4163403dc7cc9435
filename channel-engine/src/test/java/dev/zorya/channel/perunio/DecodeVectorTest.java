package dev.zorya.channel.perunio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

/** Every row of decode.json in perunio. */
class DecodeVectorTest {
    private final Perunio perunio = new Perunio(Vectors.APPS);

    @TestFactory
    @Tag("threat-50")
    Stream<DynamicTest> perunio() {
        return Vectors.decodeRows("perunio", row -> {
            Bytes input = Vectors.bytes(row, "input");
            String name = Vectors.text(row, "name");
            String library = Vectors.text(row, "result");
            switch (name) {
                // to a stream these are not wrong, only unfinished; the library hit the end of its buffer
                case "empty",
                        "last byte missing",
                        "update: cut in half",
                        "update-acc: cut in half",
                        "ledger-proposal: cut in half",
                        "virtual-funding: cut in half",
                        "sync-acting: cut in half" -> {
                    assertEquals("error", library);
                    assertInstanceOf(Decoding.NeedMore.class, decode(input));
                    assertThrows(MalformedException.class, () -> perunio.message(body(input)));
                }
                // 17 is a type of ours, but what follows is the body of a ping
                case "unknown message type 17",
                        "sender map length 0 with the entries left in place",
                        "negative sender map length",
                        "ledger proposal with peer count 0 (2..1024 needed)",
                        "ledger proposal with peer count 1 (2..1024 needed)" -> {
                    assertEquals("error", library);
                    assertThrows(MalformedException.class, () -> decode(input));
                }
                case "state with an app that is not registered" -> {
                    assertEquals("error", library);
                    assertEquals(
                            20,
                            assertThrows(UnknownAppException.class, () -> decode(input))
                                    .appId()
                                    .size());
                }
                case "ledger proposal with peer count -1" -> {
                    assertEquals("panic", library);
                    assertThrows(MalformedException.class, () -> decode(input));
                }
                case "one byte too many (left for the next message)" -> {
                    assertEquals("ok", library);
                    assertEquals(input.size() - 1, complete(input).consumed());
                }
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

    private Decoding.Complete complete(Bytes input) {
        return assertInstanceOf(Decoding.Complete.class, decode(input));
    }

    private Decoding decode(Bytes input) {
        return perunio.decode(ByteBuffer.wrap(input.toArray()), Perunio.MAX_ENVELOPE);
    }

    /** What comes after the two identities of these rows. */
    private static Bytes body(Bytes input) {
        return input.size() < 36 ? Bytes.EMPTY : input.slice(36, input.size());
    }
}
