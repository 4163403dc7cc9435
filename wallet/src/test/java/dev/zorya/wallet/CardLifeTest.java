package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.value.Bytes;
import dev.zorya.identity.CardClaims;
import dev.zorya.identity.Claims;
import dev.zorya.identity.ContactRefused;
import dev.zorya.identity.ContactText;
import dev.zorya.identity.EmbeddedIdentity;
import dev.zorya.identity.Endpoint;
import dev.zorya.identity.Identity;
import dev.zorya.identity.IdentityUnavailable;
import dev.zorya.identity.Succession;
import dev.zorya.net.Fingerprint;
import dev.zorya.storage.WalletStore;
import dev.zorya.wallet.agent.CurrentIdentity;
import dev.zorya.wallet.agent.Switch;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.PayOrder;
import dev.zorya.wallet.api.PaymentView;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletProblem.Code;
import dev.zorya.wallet.mail.Mail;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contacts change their place, their TLS key and their DID; what channels hang on stays. */
@Tag("slow")
class CardLifeTest {
    @TempDir
    static Path data;

    private static Strangers three;
    private static Instant now;

    @BeforeAll
    static void start() throws Exception {
        three = new Strangers(data);
        now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    @AfterAll
    static void end() {
        three.close();
    }

    @Test
    void whoMovesToAnotherPortTellsItsContactsAndIsPaidThere() throws Exception {
        three.introduce(three.alice, three.bob);
        String key = three.channel(three.alice, three.bob, "1").key();
        String before = only(three.alice, three.bob.did()).endpoint();
        Path folder = data.resolve("wallets").resolve(three.bob.info().id());
        three.bob.close();
        try (ServerSocket taken =
                new ServerSocket(WalletFile.read(folder).port(), 1, InetAddress.getLoopbackAddress())) {
            three.bob = three.wallets.unlock(three.bob.info().id(), TwoWallets.passphrase(), (phase, done) -> {});
            assertTrue(before.endsWith(":" + taken.getLocalPort()));
            String there = three.bob.health().listening();
            assertNotEquals(before, there);
            Wait.until(() -> only(three.alice, three.bob.did()).endpoint().equals(there));
            assertEquals(
                    ContactView.Badge.KEY_PROVEN,
                    only(three.alice, three.bob.did()).badge());
            // only Alice dials from here on
            parts(three.bob)
                    .bus()
                    .release(parts(three.alice).keys().wireAddress().identity());
            parts(three.bob).bus().disconnect().toCompletableFuture().join();
            Wait.until(() -> parts(three.alice)
                    .bus()
                    .connect(parts(three.bob).keys().wireAddress().identity())
                    .handle((up, failure) -> failure == null)
                    .toCompletableFuture()
                    .join());
            PaymentView paid = Wait.done(three.alice.pay(new PayOrder(key, Money.of(three.alice, "0.1"), "", "")));
            assertEquals(PaymentView.Status.DONE, paid.status());
            Wait.done(three.alice.close(key));
            for (Wallet wallet : List.of(three.alice, three.bob)) {
                Wait.until(() -> wallet.channel(key).channel().status() == ChannelView.Status.SETTLED);
            }
        }
    }

    @Test
    void whoGoesOnUnderAnotherDidIsFollowedWithChannelsAndLetters() throws Exception {
        three.introduce(three.bob, three.carol);
        String key = three.channel(three.bob, three.carol, "1").key();
        String before = three.carol.did();
        EmbeddedIdentity second = EmbeddedIdentity.of(Person.filled(29));
        Parts carol = parts(three.carol);
        carol.cards().moving(carol.identity(), second.did());
        Switch.to((CurrentIdentity) carol.identity(), second);
        carol.cards().moved();
        assertEquals(second.did(), three.carol.did());
        Wait.until(() ->
                three.bob.contacts().stream().anyMatch(contact -> contact.did().equals(second.did())));
        assertTrue(
                three.bob.contacts().stream().noneMatch(contact -> contact.did().equals(before)));
        assertEquals(second.did(), three.bob.channel(key).channel().contactDid());
        assertEquals(
                only(three.bob, second.did()).comparisonCode(),
                only(three.carol, three.bob.did()).comparisonCode());
        // letters find the way both ways
        Wait.done(parts(three.bob).post().send(second.did(), "test/one", "{}"));
        Wait.done(carol.post().send(three.bob.did(), "test/two", "{}"));
        PaymentView paid = Wait.done(three.bob.pay(new PayOrder(key, Money.of(three.bob, "0.1"), "", "")));
        assertEquals(PaymentView.Status.DONE, paid.status());
        Wait.done(three.bob.close(key));
    }

    @Test
    void aNewerCardPinsPlaceAndTlsKeyAnew() throws Exception {
        Person ann = added(21);
        three.carol.codeCompared(ann.did());
        Endpoint place = new Endpoint("127.0.0.1", 6000);
        renew(ann, text(ann, card(ann.card(), ann.did(), place, 40, 2)));
        ContactView seen = only(three.carol, ann.did());
        assertEquals("127.0.0.1:6000", seen.endpoint());
        assertEquals(ContactView.Badge.CODE_COMPARED, seen.badge());
        assertEquals(
                new Fingerprint(Bytes.wrap(Person.filled(40))),
                pinned(ann).tlsKey().orElseThrow());
    }

    @Test
    @Tag("threat-58")
    void rollbacksAndOtherKeysAreRefused() throws Exception {
        Person ben = added(22);
        Person eve = Person.of(23, now);
        CardClaims second = card(ben.card(), ben.did(), new Endpoint("127.0.0.1", 6001), 41, 2);
        renew(ben, text(ben, second));
        // the first card again, and another second one
        assertEquals(ContactRefused.Reason.OLDER, refused(ben, text(ben, ben.card())));
        CardClaims other = card(ben.card(), ben.did(), new Endpoint("127.0.0.1", 6002), 41, 2);
        assertEquals(ContactRefused.Reason.OLDER, refused(ben, text(ben, other)));
        // by Ben's DID, but for Eve's money, and the other way round
        CardClaims eves = card(eve.card(), ben.did(), new Endpoint("127.0.0.1", 6003), 42, 3);
        assertEquals(
                ContactRefused.Reason.OTHER_KEYS, refused(ben, ContactText.write(eves, eve.key(), ben.identity())));
        assertEquals(ContactRefused.Reason.OTHER_KEYS, refused(ben, text(eve, eve.card())));
        assertEquals("127.0.0.1:6001", only(three.carol, ben.did()).endpoint());
        assertEquals(second, card(ben));
    }

    @Test
    @Tag("threat-58")
    void aContactIsFollowedToAnotherDidOnlyIfTheOldOneSaysSo() throws Exception {
        Person dan = added(24);
        three.carol.renameContact(dan.did(), "Dan from the ferry");
        three.carol.codeCompared(dan.did());
        EmbeddedIdentity second = EmbeddedIdentity.of(Person.filled(25));
        EmbeddedIdentity third = EmbeddedIdentity.of(Person.filled(26));
        CardClaims moved = card(dan.card(), third.did(), new Endpoint("127.0.0.1", 6004), 43, 5);
        String text = ContactText.write(moved, dan.key(), third);
        Succession one = new Succession(dan.did(), second.did());
        Succession two = new Succession(second.did(), third.did());
        for (List<Succession> said : List.of(
                List.<Succession>of(),
                List.of(one),
                List.of(two),
                List.of(new Succession(three.alice.did(), third.did())),
                List.of(one, new Succession(second.did(), dan.did())))) {
            assertEquals(
                    Code.CONTACT_WRONG_KEY,
                    Wait.problem(() -> people().renew(dan.did(), text, said)).code());
        }
        people().renew(dan.did(), text, List.of(two, one));
        ContactView followed = only(three.carol, third.did());
        assertEquals("Dan from the ferry", followed.name());
        assertEquals(ContactView.Badge.KEY_PROVEN, followed.badge());
        assertEquals(dan.wire(), pinned(third.did()).wire());
        assertTrue(three.carol.contacts().stream()
                .noneMatch(contact -> contact.did().equals(dan.did())));
    }

    /** Safety rule 6: the pins of one contact must not become those of another. */
    @Test
    @Tag("threat-54")
    void nobodyBecomesAnotherContact() throws Exception {
        Person fay = added(27);
        Person eve = added(28);
        CardClaims newer = card(fay.card(), fay.did(), fay.card().endpoint(), 44, 2);
        List<Succession> said = List.of(new Succession(eve.did(), fay.did()));
        assertEquals(
                ContactRefused.Reason.OTHER_KEYS,
                assertThrows(ContactRefused.class, () -> people().renew(eve.did(), text(fay, newer), said))
                        .reason());
        CardClaims both = card(eve.card(), fay.did(), eve.card().endpoint(), 45, 2);
        String text = ContactText.write(both, eve.key(), fay.identity());
        assertEquals(
                Code.CONTACT_WRONG_KEY,
                Wait.problem(() -> people().renew(eve.did(), text, said)).code());
        assertEquals(fay.card(), card(fay));
        assertEquals(eve.card(), card(eve));
    }

    /** Also when the agent that has to sign does not answer for a while. */
    @Test
    void eachCardIsToldOnceAndRenewedInTime() throws Exception {
        Person gus = added(31);
        Map<String, List<String>> sent = new HashMap<>();
        Instant[] clock = {now};
        boolean[] away = {true};
        try (WalletStore store = WalletStore.open(Files.createDirectories(data.resolve("round")));
                KeyRing keys = KeyRing.create(Words.random(12, new SecureRandom()), new SecureRandom())) {
            Identity identity = new Identity() {
                @Override
                public String did() {
                    return keys.identity().did();
                }

                @Override
                public String sign(String type, String claims) throws IdentityUnavailable {
                    if (away[0]) {
                        throw new IdentityUnavailable(
                                IdentityUnavailable.Reason.UNREACHABLE, "away", new IOException("away"));
                    }
                    return keys.identity().sign(type, claims);
                }
            };
            OwnCard own = new OwnCard(
                    store.settings(), keys, identity, Person.CHAIN, gus.card().endpoint(), "Me", () -> clock[0]);
            CardRound round = new CardRound(own, people(), store.settings(), mail(sent), () -> clock[0]);
            round.round();
            assertEquals(Map.of(), sent);
            away[0] = false;
            round.round();
            round.round();
            clock[0] = now.plus(Duration.ofDays(14));
            round.round();
            assertEquals(people().whoTakesLetters().size(), sent.size());
            assertEquals(1, Objects.requireNonNull(sent.get(gus.did())).size());
            clock[0] = now.plus(Duration.ofDays(16));
            round.moving(identity, gus.did());
            round.round();
            assertEquals(2, Objects.requireNonNull(sent.get(gus.did())).size());
            Claims last = Claims.read(
                    Objects.requireNonNull(sent.get(gus.did())).getLast().getBytes(StandardCharsets.UTF_8));
            assertEquals(
                    clock[0].plus(CardClaims.LIFETIME),
                    ContactText.reread(last.text("card")).claims().expires());
            assertEquals(List.of(new Succession(identity.did(), gus.did())), Successions.read(last.text("moved")));
        }
    }

    private static Mail mail(Map<String, List<String>> sent) {
        return new Mail() {
            @Override
            public CompletionStage<Void> send(String did, String kind, String body) {
                assertEquals("card", kind);
                sent.computeIfAbsent(did, who -> new ArrayList<>()).add(body);
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public void on(String kindPrefix, Handler handler) {
                assertEquals("card", kindPrefix);
            }
        };
    }

    private static Person added(int number) throws Exception {
        Person person = Person.of(number, now);
        three.carol.addContact(three.carol.readContact(text(person, person.card())), "");
        return person;
    }

    private static void renew(Person person, String text) throws Exception {
        people().renew(person.did(), text, List.of());
    }

    private static ContactRefused.Reason refused(Person person, String text) {
        return assertThrows(ContactRefused.class, () -> renew(person, text)).reason();
    }

    private static String text(Person person, CardClaims card) throws Exception {
        return ContactText.write(card, person.key(), person.identity());
    }

    private static CardClaims card(CardClaims old, String did, Endpoint at, int tls, long seq) {
        return new CardClaims(
                did,
                old.perunAddress(),
                old.chainId(),
                at,
                Bytes.wrap(Person.filled(tls)),
                old.wireAddress(),
                seq,
                now,
                now.plus(CardClaims.LIFETIME),
                old.label(),
                old.capabilities());
    }

    private static CardClaims card(Person person) {
        return ((ByCard) pinned(person)).card();
    }

    private static Introduction pinned(Person person) {
        return pinned(person.did());
    }

    private static Introduction pinned(String did) {
        return people().known(did).orElseThrow().from();
    }

    private static AddressBook people() {
        return parts(three.carol).people();
    }

    private static Parts parts(Wallet wallet) {
        return ((OpenWallet) wallet).parts();
    }

    private static ContactView only(Wallet wallet, String did) throws Exception {
        return wallet.contacts().stream()
                .filter(contact -> contact.did().equals(did))
                .findFirst()
                .orElseThrow();
    }
}
