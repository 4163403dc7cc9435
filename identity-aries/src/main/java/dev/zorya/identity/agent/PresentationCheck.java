package dev.zorya.identity.agent;

import dev.zorya.identity.agent.PresentationRefused.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Every check of ARIES.md 5 on a presentation. ACA-Py verifies signatures and nothing else: it calls a stolen card verified, and an
 * expired one.
 */
final class PresentationCheck {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);
    private static final Set<String> CONTEXTS =
            Set.of(VcJson.CREDENTIALS, "https://identity.foundation/presentation-exchange/submission/v1");
    private static final Set<String> TYPES = Set.of("VerifiablePresentation", "PresentationSubmission");

    private PresentationCheck() {}

    /**
     * Checks what the agent returned for a question.
     *
     * @param record the agent's exchange record after it has verified the signatures
     */
    static Shown check(Question asked, JsonNode record, Instant now) throws PresentationRefused {
        require(Json.text(record, "pres_ex_id").equals(asked.exchangeId()), Reason.NOT_ASKED, "pres_ex_id");
        require(
                Json.text(record, "connection_id").equals(asked.connectionId()),
                Reason.OTHER_CONNECTION,
                "connection_id");
        // a text, not a truth value: anything else is not this agent's verdict
        require(Json.text(record, "verified").equals("true"), Reason.NOT_VERIFIED, "verified");
        JsonNode presentation = record.path("by_format").path("pres").path("dif");
        require(presentation.isObject(), Reason.MALFORMED, "not one presentation");
        requireOnly(presentation.path("@context"), CONTEXTS, Reason.MALFORMED);
        requireOnly(presentation.path("type"), TYPES, Reason.MALFORMED);
        JsonNode proof = presentation.path("proof");
        require(proof.isObject(), Reason.MALFORMED, "not one proof");
        require(Json.text(proof, "challenge").equals(asked.challenge()), Reason.OLD_CHALLENGE, "challenge");
        require(Json.text(proof, "proofPurpose").equals("authentication"), Reason.MALFORMED, "proofPurpose");
        JsonNode credentials = presentation.path("verifiableCredential");
        require(credentials.isArray() && credentials.size() == 1, Reason.NOT_ONE_CREDENTIAL, "count");
        Voucher voucher = credential(asked, credentials.get(0), signer(proof), now);
        return new Shown(asked.connectionId(), voucher, presentation.toString());
    }

    private static Voucher credential(Question asked, JsonNode credential, String holder, Instant now)
            throws PresentationRefused {
        // exactly these terms: another context could give the same words another meaning
        require(credential.path("@context").equals(VcJson.context(asked.type())), Reason.OTHER_TYPE, "@context");
        require(credential.path("type").equals(VcJson.types(asked.type())), Reason.OTHER_TYPE, "type");
        Voucher voucher = VcJson.read(credential)
                .orElseThrow(() -> new PresentationRefused(Reason.MALFORMED, "the credential's fields"));
        require(
                voucher.subjectDid().equals(holder),
                Reason.OTHER_HOLDER,
                holder + " shows a card of " + voucher.subjectDid());
        String issuer = asked.type().equals(VcJson.CARD) ? holder : asked.issuerDid();
        require(issuer.isEmpty() || voucher.issuerDid().equals(issuer), Reason.OTHER_ISSUER, voucher.issuerDid());
        require(signer(credential.path("proof")).equals(voucher.issuerDid()), Reason.OTHER_ISSUER, "proof key");
        require(!voucher.issued().isAfter(now.plus(CLOCK_SKEW)), Reason.NOT_YET_VALID, "issuanceDate");
        require(voucher.expires().filter(end -> !end.isAfter(now)).isEmpty(), Reason.EXPIRED, "expirationDate");
        return voucher;
    }

    private static String signer(JsonNode proof) {
        String method = Json.text(proof, "verificationMethod");
        return method.substring(0, Math.max(method.indexOf('#'), 0));
    }

    private static void requireOnly(JsonNode list, Set<String> known, Reason reason) throws PresentationRefused {
        require(list.isArray() && !list.isEmpty(), reason, "a list is missing");
        for (JsonNode element : list) {
            require(element.isString() && known.contains(element.stringValue()), reason, element.toString());
        }
    }

    private static void require(boolean holds, Reason reason, String details) throws PresentationRefused {
        if (!holds) {
            throw new PresentationRefused(reason, details);
        }
    }
}
