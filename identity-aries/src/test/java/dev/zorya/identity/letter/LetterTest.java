package dev.zorya.identity.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.message.Extension;
import dev.zorya.identity.EmbeddedIdentity;
import dev.zorya.identity.Identity;
import dev.zorya.identity.letter.LetterRefused.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LetterTest {
    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    private static final EmbeddedIdentity ALICE = identity(1);
    private static final EmbeddedIdentity BOB = identity(2);
    private static final EmbeddedIdentity MALLORY = identity(3);

    private static EmbeddedIdentity identity(int seed) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return EmbeddedIdentity.of(bytes);
    }

    private static Letter letter(String body, Instant issued, Duration life) {
        return new Letter(
                ALICE.did(), BOB.did(), "0123456789abcdefghijkl", "credential/offer", body, issued, issued.plus(life));
    }

    private static Letter usual() {
        return letter("{\"a\":\"\u00e4\\n\"}", NOW, Duration.ofHours(1));
    }

    private static Letter read(String text) throws LetterRefused {
        return Letter.read(text, BOB.did()::equals, NOW);
    }

    private static Reason refused(String text) {
        return assertThrows(LetterRefused.class, () -> read(text)).reason();
    }

    @Test
    void arrivesAsItWasWritten() throws Exception {
        assertEquals(usual(), read(usual().sign(ALICE)));
    }

    /** The longest body, and all of it characters that JSON escapes, still is a message of the transport. */
    @Test
    void theLongestBodyFits() throws Exception {
        for (String filling : List.of("x", "\"", "\n", "\u00e9", "\u6c34")) {
            String body = filling.repeat(Letter.MAX_BODY / filling.getBytes(StandardCharsets.UTF_8).length);
            String text = letter(body, NOW, Letter.LIFETIME).sign(ALICE);
            assertTrue(text.length() <= Extension.MAX_LETTER);
            assertEquals(body, read(text).body());
            assertThrows(IllegalArgumentException.class, () -> letter(body + "xxx", NOW, Duration.ZERO));
        }
    }

    /** ARIES.md 5: the key in kid has to be the sender's own, whoever signed well. */
    @Test
    @Tag("threat-54")
    void signedBySomebodyElse() throws Exception {
        assertEquals(Reason.DAMAGED, refused(usual().sign(MALLORY)));
    }

    @Test
    @Tag("threat-54")
    void forwardedToSomebodyElse() throws Exception {
        String text = usual().sign(ALICE);
        Reason reason = assertThrows(LetterRefused.class, () -> Letter.read(text, MALLORY.did()::equals, NOW))
                .reason();
        assertEquals(Reason.OTHER_RECIPIENT, reason);
    }

    @Test
    @Tag("threat-55")
    void outsideItsTime() throws Exception {
        Duration hour = Duration.ofHours(1);
        assertEquals(Reason.EXPIRED, refused(letter("{}", NOW.minus(hour), hour).sign(ALICE)));
        assertEquals(
                Reason.NOT_YET_VALID, refused(letter("{}", NOW.plus(hour), hour).sign(ALICE)));
        assertEquals(
                Reason.DAMAGED,
                refused(letter("{}", NOW, Letter.LIFETIME.plusSeconds(1)).sign(ALICE)));
        assertEquals(
                "{}", read(letter("{}", NOW.plusSeconds(300), hour).sign(ALICE)).body(), "clocks differ a little");
    }

    @Test
    void otherSignedThingsAreNoLetters() throws Exception {
        String text = usual().sign(ALICE);
        Identity asCard = new Identity() {
            @Override
            public String did() {
                return ALICE.did();
            }

            @Override
            public String sign(String type, String claims) {
                return ALICE.sign("perun-contact-card+jwt", claims);
            }
        };
        for (String bad : List.of(
                "",
                "a.b.c",
                text + "A",
                text.substring(1),
                text.replace('.', '~'),
                usual().sign(asCard),
                ALICE.sign("zorya-letter+jwt", "{}"),
                ALICE.sign("zorya-letter+jwt", "[]"),
                "x".repeat(Extension.MAX_LETTER + 1))) {
            assertEquals(Reason.DAMAGED, refused(bad), bad.substring(0, Math.min(20, bad.length())));
        }
    }

    @Test
    void fieldsThatCannotBe() throws Exception {
        String claims = "{\"iss\":\"" + ALICE.did() + "\",\"aud\":\"" + BOB.did()
                + "\",\"jti\":\"%s\",\"iat\":%s,\"exp\":%s,\"kind\":\"%s\",\"body\":\"{}\"}";
        String id = "0123456789abcdefghijkl";
        String iat = Long.toString(NOW.getEpochSecond());
        String exp = Long.toString(NOW.getEpochSecond() + 60);
        assertEquals(
                "{}",
                read(ALICE.sign("zorya-letter+jwt", claims.formatted(id, iat, exp, "a/b")))
                        .body());
        for (String bad : List.of(
                claims.formatted("short", iat, exp, "a/b"),
                claims.formatted(id, iat, exp, "../b"),
                claims.formatted(id, iat, "999999999999999999", "a/b"),
                claims.formatted(id, "-1", exp, "a/b"),
                claims.formatted(id, iat, exp, "a/b\",\"kind\":\"c"))) {
            assertEquals(Reason.DAMAGED, refused(ALICE.sign("zorya-letter+jwt", bad)), bad);
        }
    }
}
