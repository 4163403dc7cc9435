package dev.zorya.desktop.contacts;

import dev.zorya.desktop.component.Person;
import dev.zorya.desktop.consent.WaitingRow;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.present.Meetings;
import dev.zorya.desktop.present.People;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.ContactView;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The list and the one that is selected.
 *
 * @param waiting others who want something, oldest first
 * @param meetings contacts in the making, newest first
 * @param selected none if nobody is listed
 * @param none there is nobody at all
 */
record ContactsModel(
        List<WaitingRow> waiting,
        List<MeetingRow> meetings,
        List<Person> people,
        @Nullable ContactDetail selected,
        boolean none) {
    /** The selected contact, or the first of the list when none is. */
    static ContactsModel of(
            Snapshot snapshot, String selected, String search, ContactPapers papers, Money money, When when) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        Comparator<ContactView> byName = Comparator.comparing(ContactView::name, Collator.getInstance());
        List<ContactView> listed = snapshot.contacts().stream()
                .filter(contact -> contact.name().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(byName)
                .toList();
        Optional<ContactView> chosen =
                snapshot.contact(selected).or(() -> listed.stream().findFirst());
        List<MeetingRow> meetings = snapshot.connections().stream()
                .filter(Meetings::underWay)
                .map(connection -> MeetingRow.of(connection, when))
                .toList();
        return new ContactsModel(
                snapshot.waiting().stream()
                        .map(waiting -> WaitingRow.of(waiting, snapshot, when))
                        .toList(),
                meetings,
                listed.stream().map(People::of).toList(),
                chosen.map(contact -> ContactDetail.of(contact, snapshot, papers, money, when))
                        .orElse(null),
                snapshot.contacts().isEmpty() && snapshot.waiting().isEmpty() && meetings.isEmpty());
    }

    Optional<ContactDetail> detail() {
        return Optional.ofNullable(selected);
    }
}
