package dev.zorya.desktop.contacts;

import dev.zorya.desktop.component.Person;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.present.People;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.ContactView;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The list and the one that is selected.
 *
 * @param none there is no contact at all
 */
record ContactsModel(List<Person> people, Optional<ContactDetail> detail, boolean none) {
    /** The selected contact, or the first of the list when none is. */
    static ContactsModel of(Snapshot snapshot, String selected, String search, Money money, When when) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        Comparator<ContactView> byName = Comparator.comparing(ContactView::name, Collator.getInstance());
        List<ContactView> listed = snapshot.contacts().stream()
                .filter(contact -> contact.name().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(byName)
                .toList();
        Optional<ContactView> chosen =
                snapshot.contact(selected).or(() -> listed.stream().findFirst());
        return new ContactsModel(
                listed.stream().map(People::of).toList(),
                chosen.map(contact -> ContactDetail.of(contact, snapshot, money, when)),
                snapshot.contacts().isEmpty());
    }
}
