package dev.zorya.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.value.Bytes;
import dev.zorya.identity.ContactRefused.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class InvitationLinkTest {
    private static InvitationLink link(String host, String label) {
        return new InvitationLink(
                Cards.ALICE.did(),
                new Endpoint(host, 5750),
                Bytes.of(Cards.filled(9)),
                Cards.wireAddress(Cards.ALICE.did(), 5),
                Cards.CHAIN,
                Bytes.of(Cards.filled(7)).slice(0, 16),
                Cards.NOW.plus(Duration.ofHours(24)),
                label);
    }

    private static InvitationLink read(String text) throws ContactRefused {
        return InvitationLink.read(text, Cards.BOB.did(), Cards.CHAIN, Cards.NOW);
    }

    private static Reason refused(String text) {
        return assertThrows(ContactRefused.class, () -> read(text), text).reason();
    }

    @Test
    void comesBackAsItWasAndFitsAQrCode() throws Exception {
        InvitationLink usual = link("127.0.0.1", "Alice & B\u00f6b + 1");
        assertEquals(usual, read(usual.write()));
        assertTrue(usual.write().length() < 750, usual.write().length() + " characters");
        InvitationLink longest = link("h".repeat(253), "\ud83d\ude00".repeat(30));
        assertTrue(
                longest.write().length() <= InvitationLink.MAX_LENGTH,
                longest.write().length() + " characters");
        assertEquals(longest, read(longest.write()));
        assertTrue(longest.write().chars().allMatch(c -> c > 32 && c < 127));
        assertEquals("::1", read(link("::1", "").write()).endpoint().host());
    }

    @Test
    void mailAndChatProgramsMayDressIt() throws Exception {
        String text = link("127.0.0.1", "Alice").write();
        for (String dressed : List.of(
                "Hi Bob!\n\n<" + text + ">\nSee you",
                text + ".",
                text + " and some words",
                "> " + text.substring(0, 60) + "\r\n> ".replace(" ", "") + text.substring(60),
                text.replace("zorya:invite", "ZORYA:Invite"))) {
            assertTrue(InvitationLink.isIn(dressed));
            assertEquals(link("127.0.0.1", "Alice"), read(dressed), dressed);
        }
        assertFalse(InvitationLink.isIn("zorya:contact?card=a.b.c"));
        assertFalse(InvitationLink.isIn("hello"));
    }

    @Test
    @Tag("threat-61")
    void everythingElseIsRefused() {
        String text = link("127.0.0.1", "Alice").write();
        for (String bad : List.of(
                "",
                "zorya:invite?",
                text.substring(0, text.length() - 1),
                text + "x",
                text + "&amount=1",
                text.replace("v=1", "v=2"),
                text.replace("&net=", "&more=1&net="),
                text.replace("&net=31337", "&net=31337&net=31337"),
                text.replace("&net=31337", "&net=031337"),
                text.replace("&net=31337", "&net=9999999999999999999"),
                text.replace(":5750", ":0"),
                text.replace("127.0.0.1", "ho st"),
                text.replace("127.0.0.1", "-"),
                text.replace("label=Alice", "label=%zz"),
                text.replace("label=Alice", "label=" + "a".repeat(301)),
                text.replace("did:key:z6Mk", "did:key:z6Mj"),
                text.replace("&wire=", "&wire=AA"),
                "zorya:invite?" + "a".repeat(1_000_000))) {
            assertEquals(Reason.DAMAGED, refused(bad));
        }
    }

    @Test
    void oldOnesAndThoseOfOthers() {
        String text = link("127.0.0.1", "Alice").write();
        assertEquals(
                Reason.EXPIRED,
                assertThrows(
                                ContactRefused.class,
                                () -> InvitationLink.read(
                                        text, Cards.BOB.did(), Cards.CHAIN, Cards.NOW.plus(Duration.ofHours(24))))
                        .reason());
        assertEquals(
                Reason.OTHER_NETWORK,
                assertThrows(ContactRefused.class, () -> InvitationLink.read(text, Cards.BOB.did(), 1, Cards.NOW))
                        .reason());
        assertEquals(
                Reason.OWN_CARD,
                assertThrows(
                                ContactRefused.class,
                                () -> InvitationLink.read(text, Cards.ALICE.did(), Cards.CHAIN, Cards.NOW))
                        .reason());
    }

    /** Who pastes it sees a name without tricks, and never as a fact. */
    @Test
    @Tag("threat-58")
    @Tag("threat-63")
    void labelsAreMadeHarmless() throws Exception {
        String tricky = link("127.0.0.1", "x").write().replace("label=x", "label=Bob%E2%80%AEgpj.%0AA%00%E2%80%8B");
        assertEquals("Bob gpj. A", read(tricky).label());
    }
}
