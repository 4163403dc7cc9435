package dev.zorya.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.port.BusException;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.channel.vectors.Parties;
import dev.zorya.channel.vectors.Parties.Party;
import dev.zorya.channel.wire.SimpleAddress;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the application sees of a bus when nobody attacks it, over real TLS. */
class TlsBusTest {
    @Test
    void bothSendOverTheOneConnectionThatEitherDialled() throws Exception {
        try (Wallet alice = Wallet.tls("alice");
                Wallet bob = Wallet.tls("bob")) {
            Wallet.introduce(alice, bob);
            alice.send(bob, Wallet.message(1));
            assertEquals(new Envelope(alice.identity(), bob.identity(), Wallet.message(1)), bob.inbox.next());
            bob.send(alice, Wallet.message(2));
            assertEquals(new Envelope(bob.identity(), alice.identity(), Wallet.message(2)), alice.inbox.next());
            alice.inbox.expectUp(bob.identity());
            bob.inbox.expectUp(alice.identity());
            alice.inbox.expectNoChange(100);
            bob.inbox.expectNoChange(0);
        }
    }

    @Test
    void aCutConnectionComesBackWhenThereIsSomethingToSend() throws Exception {
        try (Wallet alice = Wallet.tls("alice");
                Wallet bob = Wallet.tls("bob")) {
            Wallet.introduce(alice, bob);
            assertEquals(0, cut(alice));
            alice.send(bob, Wallet.message(1));
            bob.inbox.next();
            alice.inbox.expectUp(bob.identity());
            assertEquals(1, cut(alice));
            alice.inbox.expectDown(bob.identity());
            alice.inbox.expectNoChange(200);
            alice.send(bob, Wallet.message(2));
            assertEquals(new Envelope(alice.identity(), bob.identity(), Wallet.message(2)), bob.inbox.next());
        }
    }

