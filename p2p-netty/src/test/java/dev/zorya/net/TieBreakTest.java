package dev.zorya.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.vectors.Parties;
import dev.zorya.channel.vectors.Parties.Party;
import dev.zorya.channel.vectors.Vectors;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Two connections with one peer (OFFCHAIN.md 2.4). Bob is between Alice and Carol in the order of names. */
class TieBreakTest {
    private static final Party ALICE = Parties.party("alice");
    private static final Party CAROL = Parties.party("carol");

    private Wallet bob;

    @BeforeEach
    void open() throws Exception {
        bob = Wallet.plain("bob", config -> config.with(Quick.DEADLINES));
    }

    @AfterEach
    void close() {
        bob.close();
    }

    /** For each pair of names: what the lesser dialled goes, and both ends come to the same result. */
    @TestFactory
    Stream<DynamicTest> followsTheOrderOfNames() {
        return Vectors.each(
                Vectors.load("identities").required("wireCmp"),
                row -> Vectors.text(row, "a") + " and " + Vectors.text(row, "b"),
                row -> {
                    Bytes a = name(Vectors.text(row, "a"));
                    Bytes b = name(Vectors.text(row, "b"));
                    int order = row.required("cmp").intValue();
                    assertEquals(order < 0, TieBreak.newcomerGoes(a, b, true));
                    assertEquals(order >= 0, TieBreak.newcomerGoes(a, b, false));
                    if (order != 0) {
                        assertEquals(TieBreak.newcomerGoes(a, b, true), TieBreak.newcomerGoes(b, a, false));
                    }
                });
    }

    private static Bytes name(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theLesserCannotReplaceItsOwnConnection() throws Exception {
        try (RawPeer first = RawPeer.plain(bob.endpoint()).greet(ALICE, bob.identity());
                RawPeer second = RawPeer.plain(bob.endpoint()).greet(ALICE, bob.identity())) {
            bob.inbox.expectUp(ALICE.identity());
            second.expectHangUp();
            bob.inbox.expectNoChange(0);
            expectTraffic(first, ALICE);
        }
    }

    @Test
    void theGreaterReplacesItsOwnConnection() throws Exception {
        try (RawPeer first = RawPeer.plain(bob.endpoint()).greet(CAROL, bob.identity());
                RawPeer second = RawPeer.plain(bob.endpoint()).greet(CAROL, bob.identity())) {
            bob.inbox.expectUp(CAROL.identity());
            bob.inbox.expectUp(CAROL.identity());
            first.expectHangUp();
            bob.inbox.expectNoChange(0);
            expectTraffic(second, CAROL);
        }
    }

    @Test
    void whatTheGreaterDialsReplacesWhatItAccepted() throws Exception {
        crossing(ALICE, true);
    }

    @Test
    void whatTheLesserDialsGoes() throws Exception {
        crossing(CAROL, false);
    }

    /** Bob's dial to {@code peer} is answered only after that peer's own dial to Bob has come through. */
    private void crossing(Party peer, boolean dialledStays) throws Exception {
        try (RawListener listener = new RawListener()) {
            bob.contacts.put(peer.identity(), new KnownPeer(listener.endpoint(), null, false));
            CompletionStage<Void> sent = bob.bus.connect(peer.identity());
            try (RawPeer dialled = listener.accept();
                    RawPeer accepted = RawPeer.plain(bob.endpoint()).greet(peer, bob.identity())) {
                assertEquals(RawPeer.proof(bob.party), dialled.read().message());
                bob.inbox.expectUp(peer.identity());
                dialled.write(peer.identity(), bob.identity(), RawPeer.proof(peer));
                if (dialledStays) {
                    bob.inbox.expectUp(peer.identity());
                }
                sent.toCompletableFuture().get(5, TimeUnit.SECONDS);
                (dialledStays ? accepted : dialled).expectHangUp();
                expectTraffic(dialledStays ? dialled : accepted, peer);
                bob.inbox.expectNoChange(0);
            }
        }
    }

    /** What was on its way on the connection that goes is still taken. */
    @Test
    void theConnectionThatGoesIsReadForAMoment() throws Exception {
        try (RawPeer first = RawPeer.plain(bob.endpoint()).greet(CAROL, bob.identity());
                RawPeer second = RawPeer.plain(bob.endpoint()).greet(CAROL, bob.identity())) {
            first.write(CAROL.identity(), bob.identity(), Wallet.message(8));
            assertEquals(8, bob.received());
            second.write(CAROL.identity(), bob.identity(), Wallet.message(9));
            assertEquals(9, bob.received());
        }
    }

    /** A Zorya whose old connection died without a word: the newcomer goes, but the old one has to prove that it lives. */
    @Test
    void aDeadConnectionDoesNotKeepTheLesserOut() throws Exception {
        bob.contacts.put(ALICE.identity(), new KnownPeer(null, null, true));
        try (RawPeer dead = RawPeer.plain(bob.endpoint()).greet(ALICE, bob.identity())) {
            bob.inbox.expectUp(ALICE.identity());
            try (RawPeer again = RawPeer.plain(bob.endpoint()).greet(ALICE, bob.identity())) {
                bob.inbox.expectDown(ALICE.identity());
                again.expectHangUp();
            }
            assertFalse(dead.socket().isClosed());
        }
        try (RawPeer again = RawPeer.plain(bob.endpoint()).greet(ALICE, bob.identity())) {
            bob.inbox.expectUp(ALICE.identity());
            expectTraffic(again, ALICE);
        }
    }

    private void expectTraffic(RawPeer peer, Party party) throws Exception {
        bob.bus.send(party.identity(), Wallet.message(11));
        assertEquals(Wallet.message(11), peer.read().message());
        peer.write(party.identity(), bob.identity(), Wallet.message(12));
        assertEquals(12, bob.received());
        assertTrue(bob.inbox.waiting() == 0);
    }
}
