package dev.zorya.desktop.present;

import dev.zorya.desktop.component.Person;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.ident.Chunks;
import dev.zorya.desktop.ident.Face;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.ContactView;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

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

    /** The names of all contacts by their DIDs. Those whose names look alike carry the last group of their DIDs as well (UI.md 8). */
    public static SequencedMap<String, String> names(Snapshot snapshot) {
        Map<String, Long> alike =
                snapshot.contacts().stream().collect(Collectors.groupingBy(People::plain, Collectors.counting()));
        SequencedMap<String, String> names = new LinkedHashMap<>();
        for (ContactView contact : snapshot.contacts()) {
            names.put(
                    contact.did(),
                    alike.getOrDefault(plain(contact), 0L) > 1
                            ? Text.of("person.alike", contact.name(), Chunks.lastOfDid(contact.did()))
                            : contact.name());
        }
        return names;
    }

    private static String plain(ContactView contact) {
        return contact.name().replaceAll("[\\s\\p{P}]+", "").toLowerCase(Locale.ROOT);
    }

    private static Person stranger(String did) {
        Look badge = Badges.unverified();
        return new Person(
                did, Chunks.briefDid(did), Face.of("?", did), badge.icon(), badge.word(), badge.tone(), false);
    }
}
