package dev.zorya.desktop.present;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.ContactView;

/** The trust badge of a contact (UI.md 7). */
public final class Badges {
    private Badges() {}

    public static Look of(ContactView.Badge badge) {
        return switch (badge) {
            case UNVERIFIED -> unverified();
            case CONNECTING -> new Look(Icon.WAITING, Text.of("badge.connecting"), Tone.NEUTRAL);
            case KEY_PROVEN -> new Look(Icon.KEY, Text.of("badge.key-proven"), Tone.BUSY);
            case CREDENTIAL_VERIFIED -> new Look(Icon.VERIFIED, Text.of("badge.credential-verified"), Tone.OK);
            case CODE_COMPARED -> new Look(Icon.COMPARED, Text.of("badge.code-compared"), Tone.OK);
            case CARD_EXPIRED -> new Look(Icon.EXPIRED, Text.of("badge.card-expired"), Tone.WAIT);
            case CREDENTIAL_REVOKED -> new Look(Icon.REVOKED, Text.of("badge.credential-revoked"), Tone.BAD);
            case BLOCKED -> new Look(Icon.BLOCKED, Text.of("badge.blocked"), Tone.NEUTRAL);
            case WRONG_KEY -> new Look(Icon.STOPPED, Text.of("badge.wrong-key"), Tone.BAD);
            case PRACTICE -> new Look(Icon.PRACTICE, Text.of("badge.practice"), Tone.NEUTRAL);
        };
    }

    /** A contact that is not in the list of contacts any more, or a stranger. */
    public static Look unverified() {
        return new Look(Icon.UNKNOWN, Text.of("badge.unverified"), Tone.NEUTRAL);
    }
}