    private static int cut(Wallet wallet) throws Exception {
        return wallet.bus.disconnect().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void connectsWithoutSending() throws Exception {
        try (Wallet alice = Wallet.tls("alice");
                Wallet bob = Wallet.tls("bob")) {
            Wallet.introduce(alice, bob);
            alice.bus.connect(bob.identity()).toCompletableFuture().get(10, TimeUnit.SECONDS);
            alice.inbox.expectUp(bob.identity());
            bob.inbox.expectUp(alice.identity());
            bob.bus.connect(alice.identity()).toCompletableFuture().get(10, TimeUnit.SECONDS);
            bob.inbox.expectNoChange(100);
            bob.inbox.expectNothing(0);
        }
    }

    @Test
    void tellsWhichTlsKeyAContactShows() throws Exception {
        try (Wallet alice = Wallet.tls("alice");
                Wallet bob = Wallet.tls("bob")) {
            alice.contacts.put(bob.identity(), new KnownPeer(bob.endpoint(), null, false));
            bob.contacts.put(alice.identity(), new KnownPeer(null, null, false));
            assertEquals(Optional.of(bob.tls.fingerprint()), shownKey(alice, bob.identity()));
            assertEquals(Optional.of(alice.tls.fingerprint()), shownKey(bob, alice.identity()));
            Party carol = Parties.party("carol");
            try (RawPeer goPerun = RawPeer.tls(bob.endpoint(), null).greet(carol, bob.identity())) {
                assertEquals(Optional.empty(), shownKey(bob, carol.identity()));
                goPerun.expectSilence(20);
            }
        }
    }

    private static Optional<Fingerprint> shownKey(Wallet wallet, WireIdentity peer) throws Exception {
        return wallet.bus.shownKey(peer).toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void triesTheOtherAddressesOfAHost() throws Exception {
        InetAddress[] addresses = InetAddress.getAllByName("localhost");
        assumeTrue(addresses.length > 1, "localhost has one address here");
        String last = addresses[addresses.length - 1].getHostAddress();
        try (Wallet alice = Wallet.tls("alice");
                Wallet bob = Wallet.tls("bob", config -> config.with(new Endpoint(last, 0)))) {
            alice.contacts.put(bob.identity(), new KnownPeer(new Endpoint("localhost", bob.bus.port()), null, true));
            alice.send(bob, Wallet.message(1));
            assertEquals(1, bob.received());
        }
    }

    @Test
    void keepsTheOrderOfOneSenderAlsoWhileItDials() throws Exception {
        int count = 5000;
        try (Wallet alice = Wallet.tls("alice");
                Wallet bob = Wallet.tls("bob")) {
            Wallet.introduce(alice, bob);
            List<CompletionStage<Void>> sent = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                sent.add(alice.bus.send(bob.identity(), Wallet.message(i)));
            }
            for (int i = 0; i < count; i++) {
                assertEquals(i, bob.received());
            }
            CompletableFuture.allOf(sent.stream()
                            .map(CompletionStage::toCompletableFuture)
                            .toArray(CompletableFuture[]::new))
                    .get(5, TimeUnit.SECONDS);
            bob.inbox.expectUp(alice.identity());
            bob.inbox.expectNoChange(100);
        }
    }

    @Test
    void saysThatNoAddressIsKnown() throws Exception {
        try (Wallet alice = Wallet.tls("alice")) {
            WireIdentity carol = Parties.party("carol").identity();
            assertEquals(BusException.Reason.UNKNOWN_PEER, alice.refusal(carol).reason());
            alice.contacts.put(carol, new KnownPeer(null, null, true));
            BusException refusal = alice.refusal(carol);
            assertEquals(BusException.Reason.UNKNOWN_PEER, refusal.reason());
            assertEquals(
                    "No address is known for carol. Nothing was sent."
                            + " Ask them for a new contact card, or let them connect to you.",
                    refusal.getMessage());
        }
    }

    @Test
    void reachesSomebodyWithoutAnAddressOnceTheyConnected() throws Exception {
        try (Wallet alice = Wallet.tls("alice");
                Wallet bob = Wallet.tls("bob")) {
            Wallet.introduce(alice, bob);
            alice.contacts.put(bob.identity(), new KnownPeer(null, bob.tls.fingerprint(), true));
            bob.bus.keep(alice.identity());
            alice.inbox.expectUp(bob.identity());
            alice.send(bob, Wallet.message(3));
            assertEquals(3, bob.received());
        }
    }

    @Test
    void saysThatNobodyAnswers() throws Exception {
        try (Wallet alice = Wallet.tls("alice")) {
            WireIdentity carol = Parties.party("carol").identity();
            Endpoint nobody;
            try (Wallet gone = Wallet.tls("carol")) {
                nobody = gone.endpoint();
            }
            alice.contacts.put(carol, new KnownPeer(nobody, null, true));
            BusException refusal = alice.refusal(carol);
            assertEquals(BusException.Reason.OFFLINE, refusal.reason());
            assertEquals(
                    "carol does not answer at " + nobody + ". Nothing was sent."
                            + " Try again when they are online, or ask whether their address changed.",
                    refusal.getMessage());
            alice.contacts.put(carol, new KnownPeer(new Endpoint("nowhere.invalid", 1), null, true));
            assertEquals(BusException.Reason.OFFLINE, alice.refusal(carol).reason());
        }
    }

    @Test
    void doesNotDialItself() throws Exception {
        try (Wallet alice = Wallet.tls("alice")) {
            alice.contacts.put(alice.identity(), new KnownPeer(alice.endpoint(), null, true));
            assertEquals(
                    BusException.Reason.UNKNOWN_PEER,
                    alice.refusal(alice.identity()).reason());
        }
    }

    @Test
    void refusesWhatNoPeerWouldTake() throws Exception {
        Limits small = new Limits(10, 64 << 10, 100, 10, 2000, 4000);
        try (Wallet alice = Wallet.tls("alice", config -> config.with(small));
                Wallet bob = Wallet.tls("bob")) {
            Wallet.introduce(alice, bob);
            CompletionStage<Void> sent = alice.bus.send(bob.identity(), Wallet.message(1, "x".repeat(2000)));
            assertTrue(sent.toCompletableFuture().isCompletedExceptionally());
            alice.send(bob, Wallet.message(2));
            assertEquals(2, bob.received());
        }
    }

    @Test
    void failsEverythingOnceClosed() throws Exception {
        try (Wallet alice = Wallet.tls("alice");
                Wallet bob = Wallet.tls("bob")) {
            Wallet.introduce(alice, bob);
            alice.send(bob, Wallet.message(1));
            alice.inbox.expectUp(bob.identity());
            bob.inbox.expectUp(alice.identity());
            alice.bus.close();
            alice.bus.close();
            bob.inbox.expectDown(alice.identity());
            assertEquals(
                    BusException.Reason.CLOSED, alice.refusal(bob.identity()).reason());
            assertEquals(
                    BusException.Reason.OFFLINE, bob.refusal(alice.identity()).reason());
        }
    }

    @Test
    void needsItsReceiverFirst() throws Exception {
        var party = Parties.party("alice");
        BusConfig config = BusConfig.of(
                SimpleAddress.in(party.identity()).orElseThrow(),
                party.wireKey(),
                Wallet.CODEC,
                new Security.Tls(TlsKey.create()),
                new Endpoint(Wallet.HOST, 0));
        try (TlsBus bus = TlsBus.open(config, new Directory())) {
            assertThrows(IllegalStateException.class, () -> bus.send(party.identity(), Wallet.message(1)));
            bus.subscribe(new Inbox());
            assertThrows(IllegalStateException.class, () -> bus.subscribe(new Inbox()));
        }
    }
}
