package dev.zorya.wallet.link;

import dev.zorya.wallet.api.Coin;
import java.util.List;
import java.util.Locale;

/** A link, understood or refused. */
public sealed interface Link permits Link.ToContact, PaymentLink, Refusal {
    String SCHEME = "zorya:";

    /** Characters; a contact text has about 2,000. As long as the longest text that is read as a contact. */
    int LONGEST = 20_000;

    /**
     * Introduces somebody: a contact text, or an invitation.
     *
     * @param text as the page that adds contacts reads it; nothing in it was checked
     */
    record ToContact(String text) implements Link {}

    /** Whether the text says of itself that it is one. */
    static boolean is(String text) {
        return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /**
     * Reads a link.
     *
     * @param coins what the wallet counts in: an amount in anything else is refused, never converted
     */
    static Link read(String text, List<Coin> coins) {
        if (text.length() > LONGEST) {
            return new Refusal.TooLong(text.length());
        }
        if (!is(text)) {
            return new Refusal.NoLink();
        }
        String rest = text.substring(SCHEME.length());
        int question = rest.indexOf('?');
        String kind = (question < 0 ? rest : rest.substring(0, question)).toLowerCase(Locale.ROOT);
        return switch (kind) {
            case "contact", "invite" -> new ToContact(text);
            case "pay" -> PaymentLinks.read(question < 0 ? "" : rest.substring(question + 1), coins);
            default -> new Refusal.UnknownKind(Harmless.brief(kind));
        };
    }
}
