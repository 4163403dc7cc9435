package dev.zorya.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.codec.Decoding;
import dev.zorya.channel.codec.NotCarriedException;
import dev.zorya.channel.message.Control;
import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.port.BusException;
import dev.zorya.channel.protobuf.Protobuf;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.channel.vectors.Parties;
import dev.zorya.channel.vectors.Parties.Party;
import dev.zorya.channel.vectors.RandomValues;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The bus with go-perun's second serializer (OFFCHAIN.md 4): between two of ours, and towards what a Go peer can read. */
class ProtobufTest {
    private static final int CARRIED = 16;
    private static final int BURST = 300;

    private static Wallet wallet(String name) throws ListenException {
        return Wallet.tls(name, config -> config.with(Wallet.PROTOBUF));
    }

    @Test
    void twoBusesTalk() throws Exception {
        try (Wallet alice = wallet("alice");
                Wallet bob = wallet("bob")) {
            Wallet.introduce(alice, bob);
            RandomValues values = new RandomValues(1);
            for (int type = 4; type < CARRIED; type++) {
                Message there = values.message(type);
                alice.send(bob, there);
                assertEquals(new Envelope(alice.identity(), bob.identity(), there), bob.inbox.next());
                Message back = values.message(type);
                bob.send(alice, back);
                assertEquals(new Envelope(bob.identity(), alice.identity(), back), alice.inbox.next());
            }
        }
    }

    @Test
    void theLongestMessageArrives() throws Exception {
        try (Wallet alice = wallet("alice");
                Wallet bob = wallet("bob")) {
            Wallet.introduce(alice, bob);
            int around = frame(alice.identity(), bob.identity(), Wallet.message(1, "x".repeat(1000))).length - 1000;
            String longest = "x".repeat(Protobuf.MAX_SENT - around);
            assertEquals(Protobuf.MAX_SENT, frame(alice.identity(), bob.identity(), Wallet.message(1, longest)).length);
            alice.send(bob, Wallet.message(1, longest));
            assertEquals(Wallet.message(1, longest), bob.inbox.next().message());
        }
    }

    /** go-perun reads a frame with a single read, and a read brings at most one TLS record (OFFCHAIN.md 4.3, 2). */
    @Test
    void aFrameIsNeverSpreadOverTlsRecords() throws Exception {
        Party carol = Parties.party("carol");
        try (Wallet bob = wallet("bob")) {
            bob.contacts.put(carol.identity(), new KnownPeer(bob.endpoint(), null, false));
            try (RawPeer goPerun =
                    RawPeer.tls(bob.endpoint(), null).speaking(Wallet.PROTOBUF).greet(carol, bob.identity())) {
                List<CompletionStage<Void>> sent = new ArrayList<>();
                for (int i = 1; i <= BURST; i++) {
                    sent.add(bob.bus.send(carol.identity(), Wallet.message(i, "x".repeat(i))));
                }
                for (int i = 1; i <= BURST; i++) {
                    assertArrayEquals(
                            frame(bob.identity(), carol.identity(), Wallet.message(i, "x".repeat(i))),
                            goPerun.readOnce());
                }
                for (CompletionStage<Void> each : sent) {
                    each.toCompletableFuture().get(10, TimeUnit.SECONDS);
                }
            }
        }
    }

    @Test
    void whatTheFormatCannotCarryIsRefusedAndHarmsNothing() throws Exception {
        try (Wallet alice = wallet("alice");
                Wallet bob = wallet("bob")) {
            Wallet.introduce(alice, bob);
            Message note = new RandomValues(1).message(17);
            ExecutionException thrown = assertThrows(ExecutionException.class, () -> alice.send(bob, note));
            BusException refused = assertInstanceOf(BusException.class, thrown.getCause());
            assertEquals(BusException.Reason.LOST, refused.reason());
            assertInstanceOf(NotCarriedException.class, refused.getCause());
            assertTrue(String.valueOf(refused.getMessage()).contains("Nothing was sent, and no money moved."));
            alice.send(bob, Wallet.message(2));
            assertEquals(2, bob.received());
        }
    }

    /** Two networks with different serializers: the first frame is no greeting, and both hang up. */
    @Test
    @Tag("threat-50")
    void aBusOfTheOtherFormatIsRefused() throws Exception {
        try (Wallet alice = wallet("alice");
                Wallet bob = Wallet.tls("bob")) {
            Wallet.introduce(alice, bob);
            assertEquals(
                    BusException.Reason.OFFLINE, alice.refusal(bob.identity()).reason());
            assertEquals(
                    BusException.Reason.OFFLINE, bob.refusal(alice.identity()).reason());
            bob.inbox.expectNothing(0);
            alice.inbox.expectNothing(0);
        }
    }

    /** An unproven peer may send a whole frame, and the budget for it is the transport's own, not the length field. */
    @Test
    @Tag("threat-50")
    void aFrameBeyondTheBudgetOfAStrangerIsRefusedByItsLength() throws Exception {
        try (Wallet bob = wallet("bob");
                RawPeer stranger = RawPeer.tls(bob.endpoint(), null).speaking(Wallet.PROTOBUF)) {
            stranger.write(new byte[] {(byte) 0xff, (byte) 0xff});
            stranger.expectHangUp();
        }
    }

    @Test
    void pingsAreAnswered() throws Exception {
        Party carol = Parties.party("carol");
        try (Wallet bob = wallet("bob");
                RawPeer peer = RawPeer.tls(bob.endpoint(), null).speaking(Wallet.PROTOBUF)) {
            bob.contacts.put(carol.identity(), new KnownPeer(bob.endpoint(), null, false));
            peer.greet(carol, bob.identity());
            peer.write(carol.identity(), bob.identity(), new Control.Ping(77));
            assertEquals(new Control.Pong(77), peer.read().message());
        }
    }

    private static byte[] frame(WireIdentity from, WireIdentity to, Message message) {
        byte[] frame = Wallet.PROTOBUF.encode(new Envelope(from, to, message));
        assertInstanceOf(Decoding.Complete.class, Wallet.PROTOBUF.decode(ByteBuffer.wrap(frame), frame.length));
        return frame;
    }
}
