package dev.zorya.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zorya.channel.crypto.EthereumKey;
import dev.zorya.channel.value.Bytes;
import dev.zorya.identity.ContactRefused.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a card with a good signature by its DID can still be refused for (ARIES.md 5). */
class CardCheckTest {
    private static final CardClaims ALICE = Cards.alice(5);

    @Test
    @Tag("threat-55")
    void expiredIsRefused() throws Exception {
        Instant last = ALICE.expires().minusSeconds(1);
        assertEquals(
                ALICE,
                ContactText.read(Cards.text(ALICE), Cards.check(last, Optional.empty()))
                        .claims());
        refused(Reason.EXPIRED, Cards.text(ALICE), Cards.check(ALICE.expires(), Optional.empty()));
    }

    @Test
    void fromTheFutureIsRefused() throws Exception {
        Instant skewed = ALICE.issued().minus(Duration.ofMinutes(9));
        ContactText.read(Cards.text(ALICE), Cards.check(skewed, Optional.empty()));
        Instant early = ALICE.issued().minus(Duration.ofMinutes(11));
        refused(Reason.NOT_YET_VALID, Cards.text(ALICE), Cards.check(early, Optional.empty()));
    }

    @Test
    void longerThanThirtyDaysIsRefused() {
        CardClaims longer =
                dated(ALICE.issued(), ALICE.issued().plus(Duration.ofDays(30)).plusSeconds(1));
        refused(Reason.DAMAGED, Cards.text(longer), Cards.bob());
    }

    @Test
    void otherNetworkIsRefused() {
        CardClaims mainnet = with(ALICE, "chainId", 1L);
        refused(Reason.OTHER_NETWORK, Cards.text(mainnet), Cards.bob());
    }

    @Test
    void ownCardIsRefused() {
        CardCheck alice = new CardCheck(
                Cards.ALICE.did(),
                Cards.ALICE_KEY.address(),
                Cards.CHAIN,
                Cards.bob().scheme(),
                Cards.NOW,
                did -> Optional.empty());
        refused(Reason.OWN_CARD, Cards.text(ALICE), alice);
    }

    @Test
    @Tag("threat-54")
    void anAddressThatDoesNotVouchIsRefused() {
        // Mallory's DID signs a card with Alice's address: she has no binding for it and makes one with her own key
        EmbeddedIdentity mallory = EmbeddedIdentity.of(Cards.filled(66));
        EthereumKey key = EthereumKey.of(Cards.filled(67));
        CardClaims stolen = with(with(ALICE, "did", mallory.did()), "wireAddress", Cards.wireAddress(mallory.did(), 5));
        refused(Reason.WRONG_BINDING, Cards.text(stolen, key, mallory), Cards.bob());
    }

    @Test
    void aWalletThatMovedToAnotherIdentityKeepsItsWireAddress() throws ContactRefused {
        EmbeddedIdentity later = EmbeddedIdentity.of(Cards.filled(69));
        CardClaims moved = with(ALICE, "did", later.did());
        ContactCard card = ContactText.read(Cards.text(moved, Cards.ALICE_KEY, later), Cards.bob());
        assertEquals(later.did(), card.claims().did());
        assertEquals(ALICE.wireAddress(), card.claims().wireAddress());
    }

    @Test
    void aWireAddressNeedsADidAsItsName() {
        CardClaims anybody = with(ALICE, "wireAddress", Cards.wireAddress("Alice", 5));
        refused(Reason.DAMAGED, Cards.text(anybody), Cards.bob());
    }

    @Test
    @Tag("threat-54")
    void aBindingOfAnotherCardIsRefused() {
        // the DID key alone is stolen: the old binding cannot cover a new value in any bound field
        ContactCard genuine = new ContactCard(ALICE, Cards.ALICE_KEY.sign(EthBinding.digest(ALICE)));
        Map<String, Object> changes = Map.of(
                "perunAddress", EthereumKey.of(Cards.filled(68)).address(),
                "endpoint", new Endpoint("127.0.0.1", 5751),
                "tlsSpkiSha256", Bytes.of(Cards.filled(10)),
                "wireAddress", Cards.wireAddress(ALICE.did(), 6),
                "seq", 6L,
                "expires", ALICE.expires().minusSeconds(1));
        changes.forEach((field, value) -> refused(
                Reason.WRONG_BINDING,
                ContactText.PREFIX
                        + Cards.ALICE.sign(
                                CardJson.TYPE,
                                CardJson.write(new ContactCard(with(ALICE, field, value), genuine.ethBinding()))),
                Cards.bob()));
    }

    @Test
    @Tag("threat-55")
    void anOlderCardIsRefused() throws Exception {
        CardCheck knowsFive = Cards.check(Cards.NOW, Optional.of(ALICE));
        ContactText.read(Cards.text(ALICE), knowsFive);
        ContactText.read(Cards.text(Cards.alice(6)), knowsFive);
        refused(Reason.OLDER, Cards.text(Cards.alice(4)), knowsFive);
        CardClaims sameNumber = with(ALICE, "endpoint", new Endpoint("127.0.0.1", 9));
        refused(Reason.OLDER, Cards.text(sameNumber), knowsFive);
    }

