package dev.zorya.desktop.present;

import dev.zorya.desktop.component.Person;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.ident.Chunks;
import dev.zorya.desktop.ident.Face;
import dev.zorya.wallet.api.ContactView;

/** Contacts as they stand beside money and consent. */
public final class People {
    private People() {}

    public static Person of(ContactView contact) {
        Look badge = Badges.of(contact.badge());
        return new Person(
                contact.did(),
                contact.name(),
                Face.of(contact.name(), contact.did()),
                badge.icon(),
                badge.word(),
                badge.tone(),
                contact.online());
    }

    /** The contact with this DID, or the DID itself as an unverified name. */
    public static Person of(Snapshot snapshot, String did) {
        return snapshot.contact(did).map(People::of).orElseGet(() -> stranger(did));
    }

    private static Person stranger(String did) {
        Look badge = Badges.unverified();
        return new Person(
                did, Chunks.briefDid(did), Face.of("?", did), badge.icon(), badge.word(), badge.tone(), false);
    }
}
