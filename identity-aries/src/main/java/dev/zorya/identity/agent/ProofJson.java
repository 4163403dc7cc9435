package dev.zorya.identity.agent;

import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Questions and answers of present-proof-2.0 in the format {@code dif} (ARIES.md 3). */
final class ProofJson {
    private static final String DOMAIN = "perun:channel";

    private ProofJson() {}

    static ObjectNode request(String connectionId, String challenge, String type, String reason) {
        String field = UUID.randomUUID().toString();
        ObjectNode constraints = Json.object();
        constraints.set(
                "is_holder",
                Json.list(Json.object().put("directive", "required").set("field_id", Json.array(field))));
        constraints.set(
                "fields", Json.list(Json.object().put("id", field).set("path", Json.array("$.credentialSubject.id"))));
        ObjectNode descriptor = Json.object().put("id", "credential").put("name", type);
        descriptor.set("schema", Json.list(Json.object().put("uri", VcJson.uri(type))));
        descriptor.set("constraints", constraints);
        ObjectNode definition =
                Json.object().put("id", UUID.randomUUID().toString()).put("name", type);
        definition.set("input_descriptors", Json.list(descriptor));
        ObjectNode dif = Json.object();
        dif.set("options", Json.object().put("challenge", challenge).put("domain", DOMAIN));
        dif.set("presentation_definition", definition);
        ObjectNode order = Json.object()
                .put("connection_id", connectionId)
                .put("comment", reason)
                .put("auto_verify", false)
                .put("auto_remove", false);
        order.set("presentation_request", Json.object().set("dif", dif));
        return order;
    }

    /** The type that is asked for, or empty if the question asks for anything but one credential of one of our types. */
    static String type(JsonNode record) {
        JsonNode descriptors = definition(record).path("input_descriptors");
        List<String> uris = descriptors.size() == 1 ? descriptors.get(0).findValuesAsString("uri") : List.of();
        if (uris.size() != 1) {
            return "";
        }
        String type = uris.getFirst().substring(uris.getFirst().indexOf('#') + 1);
        return VcJson.uri(type).equals(uris.getFirst()) ? type : "";
    }

    static ObjectNode answer(JsonNode record, Held credential) {
        JsonNode definition = definition(record);
        String descriptor = Json.text(definition.path("input_descriptors").path(0), "id");
        ObjectNode dif = Json.object().put("issuer_id", credential.voucher().subjectDid());
        dif.set("presentation_definition", definition);
        dif.set("record_ids", Json.object().set(descriptor, Json.array(credential.id())));
        ObjectNode answer = Json.object();
        answer.set("dif", dif);
        return answer;
    }

    private static JsonNode definition(JsonNode record) {
        return record.path("by_format").path("pres_request").path("dif").path("presentation_definition");
    }
}
