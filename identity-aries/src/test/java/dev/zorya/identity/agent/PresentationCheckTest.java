package dev.zorya.identity.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zorya.channel.ethereum.EthereumScheme;
import dev.zorya.channel.value.Bytes;
import dev.zorya.identity.CardCheck;
import dev.zorya.identity.Cards;
import dev.zorya.identity.agent.PresentationRefused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Records of a real ACA-Py 1.7.0 that it calls verified, and what becomes of them when one thing is not as it should be. */
class PresentationCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-24T03:20:00Z");
    private static final String HONEST = "honest-card";

    private static ObjectNode recorded(String name) {
        try (InputStream in =
                Objects.requireNonNull(PresentationCheckTest.class.getResourceAsStream(name + ".json"), name)) {
            return (ObjectNode) Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ObjectNode presentation(JsonNode record) {
        return (ObjectNode) record.path("by_format").path("pres").path("dif");
    }

    private static ObjectNode credential(JsonNode record) {
        return (ObjectNode) presentation(record).path("verifiableCredential").path(0);
    }

    /** The question that the recorded answer belongs to. */
    private static Question question(JsonNode record, String type, String issuer) {
        return new Question(
                Json.text(record, "pres_ex_id"),
                Json.text(record, "connection_id"),
                Json.text(
                        record.path("by_format")
                                .path("pres_request")
                                .path("dif")
                                .path("options"),
                        "challenge"),
                type,
                issuer);
    }

    private static void refused(Reason reason, Consumer<ObjectNode> change) {
        ObjectNode record = recorded(HONEST);
        Question asked = question(record, VcJson.CARD, "");
        change.accept(record);
        assertEquals(
                reason,
                assertThrows(PresentationRefused.class, () -> PresentationCheck.check(asked, record, NOW))
                        .reason());
    }

    @Test
    void anHonestCardHolds() throws PresentationRefused {
        ObjectNode record = recorded(HONEST);
        Shown shown = PresentationCheck.check(question(record, VcJson.CARD, ""), record, NOW);
        assertEquals(Json.text(record, "connection_id"), shown.connectionId());
        assertEquals(shown.voucher().issuerDid(), shown.voucher().subjectDid());
        assertEquals("tls://127.0.0.1:5750", shown.voucher().claims().get("endpoint"));
        ShownCard card = CardVoucher.check(shown, check(NOW));
        assertEquals(shown.voucher().subjectDid(), card.card().claims().did());
    }

    private static CardCheck check(Instant now) {
        return new CardCheck(
                "did:key:z6Mkreader",
                Bytes.of(new byte[20]),
                Cards.CHAIN,
                new EthereumScheme(),
                now,
                did -> Optional.empty());
    }

    @Test
    @Tag("threat-54")
    @Tag("threat-56")
    void theStolenCardThatTheAgentCallsVerified() {
        ObjectNode record = recorded("stolen-card");
        assertEquals("true", Json.text(record, "verified"));
        Question asked = question(record, VcJson.CARD, "");
        assertEquals(
                Reason.OTHER_HOLDER,
                assertThrows(PresentationRefused.class, () -> PresentationCheck.check(asked, record, NOW))
                        .reason());
    }

    @Test
    @Tag("threat-55")
    void anAnswerToAnotherQuestion() {
        refused(Reason.NOT_ASKED, record -> record.put("pres_ex_id", "another"));
        refused(Reason.OTHER_CONNECTION, record -> record.put("connection_id", "another"));
        refused(
                Reason.OLD_CHALLENGE,
                record -> ((ObjectNode) presentation(record).path("proof"))
                        .put("challenge", "11111111-1111-4111-8111-111111111111"));
    }

    /** The verdict is a text; another JSON value is not what this agent says. */
    @Test
    @Tag("threat-56")
    void onlyTheVerdictOfTheAgentCounts() {
        refused(Reason.NOT_VERIFIED, record -> record.put("verified", "false"));
        refused(Reason.NOT_VERIFIED, record -> record.put("verified", true));
        refused(Reason.NOT_VERIFIED, record -> record.put("verified", "True"));
        refused(Reason.NOT_VERIFIED, record -> record.remove("verified"));
    }

    @Test
    @Tag("threat-56")
    void severalPresentationsOrCredentialsOrProofs() {
        refused(
                Reason.MALFORMED,
                record -> ((ObjectNode) record.path("by_format").path("pres"))
                        .set("dif", Json.list(presentation(record), presentation(record))));
        refused(
                Reason.NOT_ONE_CREDENTIAL,
                record -> ((ArrayNode) presentation(record).path("verifiableCredential"))
                        .add(credential(record).deepCopy()));
        refused(
                Reason.NOT_ONE_CREDENTIAL,
                record -> ((ArrayNode) presentation(record).path("verifiableCredential")).removeAll());
        refused(
                Reason.NOT_ONE_CREDENTIAL,
                record -> presentation(record).set("verifiableCredential", credential(record)));
        refused(
                Reason.MALFORMED,
                record -> presentation(record)
                        .set("proof", Json.list(presentation(record).path("proof"))));
        refused(
                Reason.MALFORMED,
                record -> ((ObjectNode) presentation(record).path("proof")).put("proofPurpose", "assertionMethod"));
    }

    @Test
    @Tag("threat-55")
    void otherTermsUnderTheSameNames() {
        refused(
                Reason.OTHER_TYPE,
                record -> ((ObjectNode) credential(record).path("@context").path(1))
                        .put("@vocab", "urn:mallory:contact-card#"));
        refused(
                Reason.OTHER_TYPE,
                record -> ((ArrayNode) credential(record).path("@context"))
                        .add(Json.object().put("perunAddress", "urn:mallory:nothing")));
        refused(Reason.OTHER_TYPE, record -> ((ArrayNode) credential(record).path("type")).add("PerunPeerVoucher"));
        refused(Reason.OTHER_TYPE, record -> credential(record).set("type", VcJson.types("PerunPeerVoucher")));
        refused(
                Reason.MALFORMED,
                record -> ((ArrayNode) presentation(record).path("@context"))
                        .add(Json.object().put("@vocab", "urn:mallory#")));
        refused(Reason.MALFORMED, record -> ((ObjectNode) credential(record).path("credentialSubject")).put("seq", 1));
    }

    @Test
    @Tag("threat-54")
    void aCardOfSomebodyElse() {
        String mallory = "did:key:z6MkfYymzQ4KgeawhTF2pTzDnSHodTqqLSiA7SM2fGhQaxrg";
        refused(
                Reason.OTHER_HOLDER,
                record ->
                        ((ObjectNode) presentation(record).path("proof")).put("verificationMethod", mallory + "#key"));
        refused(
                Reason.OTHER_HOLDER,
                record -> ((ObjectNode) presentation(record).path("proof")).remove("verificationMethod"));
        refused(
                Reason.OTHER_HOLDER,
                record -> ((ObjectNode) credential(record).path("credentialSubject")).put("id", mallory));
        refused(Reason.OTHER_ISSUER, record -> credential(record).put("issuer", mallory));
        refused(
                Reason.OTHER_ISSUER,
                record -> ((ObjectNode) credential(record).path("proof")).put("verificationMethod", mallory + "#key"));
    }

    /** The agent calls both verified. */
    @Test
    @Tag("threat-55")
    void datesThatAreOverOrToCome() {
        refused(Reason.EXPIRED, record -> credential(record).put("expirationDate", "2026-11-24T03:20:00Z"));
        refused(Reason.NOT_YET_VALID, record -> credential(record).put("issuanceDate", "2026-11-24T03:40:00Z"));
        refused(Reason.MALFORMED, record -> credential(record).put("expirationDate", "soon"));
    }

    @Test
    @Tag("threat-55")
    void aVoucherNeedsTheIssuerThatWasAskedFor() throws PresentationRefused {
        ObjectNode record = recorded("voucher");
        String issuer = Json.text(credential(record), "issuer");
        Shown shown = PresentationCheck.check(question(record, "PerunPeerVoucher", issuer), record, NOW);
        assertEquals("Pays on time", shown.voucher().claims().get("statement"));
        PresentationCheck.check(question(record, "PerunPeerVoucher", ""), record, NOW);
        Question another = question(record, "PerunPeerVoucher", "did:key:z6Mksomebody");
        assertEquals(
                Reason.OTHER_ISSUER,
                assertThrows(PresentationRefused.class, () -> PresentationCheck.check(another, record, NOW))
                        .reason());
        assertEquals(
                Reason.EXPIRED,
                assertThrows(
                                PresentationRefused.class,
                                () -> PresentationCheck.check(
                                        question(record, "PerunPeerVoucher", issuer),
                                        record,
                                        NOW.plus(Duration.ofDays(91))))
                        .reason());
    }

    /** What the credential says in clear must be what both keys have signed. */
    @Test
    @Tag("threat-53")
    @Tag("threat-54")
    void theTwoEncodingsMustAgree() throws PresentationRefused {
        ObjectNode record = recorded(HONEST);
        ((ObjectNode) credential(record).path("credentialSubject")).put("endpoint", "tls://127.0.0.1:6666");
        Shown moved = PresentationCheck.check(question(record, VcJson.CARD, ""), record, NOW);
        assertEquals(
                Reason.MALFORMED,
                assertThrows(PresentationRefused.class, () -> CardVoucher.check(moved, check(NOW)))
                        .reason());
        ObjectNode bare = recorded(HONEST);
        ((ObjectNode) credential(bare).path("credentialSubject")).remove("card");
        Shown none = PresentationCheck.check(question(bare, VcJson.CARD, ""), bare, NOW);
        assertEquals(
                Reason.CARD_REFUSED,
                assertThrows(PresentationRefused.class, () -> CardVoucher.check(none, check(NOW)))
                        .reason());
    }

    @Test
    @Tag("threat-55")
    void anAnswerTakesItsQuestionAway() throws PresentationRefused {
        Questions questions = new Questions();
        Question asked = new Question("id", "connection", "challenge", VcJson.CARD, "");
        questions.asked(asked);
        assertEquals(asked, questions.find("id"));
        questions.answered("id");
        assertEquals(
                Reason.NOT_ASKED,
                assertThrows(PresentationRefused.class, () -> questions.find("id"))
                        .reason());
    }
}
