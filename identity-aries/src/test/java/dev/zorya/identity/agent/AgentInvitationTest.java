package dev.zorya.identity.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AgentInvitationTest {
    private static final String TYPE = "https://didcomm.org/out-of-band/1.1/invitation";

    private static String link(String type, String label, String services) {
        String json = Json.object()
                .put("@type", type)
                .put("@id", "abc")
                .put("label", label)
                .toString();
        String whole = json.substring(0, json.length() - 1)
                + ",\"handshake_protocols\":[\"https://didcomm.org/didexchange/1.1\"]" + services + "}";
        return "http://127.0.0.1:8020?oob="
                + Base64.getUrlEncoder().withoutPadding().encodeToString(whole.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isFoundInWhatWasPasted() {
        String link = link(TYPE, "alice", ",\"services\":[\"did:peer:2.x\"]");
        AgentInvitation read = AgentInvitation.parse("Look: " + link.substring(0, 60) + "\r\n " + link.substring(60))
                .orElseThrow();
        assertEquals("abc", read.id());
        assertEquals("alice", read.label());
        assertEquals(Optional.of(read), AgentInvitation.parse(link + "&more=1"));
    }

    @Test
    @Tag("threat-58")
    @Tag("threat-63")
    void labelsAreCleaned() {
        String label = "Al\u202eice\u0007\nBank";
        assertEquals(
                "Al ice Bank",
                AgentInvitation.parse(link(TYPE, label, ",\"services\":[]"))
                        .orElseThrow()
                        .label());
    }

    @Test
    @Tag("threat-61")
    void whatIsNoInvitationIsNone() {
        assertEquals(Optional.empty(), AgentInvitation.parse(""));
        assertEquals(Optional.empty(), AgentInvitation.parse("zorya:contact?card=abc"));
        assertEquals(Optional.empty(), AgentInvitation.parse("http://x?oob=%%%"));
        assertEquals(Optional.empty(), AgentInvitation.parse("http://x?oob=AAAA"));
        assertEquals(
                Optional.empty(),
                AgentInvitation.parse(link("https://evil.org/out-of-band/1.1/invitation", "a", ",\"services\":[]")));
        assertEquals(Optional.empty(), AgentInvitation.parse(link(TYPE, "a", "")));
        assertEquals(
                Optional.empty(), AgentInvitation.parse(link(TYPE, "a", ",\"services\":[]") + "a".repeat(1 << 20)));
    }
}
