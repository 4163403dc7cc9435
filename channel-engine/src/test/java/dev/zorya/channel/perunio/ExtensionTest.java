package dev.zorya.channel.perunio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.codec.Apps;
import dev.zorya.channel.codec.Decoding;
import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.Extension.Letter;
import dev.zorya.channel.message.Extension.Note;
import dev.zorya.channel.message.Extension.PaymentNotes;
import dev.zorya.channel.message.Extension.PaymentRequest;
import dev.zorya.channel.message.Extension.RequestDeclined;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.BackendId;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.WireIdentity;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Our own messages: their bytes are fixed here, because wallets of different versions must understand each other. */
class ExtensionTest {
    private static final WireIdentity SOMEBODY = WireIdentity.single(Bytes.fromHex("000162"));
    private static final ChannelId CHANNEL = ChannelId.fromHex("c1".repeat(32));
    private static final Bytes ID = Bytes.fromHex("1d".repeat(16));
    private static final Bytes REQUEST = Bytes.fromHex("4e".repeat(16));
    private static final Asset ASSET = new Asset(BackendId.SOLANA, Bytes.fromHex("a5"));
    private final Perunio perunio = new Perunio(Apps.NONE);

    @Test
    void notes() {
        Note first = new Note(ID, 0, BigInteger.valueOf(300), "tea", Bytes.EMPTY);
        Note second = new Note(REQUEST, 1, BigInteger.ONE, "", REQUEST);
        assertBothWays(
                "11" + "6e000000" + "c1".repeat(32) + "0700000000000000" + "0200" //
                        + "1d".repeat(16) + "0000" + "02012c" + "0300" + "746561" + "0000"
                        + "4e".repeat(16) + "0100" + "0101" + "0000" + "1000" + "4e".repeat(16),
                new PaymentNotes(CHANNEL, 7, List.of(first, second)));
    }

    @Test
    void request() {
        assertBothWays(
                "12" + "46000000" + "4e".repeat(16) + "c1".repeat(32) + "06000000" + "0100" + "a5" + "0105"
                        + "0300746561" + "8096980000000000",
                new PaymentRequest(REQUEST, CHANNEL, ASSET, BigInteger.valueOf(5), "tea", 10_000_000));
    }

    @Test
    void declined() {
        assertBothWays(
                "13" + "34000000" + "4e".repeat(16) + "c1".repeat(32) + "02006e6f",
                new RequestDeclined(REQUEST, CHANNEL, "no"));
    }

    @Test
    void letter() {
        assertBothWays("14" + "07000000" + "03000000" + "612e62", new Letter(Bytes.fromHex("612e62")));
        Bytes longest = Bytes.zero(Extension.MAX_LETTER);
        byte[] encoded = perunio.encode(new Envelope(SOMEBODY, SOMEBODY, new Letter(longest)));
        Decoding decoding = perunio.decode(ByteBuffer.wrap(encoded), Perunio.MAX_ENVELOPE);
        assertEquals(
                new Letter(longest),
                assertInstanceOf(Decoding.Complete.class, decoding).envelope().message());
    }

    @Test
    void lettersThatCannotBe() {
        for (String body : List.of("04000000" + "00000000", "04000000" + "01000000", "04000000" + "ffffffff")) {
            assertThrows(MalformedException.class, () -> perunio.message(Bytes.fromHex("14" + body)), body);
        }
        assertThrows(MalformedException.class, () -> new Letter(Bytes.EMPTY));
        assertThrows(MalformedException.class, () -> new Letter(Bytes.zero(Extension.MAX_LETTER + 1)));
    }

    @Test
    void fieldsOfALaterVersionAreIgnored() {
        Bytes later = Bytes.fromHex("13" + "36000000" + "4e".repeat(16) + "c1".repeat(32) + "02006e6f" + "beef");
        assertEquals(new RequestDeclined(REQUEST, CHANNEL, "no"), perunio.message(later));
    }

    @Test
    void aBodyShorterThanItsFieldsIsRefused() {
        Bytes shorter = Bytes.fromHex("13" + "33000000" + "4e".repeat(16) + "c1".repeat(32) + "02006e6f");
        assertThrows(MalformedException.class, () -> perunio.message(shorter));
    }

    /** As many notes as one update may carry, each with the longest text, fit the envelope. */
    @Test
    void theMostNotesFit() {
        Note longest = new Note(ID, 0xffff, BigInteger.ONE.shiftLeft(255), "\u00e9".repeat(256), REQUEST);
        PaymentNotes most = new PaymentNotes(CHANNEL, -1, Collections.nCopies(512, longest));
        byte[] encoded = perunio.encode(new Envelope(SOMEBODY, SOMEBODY, most));
        assertTrue(encoded.length > 0xffff, "16 bits would not do");
        Decoding decoding = perunio.decode(ByteBuffer.wrap(encoded), Perunio.MAX_ENVELOPE);
        assertEquals(
                most,
                assertInstanceOf(Decoding.Complete.class, decoding).envelope().message());
    }

    @Test
    void impossibleFieldsCannotBeMade() {
        BigInteger one = BigInteger.ONE;
        assertThrows(MalformedException.class, () -> new Note(Bytes.zero(15), 0, one, "", Bytes.EMPTY));
        assertThrows(MalformedException.class, () -> new Note(ID, 0, BigInteger.ZERO, "", Bytes.EMPTY));
        assertThrows(MalformedException.class, () -> new Note(ID, 0, one.negate(), "", Bytes.EMPTY));
        assertThrows(MalformedException.class, () -> new Note(ID, 0, one, "", Bytes.zero(1)));
        assertThrows(MalformedException.class, () -> new Note(ID, 65536, one, "", Bytes.EMPTY));
        assertThrows(MalformedException.class, () -> new Note(ID, 0, one, "x".repeat(513), Bytes.EMPTY));
        assertThrows(MalformedException.class, () -> new Note(ID, 0, one, "\u00e9".repeat(257), Bytes.EMPTY));
        Note note = new Note(ID, 0, one, "x".repeat(512), Bytes.EMPTY);
        List<Note> tooMany = Collections.nCopies(513, note);
        assertThrows(MalformedException.class, () -> new PaymentNotes(CHANNEL, 0, tooMany));
        assertThrows(MalformedException.class, () -> new PaymentRequest(ID, CHANNEL, ASSET, BigInteger.ZERO, "", 0));
        assertThrows(MalformedException.class, () -> new RequestDeclined(ID, CHANNEL, "x".repeat(513)));
    }

    private void assertBothWays(String hex, Extension extension) {
        assertEquals(hex, Bytes.wrap(Perunio.encode(extension)).hex());
        assertEquals(extension, perunio.message(Bytes.fromHex(hex)));
    }
}
