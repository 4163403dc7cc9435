package dev.zorya.wallet;

import dev.zorya.channel.crypto.AddressText;
import dev.zorya.channel.engine.Engine;
import dev.zorya.channel.port.StateScheme;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.wire.SimpleAddress;
import dev.zorya.identity.CardCheck;
import dev.zorya.identity.CardClaims;
import dev.zorya.identity.ComparisonCode;
import dev.zorya.identity.ContactRefused;
import dev.zorya.identity.ContactText;
import dev.zorya.identity.Labels;
import dev.zorya.identity.Succession;
import dev.zorya.net.TlsBus;
import dev.zorya.wallet.api.ContactPreview;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.ContactView.Badge;
import dev.zorya.wallet.api.CredentialView.Standing;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import dev.zorya.wallet.mail.PostOffice;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What a person does with contacts: read a text, add, rename, compare the code, remove. */
final class AddressBook {
    private final Contacts contacts;
    private final Engine engine;
    private final TlsBus bus;
    private final PostOffice post;
    private final Events events;
    private final InstantSource clock;
    private final Self self;
    private final Function<String, Optional<Standing>> vouched;

    /**
     * Who this wallet is, to tell own cards and other networks apart.
     *
     * @param did what this wallet is known by now
     * @param wire our own wire address
     * @param scheme verifies bindings
     * @param practiceContact DID of the practice contact, or empty
     */
    record Self(
            Supplier<String> did,
            SimpleAddress wire,
            Bytes address,
            long chainId,
            StateScheme scheme,
            Supplier<String> practiceContact) {}

    AddressBook(
            Contacts contacts,
            Engine engine,
            TlsBus bus,
            PostOffice post,
            Events events,
            InstantSource clock,
            Self self,
            Function<String, Optional<Standing>> vouched) {
        this.contacts = contacts;
        this.engine = engine;
        this.bus = bus;
        this.post = post;
        this.events = events;
        this.clock = clock;
        this.self = self;
        this.vouched = vouched;
    }

    List<ContactView> all() {
        return contacts.all().stream().map(this::view).toList();
    }

    Optional<ContactView> find(String did) {
        return known(did).map(this::view);
    }

    /** With all pins. */
    Optional<Contact> known(String did) {
        return contacts.byDid(did);
    }

    /** Makes all checks of a card that is no person's paste. */
    CardClaims card(String text) throws WalletException {
        return switch (checked(text)) {
            case ByCard by -> by.card();
            case ByAddress by -> throw Problems.failure(Code.CONTACT_TEXT_DAMAGED);
        };
    }

    ContactPreview read(String text) throws WalletException {
        Introduction from = checked(text);
        return new ContactPreview(
                switch (from) {
                    case ByCard by -> ContactPreview.Kind.CARD;
                    case ByAddress by -> ContactPreview.Kind.BARE_ADDRESS;
                },
                text,
                from.did(),
                Labels.clean(from.label()),
                from.account().map(AddressText::of).orElse(""),
                from.endpoint().toString(),
                code(from),
                contacts.byDid(from.did()).isPresent());
    }

    /** Checks again: between reading and adding, the card may have expired or a newer one may have come. */
    ContactView add(String text, String name) throws WalletException {
        Introduction from = checked(text);
        Optional<Contact> known = contacts.byDid(from.did());
        String given = name(name, from);
        String kept = switch (from) {
            case ByCard by -> ContactText.bare(text);
            case ByAddress by -> ByAddress.write(by.address(), by.endpoint());
        };
        Contact contact = known.map(k -> new Contact(given, kept, from, k.added(), k.codeCompared()))
                .orElseGet(() -> new Contact(given, kept, from, clock.instant(), false));
        contacts.save(contact);
        bus.keep(contact.wire());
        post.wake(contact.did());
        events.publish(new WalletEvent.ContactChanged(contact.did()));
        return view(contact);
    }

    List<String> whoTakesLetters() {
        return contacts.all().stream()
                .filter(contact -> contact.from().extensions())
                .map(Contact::did)
                .toList();
    }

