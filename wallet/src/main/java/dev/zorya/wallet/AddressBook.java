package dev.zorya.wallet;

import dev.zorya.channel.crypto.AddressText;
import dev.zorya.channel.engine.Engine;
import dev.zorya.channel.port.StateScheme;
import dev.zorya.channel.value.Bytes;
import dev.zorya.identity.CardCheck;
import dev.zorya.identity.CardClaims;
import dev.zorya.identity.ComparisonCode;
import dev.zorya.identity.ContactRefused;
import dev.zorya.identity.ContactText;
import dev.zorya.identity.Labels;
import dev.zorya.net.TlsBus;
import dev.zorya.wallet.api.ContactPreview;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.ContactView.Badge;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What a person does with contacts: read a text, add, rename, compare the code, remove. */
final class AddressBook {
    private final Contacts contacts;
    private final Engine engine;
    private final TlsBus bus;
    private final Events events;
    private final InstantSource clock;
    private final Self self;

    /**
     * Who this wallet is, to tell own cards and other networks apart.
     *
     * @param scheme verifies bindings
     * @param practiceContact DID of the practice contact, or empty
     */
    record Self(String did, Bytes address, long chainId, StateScheme scheme, Supplier<String> practiceContact) {}

    AddressBook(Contacts contacts, Engine engine, TlsBus bus, Events events, InstantSource clock, Self self) {
        this.contacts = contacts;
        this.engine = engine;
        this.bus = bus;
        this.events = events;
        this.clock = clock;
        this.self = self;
    }

    List<ContactView> all() {
        return contacts.all().stream().map(this::view).toList();
    }

    ContactPreview read(String text) throws WalletException {
        CardClaims card = checked(text);
        return new ContactPreview(
                text,
                card.did(),
                card.label(),
                AddressText.of(card.perunAddress()),
                card.endpoint().toString(),
                ComparisonCode.of(self.did(), card.did()),
                contacts.byDid(card.did()).isPresent());
    }

    /** Checks again: between reading and adding, the card may have expired or a newer one may have come. */
    ContactView add(String text, String name) throws WalletException {
        CardClaims card = checked(text);
        Optional<Contact> known = contacts.byDid(card.did());
        String given = name(name, card);
        Contact contact = known.map(k -> new Contact(given, ContactText.bare(text), card, k.added(), k.codeCompared()))
                .orElseGet(() -> new Contact(given, ContactText.bare(text), card, clock.instant(), false));
        contacts.save(contact);
        bus.keep(contact.wire());
        events.publish(new WalletEvent.ContactChanged(contact.did()));
        return view(contact);
    }

    void rename(String did, String name) throws WalletException {
        change(did, contact -> contact.named(name(name, contact.card())));
    }

    void compared(String did) throws WalletException {
        change(did, Contact::compared);
    }

    void remove(String did) throws WalletException {
        Contact contact = contacts.require(did);
        boolean busy = engine.channels().stream()
                .filter(channel -> channel.peer().equals(contact.wire()))
                .anyMatch(channel -> switch (channel.status()) {
                    case PROPOSAL_SENT,
                            PROPOSAL_RECEIVED,
                            INIT_SIGNING,
                            FUNDING,
                            OPEN,
                            DECIDING,
                            UPDATING,
                            FINALISING,
                            FINAL,
                            DISPUTED,
                            WITHDRAWING -> true;
                    case WITHDRAWN, ENDED -> false;
                });
        if (busy) {
            throw Problems.failure(Code.CONTACT_HAS_CHANNELS, contact.name());
        }
        contacts.remove(contact);
        bus.release(contact.wire());
        events.publish(new WalletEvent.ContactChanged(did));
    }

    ContactView view(Contact contact) {
        CardClaims card = contact.card();
        return new ContactView(
                contact.did(),
                contact.name(),
                card.label(),
                AddressText.of(card.perunAddress()),
                card.endpoint().toString(),
                ComparisonCode.of(self.did(), contact.did()),
                badge(contact, clock.instant()),
                engine.isOnline(contact.wire()),
                contact.added(),
                card.expires());
    }

    /** The strongest bad one wins, then the strongest good one (UI.md 7). */
    private Badge badge(Contact contact, Instant now) {
        if (contacts.hasWrongKey(contact)) {
            return Badge.WRONG_KEY;
        }
        if (contact.did().equals(self.practiceContact().get())) {
            return Badge.PRACTICE;
        }
        if (contact.expired(now)) {
            return Badge.CARD_EXPIRED;
        }
        return contact.codeCompared() ? Badge.CODE_COMPARED : Badge.KEY_PROVEN;
    }

    private void change(String did, UnaryOperator<Contact> change) throws WalletException {
        contacts.save(change.apply(contacts.require(did)));
        events.publish(new WalletEvent.ContactChanged(did));
    }

    private CardClaims checked(String text) throws WalletException {
        try {
            CardCheck check = new CardCheck(
                    self.did(), self.address(), self.chainId(), self.scheme(), clock.instant(), contacts::pinned);
            return ContactText.read(text, check).claims();
        } catch (ContactRefused e) {
            throw Causes.of(e);
        }
    }

    private static String name(String given, CardClaims card) {
        String clean = Labels.clean(given);
        if (!clean.isEmpty()) {
            return clean;
        }
        return card.label().isEmpty() ? card.did().substring(0, 16) : card.label();
    }
}
