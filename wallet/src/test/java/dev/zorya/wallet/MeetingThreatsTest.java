package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.message.Extension;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.identity.Claims;
import dev.zorya.identity.Endpoint;
import dev.zorya.identity.InvitationLink;
import dev.zorya.identity.letter.Letter;
import dev.zorya.wallet.api.ConnectionView;
import dev.zorya.wallet.api.ConnectionView.State;
import dev.zorya.wallet.api.Invitation;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Carol does with introductions what she must not. She has Alice's card, so she can reach her. */
@Tag("slow")
class MeetingThreatsTest {
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final String NONCE = "AAAAAAAAAAAAAAAAAAAAAA";

    @TempDir
    static Path data;

    private static Strangers three;

    @BeforeAll
    static void start() throws Exception {
        three = new Strangers(data);
    }

    @AfterAll
    static void end() {
        three.close();
    }

    @BeforeEach
    void apart() throws Exception {
        three.part();
        three.carol.addContact(three.carol.readContact(three.alice.ownContactText()), "Victim");
    }

    @Test
    @Tag("threat-58")
    void whoHasNoGoodTokenGetsNoAnswer() throws Exception {
        Invitation invitation = Wait.done(three.alice.introductions().invite());
        InvitationLink real = read(invitation.link());
        InvitationLink guessed = new InvitationLink(
                real.did(),
                real.endpoint(),
                real.tlsSpkiSha256(),
                real.wireAddress(),
                real.chainId(),
                Bytes.wrap(new byte[InvitationLink.TOKEN_SIZE]),
                real.expires(),
                real.label());
        var accepted = three.carol
                .introductions()
                .accept(three.carol.readContact(guessed.write()), "A")
                .toCompletableFuture();
        assertTrue(parts(three.carol)
                .bus()
                .connect(wire(three.alice))
                .toCompletableFuture()
                .handle((up, e) -> e == null)
                .join());
        Thread.sleep(2000);
        assertFalse(accepted.isDone());
        assertEquals(State.CONNECTING, only(three.carol).state());
        assertUntouched();
    }

    @Test
    @Tag("threat-52")
    @Tag("threat-58")
    void aFloodOfStrangersDoesNotKeepAGuestOut() throws Exception {
        Invitation invitation = Wait.done(three.alice.introductions().invite());
        for (int i = 0; i < 300; i++) {
            say("meet/hello", Map.of("card", "x", "nonce", NONCE, "once", "guess " + i));
        }
        Wait.done(three.bob.introductions().accept(three.bob.readContact(invitation.link()), "Alice"));
        assertEquals(three.bob.did(), three.alice.contacts().getFirst().did());
        assertEquals(1, three.alice.contacts().size());
    }

    /** The card is good, and somebody else's. */
    @Test
    @Tag("threat-54")
    void aStolenCardIsRefusedAndTheInvitationStaysGood() throws Exception {
        Invitation invitation = Wait.done(three.alice.introductions().invite());
        say("meet/hello", hello(three.bob.ownContactText(), invitation));
        Thread.sleep(500);
        assertUntouched();
        Wait.done(three.bob.introductions().accept(three.bob.readContact(invitation.link()), "Alice"));
        assertEquals(three.bob.did(), three.alice.contacts().getFirst().did());
    }

    /** Letter and card are Bob's, recorded; the connection is Carol's. */
    @Test
    @Tag("threat-54")
    @Tag("threat-55")
    void aRecordedLetterCountsOnNoOtherConnection() throws Exception {
        Invitation invitation = Wait.done(three.alice.introductions().invite());
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String bobs = new Letter(
                        three.bob.did(),
                        three.alice.did(),
                        "recorded-letter-1",
                        "meet/hello",
                        json(hello(three.bob.ownContactText(), invitation)),
                        now,
                        now.plus(LIFE))
                .sign(parts(three.bob).identity());
        parts(three.carol)
                .bus()
                .send(wire(three.alice), new Extension.Letter(Bytes.wrap(bobs.getBytes(StandardCharsets.US_ASCII))))
                .toCompletableFuture()
                .join();
        Thread.sleep(500);
        assertUntouched();
    }

