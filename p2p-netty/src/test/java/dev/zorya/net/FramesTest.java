package dev.zorya.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.vectors.Parties;
import dev.zorya.channel.vectors.Parties.Party;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The stream of a peer that has proven who it is, cut and merged as the network likes, or damaged. */
@Tag("threat-51")
class FramesTest {
    private static final Party ALICE = Parties.party("alice");

    private Wallet bob;
    private RawPeer alice;

    @BeforeEach
    void open() throws Exception {
        bob = Wallet.plain("bob", config -> config.with(Quick.DEADLINES));
        alice = RawPeer.plain(bob.endpoint()).greet(ALICE, bob.identity());
    }

    @AfterEach
    void close() throws IOException {
        alice.close();
        bob.close();
    }

    private byte[] frame(long number) {
        return Wallet.CODEC.encode(new Envelope(ALICE.identity(), bob.identity(), Wallet.message(number)));
    }

    @Test
    void manyInOneWrite() throws Exception {
        ByteArrayOutputStream merged = new ByteArrayOutputStream();
        for (int i = 0; i < 1000; i++) {
            merged.writeBytes(frame(i));
        }
        alice.write(merged.toByteArray());
        for (int i = 0; i < 1000; i++) {
            assertEquals(i, bob.received());
        }
    }

    @Test
    void oneInTwoWritesCutAnywhere() throws Exception {
        byte[] frame = frame(7);
        for (int cut = 1; cut < frame.length; cut += 7) {
            alice.write(Arrays.copyOf(frame, cut));
            Thread.sleep(1);
            alice.write(Arrays.copyOfRange(frame, cut, frame.length));
            assertEquals(7, bob.received());
        }
    }

    @Test
    void oneByteAtATime() throws Exception {
        byte[] frame = frame(9);
        for (byte each : frame) {
            alice.write(new byte[] {each});
        }
        assertEquals(9, bob.received());
    }

    @Test
    void oneAndAHalf() throws Exception {
        byte[] second = frame(2);
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(frame(1));
        both.write(second, 0, 300);
        alice.write(both.toByteArray());
        assertEquals(1, bob.received());
        alice.write(Arrays.copyOfRange(second, 300, second.length));
        assertEquals(2, bob.received());
    }

    @Test
    void whatComesTwiceIsDeliveredTwice() throws Exception {
        alice.write(frame(3));
        alice.write(frame(3));
        assertEquals(3, bob.received());
        assertEquals(3, bob.received());
    }

    @Test
    void halfAnEnvelopeIsNoMessage() throws Exception {
        alice.write(Arrays.copyOf(frame(4), 400));
        alice.close();
        bob.inbox.expectUp(ALICE.identity());
        bob.inbox.expectDown(ALICE.identity());
        bob.inbox.expectNothing(0);
    }

    @Test
    @Tag("threat-50")
    void anEnvelopeThatTakesTooLongEndsTheConnection() throws Exception {
        long started = System.nanoTime();
        alice.write(Arrays.copyOf(frame(4), 400));
        alice.expectHangUp();
        long millis = Duration.ofNanos(System.nanoTime() - started).toMillis();
        assertTrue(millis >= 400 && millis < 3000, "after " + millis + " ms");
    }

    @Test
    void randomBytesEndTheConnection() throws Exception {
        Random random = new Random(42);
        for (int i = 0; i < 50; i++) {
            byte[] noise = new byte[2000];
            random.nextBytes(noise);
            try (RawPeer peer = RawPeer.plain(bob.endpoint()).greet(Parties.party("carol"), bob.identity())) {
                peer.write(noise);
                peer.expectHangUp();
            }
        }
        bob.inbox.expectNothing(0);
        alice.write(frame(5));
        assertEquals(5, bob.received());
    }

    /** Each byte of a good envelope altered: a different message at most, never a crash, and others go on. */
    @Test
    void anAlteredByteHurtsNobodyElse() throws Exception {
        Party carol = Parties.party("carol");
        byte[] good = Wallet.CODEC.encode(new Envelope(carol.identity(), bob.identity(), Wallet.message(1)));
        for (int at = 0; at < good.length; at += 11) {
            byte[] bad = good.clone();
            bad[at] ^= (byte) 0x80;
            try (RawPeer peer = RawPeer.plain(bob.endpoint()).greet(carol, bob.identity())) {
                peer.write(bad);
            }
        }
        alice.write(frame(6));
        long number;
        do {
            number = bob.received();
        } while (number != 6);
    }

    @Test
    @Tag("threat-50")
    void anEndlessEnvelopeEndsTheConnectionBeforeItsMemoryIsTaken() throws Exception {
        // a sender of 16 addresses of 65535 bytes, and a recipient of as many: 2 MB for the two names
        ByteArrayOutputStream address = new ByteArrayOutputStream();
        byte[] map = Bytes.fromHex("10000000").toArray();
        for (int turn = 0; turn < 2; turn++) {
            address.writeBytes(map);
            for (int i = 0; i < 16; i++) {
                address.writeBytes(new byte[] {(byte) i, 0, 0, 0, (byte) 0xff, (byte) 0xff});
                address.writeBytes(new byte[65535]);
            }
        }
        try {
            alice.write(address.toByteArray());
            alice.expectHangUp();
        } catch (SocketException reset) {
            bob.inbox.expectNothing(0);
        }
        bob.inbox.expectUp(ALICE.identity());
        bob.inbox.expectDown(ALICE.identity());
    }

    @Test
    @Tag("threat-50")
    void anEnvelopeInCrumbsEndsTheConnection() throws Exception {
        // address maps with many small entries, so that each byte is a new thing to read
        ByteArrayOutputStream crumbs = new ByteArrayOutputStream();
        crumbs.writeBytes(Bytes.fromHex("10000000").toArray());
        for (int i = 0; i < 16; i++) {
            crumbs.writeBytes(new byte[] {(byte) i, 0, 0, 0, 0, 0});
        }
        try {
            for (int turn = 0; turn < 2; turn++) {
                for (byte each : crumbs.toByteArray()) {
                    alice.write(new byte[] {each});
                    Thread.sleep(1);
                }
            }
            alice.expectHangUp();
        } catch (SocketException reset) {
            bob.inbox.expectNothing(0);
        }
    }
}
