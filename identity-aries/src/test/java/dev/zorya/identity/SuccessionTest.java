package dev.zorya.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zorya.identity.ContactRefused.Reason;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SuccessionTest {
    @Test
    void comesBackAsItWas() throws Exception {
        assertEquals(
                new Succession(Cards.ALICE.did(), Cards.BOB.did()),
                Succession.read(Succession.write(Cards.ALICE, Cards.BOB.did())));
    }

    /** Only the old DID says who follows it. */
    @Test
    @Tag("threat-58")
    void nobodyElseCanSayIt() throws Exception {
        String good = Succession.write(Cards.ALICE, Cards.BOB.did());
        String byBob = Cards.BOB.sign(
                "perun-contact-moved+jwt",
                "{\"previousDid\":\"" + Cards.ALICE.did() + "\",\"id\":\"" + Cards.BOB.did() + "\"}");
        String otherType = Cards.ALICE.sign(
                "jwt", "{\"previousDid\":\"" + Cards.ALICE.did() + "\",\"id\":\"" + Cards.BOB.did() + "\"}");
        String toNobody = Cards.ALICE.sign(
                "perun-contact-moved+jwt", "{\"previousDid\":\"" + Cards.ALICE.did() + "\",\"id\":\"did:web:x\"}");
        String noOne = Cards.ALICE.sign("perun-contact-moved+jwt", "{\"id\":\"" + Cards.BOB.did() + "\"}");
        for (String bad :
                List.of("", "a.b.c", byBob, otherType, toNobody, noOne, good.substring(0, good.length() - 1))) {
            assertEquals(
                    Reason.DAMAGED,
                    assertThrows(ContactRefused.class, () -> Succession.read(bad))
                            .reason());
        }
    }
}
