package dev.zorya.desktop.present;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.CredentialView;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A credential in words: what it is, who says so, what it says, until when. */
public final class Credential {
    /** From then on its end is worth a word. */
    private static final Duration SOON = Duration.ofDays(7);

    private Credential() {}

    /** What a type is called; one that we do not know is taken apart into its words. */
    public static String type(String type) {
        return switch (type) {
            case "PerunPeerVoucher" -> Text.of("credential.voucher");
            case "PerunContactCard" -> Text.of("credential.contact-card");
            default -> words(type);
        };
    }

    public static Icon icon(String type) {
        return switch (type) {
            case "PerunPeerVoucher" -> Icon.VOUCHER;
            case "PerunContactCard" -> Icon.CARD;
            default -> Icon.CREDENTIAL;
        };
    }

    /** Who says so: a contact of ours, or a name that nobody has proven (UI.md 1, rule 4). */
    public static String issuer(CredentialView credential) {
        return credential.issuerIsContact()
                ? Text.of("credential.by-contact", credential.issuerName())
                : Text.of("credential.by-claim", credential.issuerName());
    }

    public static Look standing(CredentialView credential, When when) {
        return switch (credential.standing()) {
            case VALID -> valid(credential.expires(), when);
            case EXPIRED -> new Look(Icon.EXPIRED, Text.of("credential.expired"), Tone.WAIT);
            case REVOKED -> new Look(Icon.REVOKED, Text.of("credential.revoked"), Tone.BAD);
        };
    }

    private static Look valid(@Nullable Instant expires, When when) {
        if (expires == null || Duration.between(when.now(), expires).compareTo(SOON) > 0) {
            return new Look(Icon.DONE, Text.of("credential.valid"), Tone.OK);
        }
        long days = Math.max(0, Duration.between(when.now(), expires).toDays());
        return new Look(Icon.EXPIRED, Text.count("credential.expires-in", days), Tone.WAIT);
    }

    /** Until when it holds, as a short line. */
    public static String until(CredentialView credential, When when) {
        Instant expires = credential.expires();
        return expires == null ? Text.of("credential.no-end") : Text.of("credential.until", when.date(expires));
    }

    /** What it says, in the order of the issuer. */
    public static SequencedMap<String, String> claims(CredentialView credential) {
        SequencedMap<String, String> claims = new LinkedHashMap<>();
        credential.claims().forEach((name, value) -> claims.put(claim(name), value));
        return claims;
    }

    /** What a claim is called. */
    public static String claim(String name) {
        return "statement".equals(name) ? Text.of("credential.statement") : words(name);
    }

    /** "memberSince" as a person would write it. */
    private static String words(String name) {
        String spaced =
                name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").replace('_', ' ').strip();
        if (spaced.isEmpty()) {
            return name;
        }
        return spaced.substring(0, 1).toUpperCase(Locale.ROOT)
                + spaced.substring(1).toLowerCase(Locale.ROOT);
    }
}
