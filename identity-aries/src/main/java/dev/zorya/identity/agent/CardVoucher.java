package dev.zorya.identity.agent;

import dev.zorya.identity.CardCheck;
import dev.zorya.identity.ContactCard;
import dev.zorya.identity.ContactRefused;
import dev.zorya.identity.ContactText;
import dev.zorya.identity.agent.PresentationRefused.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The contact card as a credential: the claims of ARIES.md 4, and beside them the same card as a JWS, which can be kept and checked later
 * without any agent. The two must say the same.
 */
final class CardVoucher {
    private static final String JWS = "card";

    private CardVoucher() {}

    /** @param text of our own card, as others paste it */
    static Voucher of(String text) throws ContactRefused {
        ContactCard card = ContactText.reread(text);
        String did = card.claims().did();
        Map<String, String> claims = fields(card);
        claims.put(JWS, ContactText.bare(text));
        return new Voucher(
                VcJson.CARD,
                did,
                did,
                claims,
                card.claims().issued(),
                Optional.of(card.claims().expires()));
    }

    /** The card that was shown, after every check that a pasted one has to pass. */
    static ShownCard check(Shown shown, CardCheck check) throws PresentationRefused {
        Voucher voucher = shown.voucher();
        String text = voucher.claims().getOrDefault(JWS, "");
        ContactCard card;
        try {
            card = ContactText.read(text, check);
        } catch (ContactRefused e) {
            throw new PresentationRefused(Reason.CARD_REFUSED, e);
        }
        Map<String, String> claims = new LinkedHashMap<>(voucher.claims());
        claims.remove(JWS);
        if (!card.claims().did().equals(voucher.subjectDid())) {
            throw new PresentationRefused(
                    Reason.OTHER_HOLDER,
                    "the signed card is of " + card.claims().did());
        }
        boolean same = claims.equals(fields(card))
                && voucher.issued().equals(card.claims().issued())
                && voucher.expires().filter(card.claims().expires()::equals).isPresent();
        if (!same) {
            throw new PresentationRefused(Reason.MALFORMED, "the two encodings of the card differ");
        }
        return new ShownCard(shown.connectionId(), ContactText.bare(text), card, shown.evidence());
    }

    static long seq(Voucher card) {
        String text = card.claims().getOrDefault("seq", "0");
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    private static Map<String, String> fields(ContactCard card) {
        Map<String, String> fields = new LinkedHashMap<>(card.fields());
        // what the credential says in its own words
        fields.keySet().removeAll(java.util.Set.of("iss", "id", "iat", "exp"));
        return fields;
    }
}
