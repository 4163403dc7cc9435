package dev.zorya.channel.perunio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zorya.channel.codec.Apps;
import dev.zorya.channel.codec.Decoding;
import dev.zorya.channel.message.Control;
import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.BackendId;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.channel.vectors.HostileFrame;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Lengths that a peer only claims cost nothing (safety rule 5); limits hold to the byte. */
class BoundsTest {
    private static final WireIdentity SOMEBODY = WireIdentity.single(Bytes.fromHex("000162"));
    private static final String ENDS = "0100000001000000" + "0300" + "000162";
    private static final String PREFIX = ENDS + ENDS;
    private static final String ID = "00".repeat(32);
    private final Perunio perunio = new Perunio(Apps.NONE);

    @TestFactory
    @Tag("threat-50")
    @Tag("threat-16")
    Stream<DynamicTest> claimedLengthsAreNotBelieved() {
        return Stream.of(
                        new String[] {"2^31-1 backends in the sender", "ffffff7f"},
                        new String[] {"2^31-1 backends in the recipient", ENDS + "ffffff7f"},
                        new String[] {"proof of 2^32-1 bytes", PREFIX + "03" + "ffffffff"},
                        new String[] {"proof of 2^31-1 bytes", PREFIX + "03" + "7fffffff"},
                        new String[] {"text of 65535 bytes", PREFIX + "02" + "ffff"},
                        new String[] {"1024 x 1024 balances", PREFIX + "0b" + ID + "00".repeat(8) + "000400040004"},
                        new String[] {"65535 assets", PREFIX + "0b" + ID + "00".repeat(8) + "ffffffffffff"},
                        new String[] {"extension of 2^32-1 bytes", PREFIX + "11" + "ffffffff"},
                        new String[] {"extension of 4 MiB", PREFIX + "11" + "00003f00"})
                .map(row -> DynamicTest.dynamicTest(row[0], () -> assertCheap(Bytes.fromHex(row[1]))));
    }

    private void assertCheap(Bytes hostile) {
        HostileFrame.assertCheap(perunio, Perunio.MAX_ENVELOPE, hostile, 32 << 10);
    }

    @Test
    void theLimitHoldsToTheByte() {
        byte[] encoded = perunio.encode(new Envelope(SOMEBODY, SOMEBODY, new Control.Shutdown("x".repeat(100))));
        ByteBuffer all = ByteBuffer.wrap(encoded);
        assertInstanceOf(Decoding.Complete.class, perunio.decode(all, encoded.length));
        assertThrows(MalformedException.class, () -> perunio.decode(all, encoded.length - 1));
        ByteBuffer part = ByteBuffer.wrap(encoded, 0, 50);
        assertEquals(new Decoding.NeedMore(encoded.length), perunio.decode(part, encoded.length));
        assertThrows(MalformedException.class, () -> perunio.decode(part, encoded.length - 1));
    }

    /** Without this a peer could make us start over for every byte of a large message. */
    @Test
    void listsAskForTheirLeastSizeAtOnce() {
        Bytes start = Bytes.fromHex(PREFIX + "0b" + ID + "00".repeat(8) + "010000040000" + "010000001e00" + "0200"
                + "0539" + "01000000" + "1400" + "11".repeat(20) + "01000004");
        Decoding decoding = perunio.decode(ByteBuffer.wrap(start.toArray()), Perunio.MAX_ENVELOPE);
        assertEquals(new Decoding.NeedMore(start.size() + 1024), decoding);
    }

    @Test
    void theBufferMayStartAnywhereAndStaysAsItIs() {
        byte[] encoded = perunio.encode(new Envelope(SOMEBODY, SOMEBODY, new Control.Ping(7)));
        ByteBuffer direct = ByteBuffer.allocateDirect(encoded.length + 9);
        direct.position(5).put(encoded).position(5);
        assertEquals(
                encoded.length,
                assertInstanceOf(Decoding.Complete.class, perunio.decode(direct.asReadOnlyBuffer(), 100))
                        .consumed());
        assertEquals(5, direct.position());
    }

