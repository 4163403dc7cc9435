package dev.zorya.identity.agent;

import dev.zorya.identity.Labels;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * An out-of-band invitation of any Aries agent, taken from a link; host and path of the link mean nothing (RFC 0434).
 *
 * @param id of the invitation, the same on both sides
 * @param label what the inviter calls itself, cleaned; proves nothing
 * @param json the invitation itself, for the agent
 */
public record AgentInvitation(String id, String label, String json) {
    private static final int MAX_PASTED = 20_000;
    private static final Pattern PARAMETER = Pattern.compile("[?&]oob=([A-Za-z0-9_-]+)");
    private static final Pattern TYPE =
            Pattern.compile("(https://didcomm\\.org|did:sov:[^;]+;spec)/out-of-band/1\\.\\d+/invitation");
    private static final int MAX_ID = 128;

    /** The invitation in what a person pasted, or nothing if there is none. */
    public static Optional<AgentInvitation> parse(String pasted) {
        if (pasted.length() > MAX_PASTED) {
            return Optional.empty();
        }
        Matcher link = PARAMETER.matcher(pasted.replaceAll("\\s", ""));
        return link.find() ? read(link.group(1)) : Optional.empty();
    }

    private static Optional<AgentInvitation> read(String encoded) {
        String json;
        try {
            json = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        JsonNode invitation = Json.read(json);
        String id = Json.text(invitation, "@id");
        boolean usable = TYPE.matcher(Json.text(invitation, "@type")).matches()
                && !id.isEmpty()
                && id.length() <= MAX_ID
                && invitation.path("services").isArray()
                && invitation.path("handshake_protocols").isArray();
        return usable
                ? Optional.of(new AgentInvitation(id, Labels.clean(Json.text(invitation, "label")), json))
                : Optional.empty();
    }
}
