package dev.zorya.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.value.Bytes;
import dev.zorya.identity.ContactRefused.Reason;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTextTest {
    private static final String TEXT = Cards.text(Cards.alice(1));

    @Test
    void comesBack() throws Exception {
        ContactCard card = ContactText.read(TEXT, Cards.bob());
        assertEquals(Cards.alice(1), card.claims());
    }

    @Test
    void isOneLinkOfBoundedLength() {
        assertTrue(TEXT.startsWith("zorya:contact?card="), TEXT);
        assertTrue(TEXT.matches("[A-Za-z0-9:?=._-]+"), TEXT);
        assertTrue(TEXT.length() < 2_300, "a QR code holds 2,953 bytes; this has " + TEXT.length());
    }

    @Test
    void headerAndSignatureAreThoseOfOtherPrograms() throws Exception {
        String[] parts = jws(TEXT).split("\\.");
        String kid = Cards.ALICE.did() + "#" + Cards.ALICE.did().substring("did:key:".length());
        assertEquals(
                "{\"alg\":\"EdDSA\",\"typ\":\"perun-contact-card+jwt\",\"kid\":\"" + kid + "\"}", decoded(parts[0]));
        Bytes publicKey = DidKey.parse(Cards.ALICE.did()).orElseThrow().publicKey();
        Signature jdk = Signature.getInstance("Ed25519");
        jdk.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(
                        Bytes.fromHex("302a300506032b6570032100" + publicKey).toArray())));
        jdk.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertTrue(jdk.verify(Base64.getUrlDecoder().decode(parts[2])));
    }

    static Stream<String> surroundings() {
        String folded = TEXT.replaceAll("(.{72})", "$1\n");
        return Stream.of(
                "Hi Bob, this is me: " + TEXT + " see you",
                "<" + TEXT + ">",
                "\"" + TEXT + "\".",
                "  \r\n" + folded + "\r\n\r\n-- \r\nAlice",
                "> " + folded.replace("\n", "\n> "),
                "ZORYA:Contact?card=" + jws(TEXT),
                TEXT.replaceAll("(.{40})", "$1\u00ad\u200b"),
                TEXT + "\u202fthanks");
    }

    @ParameterizedTest
    @MethodSource("surroundings")
    void mailAndChatDoNotDamageIt(String pasted) throws Exception {
        assertEquals(Cards.alice(1), ContactText.read(pasted, Cards.bob()).claims());
        assertEquals(TEXT, ContactText.bare(pasted));
    }

    @Test
    void aKeptCardIsReadAfterItsDate() throws Exception {
        Instant later = Cards.alice(1).expires().plusSeconds(1);
        assertThrows(ContactRefused.class, () -> ContactText.read(TEXT, Cards.check(later, Optional.empty())));
        assertEquals(Cards.alice(1), ContactText.reread(TEXT).claims());
        assertThrows(ContactRefused.class, () -> ContactText.reread(TEXT.replace("ey", "eZ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "zorya:contact?card=",
                "zorya:contact?card=..",
                "zorya:contact?card=e30.e30.e30",
                "zorya:contact?card=!",
                "zorya:channel?card=e30.e30.e30"
            })
    void otherTextIsDamaged(String pasted) {
        refused(Reason.DAMAGED, pasted);
    }

    @Test
    @Tag("threat-61")
    void aMegabyteIsRefusedAtOnce() {
        refused(Reason.DAMAGED, TEXT + "A".repeat(1_000_000));
        refused(Reason.DAMAGED, "zorya:contact?card=" + "A".repeat(19_000));
        refused(Reason.DAMAGED, "zorya:contact?card=" + "A.".repeat(9_000));
    }

    @Test
    void anyPartMissingIsDamaged() {
        for (int end = 0; end < TEXT.length(); end += 7) {
            refused(Reason.DAMAGED, TEXT.substring(0, end));
        }
    }

    @Test
    @Tag("threat-54")
    void everyChangedCharacterIsDamaged() {
        int card = TEXT.indexOf('=') + 1;
        for (int i = 0; i < TEXT.length(); i++) {
            char other = TEXT.charAt(i) == 'A' ? 'B' : 'A';
            if (i < card && Character.toLowerCase(other) == Character.toLowerCase(TEXT.charAt(i))) {
                continue; // the scheme is read in either case
            }
            refused(Reason.DAMAGED, TEXT.substring(0, i) + other + TEXT.substring(i + 1));
        }
    }

    @Test
    @Tag("threat-54")
    void oneSignatureHasOneText() {
        // the last character of 64 bytes in base64url carries two bits; the other four must be zero
        char last = TEXT.charAt(TEXT.length() - 1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int group = alphabet.indexOf(last) / 16 * 16;
        for (int loose = 1; loose < 16; loose++) {
            refused(Reason.DAMAGED, TEXT.substring(0, TEXT.length() - 1) + alphabet.charAt(group + loose));
        }
    }

    static String jws(String text) {
        return text.substring(text.indexOf('=') + 1);
    }

    static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    static ContactRefused refused(Reason reason, String pasted) {
        ContactRefused refused = assertThrows(ContactRefused.class, () -> ContactText.read(pasted, Cards.bob()));
        assertEquals(reason, refused.reason(), refused::details);
        return refused;
    }
}