    /**
     * A newer card of a contact, which came as its letter. Endpoint and TLS key are pinned anew; under another DID only if the old one says
     * so (safety rule 6).
     */
    void renew(String did, String text, List<Succession> steps) throws WalletException, ContactRefused {
        Contact contact = contacts.require(did);
        CardClaims card =
                ContactText.read(text, check(whose -> contacts.pinned(did))).claims();
        boolean same = card.did().equals(did);
        boolean moves = Successions.follow(did, card.did(), steps).equals(card.did())
                && contacts.byDid(card.did()).isEmpty();
        if (!same && !moves) {
            throw Problems.failure(Code.CONTACT_WRONG_KEY, contact.name());
        }
        Contact renewed = contact.renewed(text, new ByCard(card));
        if (same) {
            contacts.save(renewed);
        } else {
            contacts.move(contact, renewed);
            events.publish(new WalletEvent.ContactChanged(did));
        }
        bus.keep(renewed.wire());
        post.wake(renewed.did());
        events.publish(new WalletEvent.ContactChanged(renewed.did()));
    }

    void rename(String did, String name) throws WalletException {
        change(did, contact -> contact.named(name(name, contact.from())));
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
                            STALE,
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
        post.forget(did);
        events.publish(new WalletEvent.ContactChanged(did));
    }

    ContactView view(Contact contact) {
        Introduction from = contact.from();
        return new ContactView(
                contact.did(),
                contact.name(),
                Labels.clean(from.label()),
                from.account().map(AddressText::of).orElse(""),
                from.endpoint().toString(),
                code(from),
                badge(contact, clock.instant()),
                engine.isOnline(contact.wire()),
                contact.added(),
                from.expires().orElse(null));
    }

    /** The strongest bad one wins, then the strongest good one (UI.md 7). */
    private Badge badge(Contact contact, Instant now) {
        if (contacts.hasWrongKey(contact)) {
            return Badge.WRONG_KEY;
        }
        if (contact.did().equals(self.practiceContact().get())) {
            return Badge.PRACTICE;
        }
        Optional<Standing> voucher = vouched.apply(contact.did());
        if (voucher.equals(Optional.of(Standing.REVOKED))) {
            return Badge.CREDENTIAL_REVOKED;
        }
        if (contact.expired(now)) {
            return Badge.CARD_EXPIRED;
        }
        if (contact.codeCompared()) {
            return Badge.CODE_COMPARED;
        }
        return voucher.equals(Optional.of(Standing.VALID)) ? Badge.CREDENTIAL_VERIFIED : Badge.KEY_PROVEN;
    }

    private void change(String did, UnaryOperator<Contact> change) throws WalletException {
        contacts.save(change.apply(contacts.require(did)));
        events.publish(new WalletEvent.ContactChanged(did));
    }

    private Introduction checked(String text) throws WalletException {
        Introduction from = introduction(text);
        Optional<Contact> other =
                contacts.byWire(from.wire()).filter(known -> !known.did().equals(from.did()));
        if (other.isPresent()) {
            // the weaker introduction must not take the place of the other one's pins (safety rule 6)
            throw Problems.failure(Code.CONTACT_TWICE, other.get().name());
        }
        return from;
    }

    private Introduction introduction(String text) throws WalletException {
        Optional<ByAddress> bare = ByAddress.parse(text);
        if (bare.isPresent()) {
            if (bare.get().address().key().equals(self.wire().key())) {
                throw Problems.failure(Code.CONTACT_IS_YOU);
            }
            return contacts.learnedOf(bare.get());
        }
        try {
            return new ByCard(ContactText.read(text, check()).claims());
        } catch (ContactRefused e) {
            throw Causes.of(e);
        }
    }

    /** The checks of a card, as of now. */
    CardCheck check() {
        return check(contacts::pinned);
    }

    private CardCheck check(Function<String, Optional<CardClaims>> pinned) {
        return new CardCheck(self.did().get(), self.address(), self.chainId(), self.scheme(), clock.instant(), pinned);
    }

    /** Nobody can compare a code that the other program does not show. */
    private String code(Introduction from) {
        return switch (from) {
            case ByCard by -> ComparisonCode.of(self.did().get(), by.did());
            case ByAddress by -> "";
        };
    }

    private static String name(String given, Introduction from) {
        return Stream.of(given, from.label())
                .map(Labels::clean)
                .filter(clean -> !clean.isEmpty())
                .findFirst()
                .orElseGet(() -> from.did().substring(0, 16));
    }
}
