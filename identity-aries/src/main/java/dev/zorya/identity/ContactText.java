package dev.zorya.identity;

import dev.zorya.channel.port.Signer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A contact card as people send it: {@code zorya:contact?card=} and a JWS. Mail and chat programs break lines, quote and add
 * words around a text, so reading skips blanks and takes the card out of its surroundings.
 */
public final class ContactText {
    static final String PREFIX = "zorya:contact?card=";

    /** Characters; a card has about 2,000. */
    static final int MAX_PASTED = 20_000;

    private static final Pattern ANY_CASE = Pattern.compile(Pattern.quote(PREFIX), Pattern.CASE_INSENSITIVE);
    private static final int MAX_CARD = 8_000;

    private ContactText() {}

    /** Makes the text: the Perun key signs the binding, then the DID signs the whole. */
    public static String write(CardClaims claims, Signer perunKey, Identity identity) throws IdentityUnavailable {
        ContactCard card = new ContactCard(claims, perunKey.sign(EthBinding.digest(claims)));
        return PREFIX + identity.sign(CardJson.TYPE, CardJson.write(card));
    }

    /**
     * Reads what a person pasted and makes every check that the card and what we know allow.
     *
     * @throws ContactRefused if one does not hold; nothing of the text may be used then
     */
    public static ContactCard read(String pasted, CardCheck check) throws ContactRefused {
        ContactCard card = reread(pasted);
        check.require(card);
        return card;
    }

    /** Reads a text that was accepted before: its signature must hold, but it may have expired since. */
    public static ContactCard reread(String kept) throws ContactRefused {
        String jws = extract(kept).orElseThrow(() -> CompactJws.damaged("no contact text found"));
        return CardJson.read(CompactJws.verified(jws, CardJson.TYPE));
    }

    /** The link alone, without what stands around it; what to keep of a text that was read. */
    public static String bare(String pasted) {
        return PREFIX + extract(pasted).orElse("");
    }

    /** The card in the text: from the prefix on to the end of a signature of the right length. */
    private static Optional<String> extract(String pasted) {
        Matcher prefix = ANY_CASE.matcher(pasted);
        if (pasted.length() > MAX_PASTED || !prefix.find()) {
            return Optional.empty();
        }
        StringBuilder card = new StringBuilder();
        int dots = 0;
        int end = MAX_CARD;
        for (int i = prefix.end(); i < pasted.length() && card.length() < end; i++) {
            char c = pasted.charAt(i);
            if (c == '.' && ++dots == 2) {
                end = Math.min(MAX_CARD, card.length() + 1 + CompactJws.SIGNATURE_CHARS);
            }
            if (c == '.' || c == '-' || c == '_' || letterOrDigit(c)) {
                card.append(c);
            } else if (!skipped(c)) {
                break;
            }
        }
        return Optional.of(card.toString());
    }

    private static boolean letterOrDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /** Line breaks, soft hyphens and zero-width characters that programs put in, and the marks of quoted lines. */
    private static boolean skipped(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || c == '>';
    }
}