    @Test
    @Tag("threat-10")
    void anAmountThatNoLedgerHoldsIsRefused() {
        BigInteger most = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
        Perunio reader = new Perunio(Apps.NONE);
        assertEquals(Balances.single(most), reader.balances(Bytes.wrap(Perunio.encode(Balances.single(most)))));
        Bytes over = Bytes.wrap(Perunio.encode(Balances.single(most.add(BigInteger.ONE))));
        assertThrows(MalformedException.class, () -> reader.balances(over));
    }

    @Test
    @Tag("threat-12")
    void whatHasNoEncodingIsRefused() {
        assertThrows(MalformedException.class, () -> Perunio.encode(new Control.Shutdown("x".repeat(65536))));
        assertThrows(MalformedException.class, () -> Perunio.encode(Balances.single(BigInteger.ONE.shiftLeft(1024))));
        State state = new State(
                new ChannelId(Bytes.zero(32)),
                0,
                new Allocation(
                        List.of(new Asset(BackendId.SOLANA, Bytes.EMPTY)), Balances.single(BigInteger.ONE), List.of()),
                false,
                App.NONE,
                Bytes.EMPTY);
        assertThrows(
                MalformedException.class,
                () -> Perunio.encode(new UpdateMessage.Update(state, 65536, new Signature(Bytes.zero(65)))));
    }

    @TestFactory
    Stream<DynamicTest> whatMeansTwoThingsIsRefused() {
        String entry = "01000000" + "0300" + "000162";
        String allocation = "010001000000" + "06000000" + "0000";
        String state = ID + "00".repeat(8);
        return Stream.of(
                        new String[] {"two addresses for one backend", "02000000" + entry + entry},
                        new String[] {"identity without an address", "00000000"},
                        new String[] {"17 backends", "11000000" + entry.repeat(17)},
                        new String[] {"type 21", PREFIX + "15"},
                        new String[] {"type 255", PREFIX + "ff"},
                        new String[] {
                            "columns differ from the header",
                            PREFIX + "0b" + state + allocation + "01000200" + "0000" + "00" + "00" + "0000"
                        },
                        new String[] {
                            "data without an app",
                            PREFIX + "0b" + state + allocation + "01000100" + "00" + "00" + "00" + "0100" + "ff"
                        },
                        new String[] {"neither a transaction nor none", PREFIX + "10" + "03" + "02" + state + allocation
                        },
                        new String[] {
                            "signature of a third of two participants",
                            PREFIX + "10" + "03" + "01" + state + "010002000000" + "06000000" + "0000" + "01000200"
                                    + "0000" + "00" + "00" + "0000" + "04" + "11".repeat(65)
                        },
                        new String[] {
                            "asset of a backend that nobody has",
                            PREFIX + "0b" + state + "010001000000" + "07000000" + "0000" + "01000100" + "00" + "00"
                                    + "00" + "0000"
                        },
                        new String[] {
                            "Ethereum asset of no form",
                            PREFIX + "0b" + state + "010001000000" + "01000000" + "0100" + "ff" + "01000100" + "00"
                                    + "00" + "00" + "0000"
                        })
                .map(row -> DynamicTest.dynamicTest(row[0], () -> {
                    ByteBuffer hostile = ByteBuffer.wrap(Bytes.fromHex(row[1]).toArray());
                    assertThrows(MalformedException.class, () -> perunio.decode(hostile, Perunio.MAX_ENVELOPE));
                }));
    }

    @Test
    @Tag("threat-16")
    void theLargestAllocationTakesPartInTheProtocol() {
        List<BigInteger> row = Collections.nCopies(2, BigInteger.TEN);
        Allocation largest = new Allocation(
                Collections.nCopies(1024, new Asset(BackendId.SOLANA, Bytes.EMPTY)),
                new Balances(Collections.nCopies(1024, row)),
                List.of());
        assertEquals(largest, perunio.allocation(Bytes.wrap(Perunio.encode(largest))));
    }
}
