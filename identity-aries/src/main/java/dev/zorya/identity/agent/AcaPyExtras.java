package dev.zorya.identity.agent;

import dev.zorya.identity.IdentityUnavailable.Reason;
import dev.zorya.identity.Labels;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * The calls that the Java client for ACA-Py lacks or whose bodies it cuts (ARIES.md 6): signatures, {@code /vc}, DIDs of newer methods,
 * proofs with {@code auto_remove}, invitations as they were pasted.
 */
final class AcaPyExtras {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int MAX_DETAILS = 400;

    private final HttpClient http;
    private final AgentAddress address;

    AcaPyExtras(HttpClient http, AgentAddress address) {
        this.http = http;
        this.address = address;
    }

    JsonNode get(String path) throws AgentException {
        return call(HttpRequest.newBuilder(address.at(path)).GET());
    }

    JsonNode delete(String path) throws AgentException {
        return call(HttpRequest.newBuilder(address.at(path)).DELETE());
    }

    JsonNode post(String path, JsonNode body) throws AgentException {
        return call(HttpRequest.newBuilder(address.at(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private JsonNode call(HttpRequest.Builder request) throws AgentException {
        HttpResponse<String> response;
        try {
            response = http.send(
                    request.header("X-API-Key", address.key()).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AgentException(Reason.UNREACHABLE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AgentException(Reason.UNREACHABLE, e);
        }
        if (response.statusCode() / 100 == 2) {
            return Json.read(response.body());
        }
        throw refusal(response.statusCode(), response.request().uri().getPath(), response.body());
    }

    /** A path that does not exist answers 404 with nothing but the standard words; a record that does not exist has its own. */
    static AgentException refusal(int status, String path, String body) {
        Reason reason = status == UNAUTHORIZED
                ? Reason.KEY_REFUSED
                : status == NOT_ALLOWED || (status == NOT_FOUND && body.strip().equals("404: Not Found"))
                        ? Reason.TOO_OLD
                        : Reason.REFUSED;
        return new AgentException(reason, status + " " + path + " " + Labels.clean(body, MAX_DETAILS));
    }
}
