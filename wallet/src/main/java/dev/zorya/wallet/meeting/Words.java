package dev.zorya.wallet.meeting;

import dev.zorya.identity.Claims;
import dev.zorya.identity.ContactRefused;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What the letters of an introduction say.
 *
 * <pre>
 *   hello    card, nonce, once     who was invited, first; once is the token of the invitation
 *   welcome  card, nonce, answer   who invited
 *   proof    answer
 *   done     answer                both are proven
 *   sorry    answer, why
 * </pre>
 *
 * The answer is the nonce of the other side: it proves that the key of the DID was used just now, for this meeting (ARIES.md 5).
 */
final class Words {
    static final String PREFIX = "meet/";
    static final String HELLO = "meet/hello";
    static final String WELCOME = "meet/welcome";
    static final String PROOF = "meet/proof";
    static final String DONE = "meet/done";
    static final String SORRY = "meet/sorry";

    private Words() {}

    static String hello(String card, String nonce, String token) {
        return write(Map.of("card", card, "nonce", nonce, "once", token));
    }

    static String welcome(String card, String nonce, String answer) {
        return write(Map.of("card", card, "nonce", nonce, "answer", answer));
    }

    static String answer(String answer) {
        return write(Map.of("answer", answer));
    }

    static String sorry(String answer, Sorry why) {
        return write(Map.of("answer", answer, "why", why.name()));
    }

    private static String write(Map<String, String> fields) {
        return Claims.write(json -> fields.forEach(json::writeStringProperty));
    }

    static Claims read(String body) throws ContactRefused {
        return Claims.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
