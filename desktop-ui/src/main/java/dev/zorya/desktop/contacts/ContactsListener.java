package dev.zorya.desktop.contacts;

import dev.zorya.desktop.contactadd.MeetingPane;
import dev.zorya.desktop.shell.Place;
import dev.zorya.wallet.api.Waiting;

/** What the person does on the page of contacts. */
interface ContactsListener extends MeetingPane.Listener {
    void go(Place place);

    void selected(String did);

    /** A contact in the making. */
    void selectedMeeting(String connectionId);

    void review(Waiting waiting);

    void searched(String typed);

    void compare(ContactDetail detail);

    void rename(ContactDetail detail);

    void remove(ContactDetail detail);

    /** Asks them to show a credential. */
    void askFor(ContactDetail detail);

    /** Issues them a voucher. */
    void vouch(ContactDetail detail);

    void copied(String name);

    void showMyCard();
}
