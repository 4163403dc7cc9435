package dev.zorya.identity.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import dev.zorya.identity.IdentityUnavailable;
import dev.zorya.identity.IdentityUnavailable.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How failures of an agent are told apart (THREATS.md 59). */
class RefusalsTest {
    private static Reason reason(int status, String body) {
        return AcaPyExtras.refusal(status, "/x", body).reason();
    }

    @Test
    @Tag("threat-59")
    void aMissingEndpointIsNotAMissingRecord() {
        assertEquals(Reason.TOO_OLD, reason(404, "404: Not Found"));
        assertEquals(Reason.TOO_OLD, reason(405, "405: Method Not Allowed"));
        assertEquals(Reason.REFUSED, reason(404, "404: Record not found: connection/x."));
        assertEquals(Reason.KEY_REFUSED, reason(401, "401: API key missing or invalid"));
        assertEquals(Reason.REFUSED, reason(422, "{}"));
        assertEquals(Reason.REFUSED, reason(500, ""));
    }

    @Test
    @Tag("threat-59")
    void anOldAgentLacksTheSignatures() throws IOException {
        HttpServer old = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        old.createContext("/", exchange -> {
            byte[] answer = "404: Not Found".getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(404, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        old.start();
        URI admin = URI.create("http://127.0.0.1:" + old.getAddress().getPort());
        try (Agent agent = Agent.at(new AgentAddress(admin, "key"), InstantSource.system())) {
            AcaPyIdentity identity = new AcaPyIdentity(agent, "did:key:z6Mk");
            assertEquals(
                    Reason.TOO_OLD,
                    assertThrows(IdentityUnavailable.class, () -> identity.sign("JWT", "{}"))
                            .reason());
        } finally {
            old.stop(0);
        }
    }

    @Test
    @Tag("threat-59")
    void nobodyThere() throws IOException {
        URI admin = URI.create("http://127.0.0.1:" + Ports.free());
        try (Agent agent = Agent.at(new AgentAddress(admin, "key"), InstantSource.system())) {
            agent.listen(event -> {});
            Party.await(() -> agent.state() == AgentState.UNREACHABLE, "noticed");
            assertEquals(
                    Reason.UNREACHABLE,
                    assertThrows(AgentException.class, agent::dids).reason());
            assertEquals(
                    Reason.UNREACHABLE,
                    assertThrows(AgentException.class, agent::connections).reason());
        }
    }

    @Test
    void addresses() {
        AgentAddress address = new AgentAddress(URI.create("http://127.0.0.1:8031/some/path?x"), "secret");
        assertEquals("http://127.0.0.1:8031", address.toString());
        assertEquals(URI.create("ws://127.0.0.1:8031/ws"), address.webSocket());
        assertFalse(address.toString().contains("secret"));
        assertThrows(IllegalArgumentException.class, () -> new AgentAddress(URI.create("ftp://x"), "k"));
        assertThrows(IllegalArgumentException.class, () -> new AgentAddress(URI.create("http://u:p@x"), "k"));
    }
}
