package dev.zorya.identity.agent;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Credentials as JSON-LD with an inline vocabulary, which works offline (ARIES.md 3). */
final class VcJson {
    static final String CREDENTIALS = "https://www.w3.org/2018/credentials/v1";
    static final String CARD = "PerunContactCard";
    static final String PROOF = "Ed25519Signature2018";

    private static final int MAX_CLAIMS = 32;

    private VcJson() {}

    /** The vocabulary of a type: {@code urn:perun:contact-card#} for the card, and so on. */
    static String vocabulary(String type) {
        String words = type.replaceFirst("^Perun", "").replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        return "urn:perun:" + words.toLowerCase(java.util.Locale.ROOT) + "#";
    }

    /** What the type is called when the context is applied; proof requests name it so. */
    static String uri(String type) {
        return vocabulary(type) + type;
    }

    static JsonNode context(String type) {
        return Json.array(CREDENTIALS).add(Json.object().put("@vocab", vocabulary(type)));
    }

    static JsonNode types(String type) {
        return Json.array("VerifiableCredential", type);
    }

    static ObjectNode write(Voucher voucher) {
        ObjectNode subject = Json.object().put("id", voucher.subjectDid());
        new TreeMap<>(voucher.claims()).forEach(subject::put);
        ObjectNode credential = Json.object();
        credential.set("@context", context(voucher.type()));
        credential.set("type", types(voucher.type()));
        credential.put("issuer", voucher.issuerDid()).put("issuanceDate", date(voucher.issued()));
        voucher.expires().ifPresent(end -> credential.put("expirationDate", date(end)));
        credential.set("credentialSubject", subject);
        return credential;
    }

    /** Nothing if a field is missing or not of its kind; context and type are the caller's to compare. */
    static Optional<Voucher> read(JsonNode credential) {
        JsonNode subject = credential.path("credentialSubject");
        JsonNode types = credential.path("type");
        String issuer = Json.text(credential, "issuer");
        Optional<Instant> issued = instant(Json.text(credential, "issuanceDate"));
        Optional<Instant> expires = instant(Json.text(credential, "expirationDate"));
        boolean readable = subject.isObject()
                && subject.size() <= MAX_CLAIMS
                && !Json.text(subject, "id").isEmpty()
                && !issuer.isEmpty()
                && types.isArray()
                && types.size() == 2
                && issued.isPresent()
                && (expires.isPresent() || credential.path("expirationDate").isMissingNode());
        if (!readable) {
            return Optional.empty();
        }
        Map<String, String> claims = new LinkedHashMap<>();
        for (String name : subject.propertyNames()) {
            if (!subject.path(name).isString()) {
                return Optional.empty();
            }
            claims.put(name, subject.path(name).stringValue());
        }
        String subjectDid = Json.text(subject, "id");
        claims.remove("id");
        return Optional.of(new Voucher(types.get(1).asString(""), issuer, subjectDid, claims, issued.get(), expires));
    }

    private static String date(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
