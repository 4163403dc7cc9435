package dev.zorya.desktop.present;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Person;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.ident.Face;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.Waiting;

/** Something that waits for this person's consent, in one line: who, and what they want. */
public final class Asking {
    private Asking() {}

    /** Somebody who is no contact stands with the name they claim, and nothing proven. */
    public static Person person(Waiting waiting, Snapshot snapshot) {
        return switch (waiting) {
            case Waiting.Introduction introduction -> stranger(introduction);
            case Waiting.Offer offer -> People.of(snapshot, offer.did());
            case Waiting.ProofRequest request -> People.of(snapshot, request.did());
        };
    }

    private static Person stranger(Waiting.Introduction introduction) {
        Look badge = Badges.unverified();
        return new Person(
                introduction.did(),
                introduction.claimedName(),
                Face.of(introduction.claimedName(), introduction.did()),
                badge.icon(),
                Text.of("asking.claims-name"),
                badge.tone(),
                false);
    }

    /** A sentence that begins with the name. */
    public static String title(Waiting waiting, Snapshot snapshot) {
        String name = person(waiting, snapshot).name();
        return switch (waiting) {
            case Waiting.Introduction introduction -> Text.of("asking.introduction", name);
            case Waiting.Offer offer -> Text.of("asking.offer", name);
            case Waiting.ProofRequest request -> Text.of("asking.proof", name);
        };
    }

    /** What it is about. */
    public static String about(Waiting waiting) {
        return switch (waiting) {
            case Waiting.Introduction introduction -> Text.of("asking.introduction.about");
            case Waiting.Offer offer -> Credential.type(offer.credential().type());
            case Waiting.ProofRequest request -> Credential.type(request.type());
        };
    }

    public static Icon icon(Waiting waiting) {
        return switch (waiting) {
            case Waiting.Introduction introduction -> Icon.ADD_CONTACT;
            case Waiting.Offer offer -> Icon.CREDENTIAL;
            case Waiting.ProofRequest request -> Icon.CARD;
        };
    }
}