    @Test
    @Tag("threat-58")
    void aKnownContactWithOtherKeysIsRefused() throws Exception {
        CardCheck knowsFive = Cards.check(Cards.NOW, Optional.of(ALICE));
        EthereumKey otherKey = EthereumKey.of(Cards.filled(70));
        CardClaims otherAddress = with(Cards.alice(6), "perunAddress", otherKey.address());
        refused(Reason.OTHER_KEYS, Cards.text(otherAddress, otherKey, Cards.ALICE), knowsFive);
        CardClaims otherWire = with(Cards.alice(6), "wireAddress", Cards.wireAddress(ALICE.did(), 7));
        refused(Reason.OTHER_KEYS, Cards.text(otherWire), knowsFive);
        CardClaims moved = with(Cards.alice(6), "endpoint", new Endpoint("example.org", 1));
        assertEquals(moved, ContactText.read(Cards.text(moved), knowsFive).claims());
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                        edit("\"iss\":\"did:key:z", "\"iss\":\"did:key:y"),
                        edit("\"id\":\"did", "\"sub\":\"did"),
                        edit("\"perunAddress\":\"0x", "\"perunAddress\":\"0x00"),
                        edit("\"perunAddress\":\"0x", "\"perunAddress\":\"0g"),
                        edit("\"chainId\":\"31337\"", "\"chainId\":\"031337\""),
                        edit("\"chainId\":\"31337\"", "\"chainId\":\"-1\""),
                        edit("\"chainId\":\"31337\"", "\"chainId\":{}"),
                        edit("tls://127.0.0.1:5750", "tls://127.0.0.1"),
                        edit("tls://", "http://"),
                        edit("\"tlsSpkiSha256\":\"", "\"tlsSpkiSha256\":\"AAAA"),
                        edit("\"wireAddress\":\"", "\"wireAddress\":\"AAAA"),
                        edit("\"wireAddress\":\"ADh", "\"wireAddress\":\"ADd"),
                        edit("\"seq\":\"5\"", "\"seq\":\"5.0\""),
                        edit("\"seq\":\"5\"", "\"seq\":\"9999999999999999999\""),
                        edit("\"seq\":\"5\"", "\"seq\":\"5\",\"seq\":\"6\""),
                        edit("\"exp\":", "\"exp\":9999"),
                        edit("\"iat\":", "\"nbf\":"),
                        edit("\"ethBinding\":\"0x", "\"ethBinding\":\"0x00"),
                        edit("}", "} {}"),
                        edit("}", ""),
                        edit("{", "[{"))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    @Tag("threat-56")
    void signedNonsenseIsDamaged(UnaryOperator<String> edit) {
        String honest = CardJson.write(new ContactCard(ALICE, Cards.ALICE_KEY.sign(EthBinding.digest(ALICE))));
        String edited = edit.apply(honest);
        assertEquals(false, edited.equals(honest), "the edit must change something");
        refused(Reason.DAMAGED, ContactText.PREFIX + Cards.ALICE.sign(CardJson.TYPE, edited), Cards.bob());
    }

    @Test
    void laterVersionsMayAddClaims() throws Exception {
        String honest = CardJson.write(new ContactCard(ALICE, Cards.ALICE_KEY.sign(EthBinding.digest(ALICE))));
        String later =
                honest.replace("{\"iss\"", "{\"previousDid\":\"did:x\",\"proof\":{\"a\":[1]},\"n\":null,\"iss\"");
        assertEquals(
                ALICE,
                ContactText.read(ContactText.PREFIX + Cards.ALICE.sign(CardJson.TYPE, later), Cards.bob())
                        .claims());
    }

    @Test
    @Tag("threat-56")
    void otherTypesAndAlgorithmsAreRefused() {
        String honest = CardJson.write(new ContactCard(ALICE, Cards.ALICE_KEY.sign(EthBinding.digest(ALICE))));
        refused(Reason.DAMAGED, ContactText.PREFIX + Cards.ALICE.sign("JWT", honest), Cards.bob());
        String jws = Cards.ALICE.sign(CardJson.TYPE, honest);
        String kid = "\"kid\":\"" + Cards.ALICE.did() + "#" + Cards.ALICE.did().substring(8) + "\"";
        for (String header : List.of(
                "{\"alg\":\"none\",\"typ\":\"perun-contact-card+jwt\"," + kid + "}",
                "{\"alg\":\"HS256\",\"typ\":\"perun-contact-card+jwt\"," + kid + "}",
                "{\"alg\":\"EdDSA\",\"typ\":\"perun-contact-card+jwt\"," + kid + ",\"crit\":\"b64\"}",
                "{\"alg\":\"EdDSA\",\"typ\":\"perun-contact-card+jwt\",\"kid\":\"" + Cards.ALICE.did() + "\"}",
                "{\"alg\":\"EdDSA\",\"typ\":\"perun-contact-card+jwt\",\"kid\":\"\"}",
                "{}")) {
            String swapped = CompactJws.encode(header.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    + jws.substring(jws.indexOf('.'));
            refused(Reason.DAMAGED, ContactText.PREFIX + swapped, Cards.bob());
        }
    }

    @Test
    void everyReasonHasItsOwnSentence() {
        Set<String> sentences = new HashSet<>();
        for (Reason reason : Reason.values()) {
            sentences.add(new ContactRefused(reason, "").getMessage());
        }
        assertEquals(Reason.values().length, sentences.size());
    }

    private static UnaryOperator<String> edit(String from, String to) {
        return text -> {
            int at = from.equals("}") ? text.lastIndexOf(from) : text.indexOf(from);
            return at < 0 ? text : text.substring(0, at) + to + text.substring(at + from.length());
        };
    }

    private static CardClaims dated(Instant issued, Instant expires) {
        return with(with(ALICE, "issued", issued), "expires", expires);
    }

    /** The claims with one component replaced, by its name. */
    private static CardClaims with(CardClaims claims, String component, Object value) {
        var components = CardClaims.class.getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = components[i].getName().equals(component)
                        ? value
                        : components[i].getAccessor().invoke(claims);
            }
            return CardClaims.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static void refused(Reason reason, String text, CardCheck check) {
        ContactRefused refused = assertThrows(ContactRefused.class, () -> ContactText.read(text, check));
        assertEquals(reason, refused.reason(), refused::details);
    }
}