    @Test
    @Tag("threat-55")
    void anOldOrInventedNonceProvesNothing() throws Exception {
        Invitation invitation = Wait.done(three.alice.introductions().invite());
        say("meet/hello", hello(three.carol.ownContactText(), invitation));
        Wait.until(() -> only(three.alice).state() == State.CONNECTED);
        for (String answer : new String[] {"", NONCE, invitation.id()}) {
            say("meet/proof", Map.of("answer", answer));
        }
        Thread.sleep(500);
        assertEquals(State.CONNECTED, only(three.alice).state());
        assertEquals(0, three.alice.contacts().size());
        // she has used it up; nobody gets in with it any more
        var second = three.bob.introductions().accept(three.bob.readContact(invitation.link()), "Alice");
        assertEquals(Code.INVITATION_USED, Wait.problem(() -> Wait.done(second)).code());
    }

    /** Between the two, with another TLS key or at another place: the transport does not say a word to it. */
    @Test
    @Tag("threat-53")
    void theKeysOfTheLinkArePinnedBeforeTheFirstWord() throws Exception {
        Invitation invitation = Wait.done(three.alice.introductions().invite());
        InvitationLink real = read(invitation.link());
        Endpoint carols = Endpoint.parse(three.carol.health().listening()).orElseThrow();
        for (InvitationLink swapped : new InvitationLink[] {
            with(real, real.endpoint(), Bytes.wrap(Person.filled(5))), with(real, carols, real.tlsSpkiSha256())
        }) {
            var accepted = three.bob.introductions().accept(three.bob.readContact(swapped.write()), "Alice");
            assertEquals(
                    Code.CONTACT_WRONG_KEY,
                    Wait.problem(() -> Wait.done(accepted)).code());
            assertEquals(State.PROBLEM, only(three.bob).state());
            three.bob.introductions().giveUp(only(three.bob).id());
        }
        assertEquals(0, three.bob.contacts().size());
        assertUntouched();
    }

    /** What a program that is no Zorya, or a broken one, may send. */
    @Test
    @Tag("threat-63")
    void nonsenseIsIgnored() throws Exception {
        Invitation invitation = Wait.done(three.alice.introductions().invite());
        for (String kind :
                new String[] {"meet/hello", "meet/welcome", "meet/proof", "meet/done", "meet/sorry", "meet/x"}) {
            say(kind, Map.of());
            say(kind, Map.of("card", "x".repeat(40_000)));
            say(kind, Map.of("answer", "", "why", "BECAUSE", "card", "zorya:contact?card=a.b.c", "nonce", ""));
        }
        say(
                "meet/hello",
                Map.of(
                        "card",
                        "a.b.c",
                        "nonce",
                        "\u202e",
                        "once",
                        read(invitation).token().hex()));
        Thread.sleep(500);
        assertUntouched();
    }

    private static void assertUntouched() throws Exception {
        assertEquals(State.INVITED, only(three.alice).state());
        assertEquals(0, three.alice.contacts().size());
    }

    private static Map<String, String> hello(String card, Invitation invitation) throws Exception {
        String once = invitation.link().substring(invitation.link().lastIndexOf("&once=") + "&once=".length());
        return Map.of("card", card, "nonce", NONCE, "once", once);
    }

    private static void say(String kind, Map<String, String> fields) {
        parts(three.carol)
                .post()
                .hand(wire(three.alice), three.alice.did(), kind, json(fields), LIFE)
                .toCompletableFuture()
                .join();
    }

    private static String json(Map<String, String> fields) {
        return Claims.write(json -> fields.forEach(json::writeStringProperty));
    }

    private static InvitationLink read(Invitation invitation) throws Exception {
        return read(invitation.link());
    }

    private static InvitationLink read(String link) throws Exception {
        return InvitationLink.read(link, "", Person.CHAIN, Instant.now());
    }

    private static InvitationLink with(InvitationLink link, Endpoint at, Bytes tls) {
        return new InvitationLink(
                link.did(), at, tls, link.wireAddress(), link.chainId(), link.token(), link.expires(), link.label());
    }

    private static ConnectionView only(Wallet wallet) throws Exception {
        assertEquals(1, wallet.introductions().connections().size());
        return wallet.introductions().connections().getFirst();
    }

    private static WireIdentity wire(Wallet wallet) {
        return parts(wallet).keys().wireAddress().identity();
    }

    private static Parts parts(Wallet wallet) {
        return ((OpenWallet) wallet).parts();
    }
}
