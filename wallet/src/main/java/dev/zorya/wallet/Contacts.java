package dev.zorya.wallet;

import dev.zorya.channel.crypto.AddressText;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.identity.CardCheck;
import dev.zorya.identity.CardClaims;
import dev.zorya.identity.ContactRefused;
import dev.zorya.identity.ContactText;
import dev.zorya.net.Endpoint;
import dev.zorya.net.Fingerprint;
import dev.zorya.net.KnownPeer;
import dev.zorya.net.Peers;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The contacts with their pins, in memory and in the store. The transport and the policy ask here, so a contact counts from the moment
 * it is saved and nobody else ever does (safety rules 6 and 7).
 */
final class Contacts implements Peers {
    private static final Logger LOG = LoggerFactory.getLogger(Contacts.class);

    private final dev.zorya.storage.Contacts store;
    private final Map<String, Contact> byDid = new ConcurrentHashMap<>();
    private final Map<WireIdentity, Contact> byWire = new ConcurrentHashMap<>();
    private final Set<String> wrongKey = ConcurrentHashMap.newKeySet();

    private Contacts(dev.zorya.storage.Contacts store) {
        this.store = store;
    }

    static Contacts load(dev.zorya.storage.Contacts store) throws StoreException {
        Contacts contacts = new Contacts(store);
        for (dev.zorya.storage.Contact kept : store.all()) {
            try {
                CardClaims card = ContactText.reread(kept.card()).claims();
                contacts.keep(new Contact(kept.name(), kept.card(), card, kept.added(), kept.codeCompared()));
            } catch (ContactRefused e) {
                // without its card nothing could be pinned: better no contact than one with any key
                LOG.error("the kept card of {} does not hold any more ({})", kept.id(), e.details());
            }
        }
        return contacts;
    }

    List<Contact> all() {
        return byDid.values().stream()
                .sorted(Comparator.comparing(Contact::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Contact::did))
                .toList();
    }

    Optional<Contact> byDid(String did) {
        return Optional.ofNullable(byDid.get(did));
    }

    Contact require(String did) throws WalletException {
        return byDid(did).orElseThrow(() -> Problems.failure(Code.CONTACT_UNKNOWN));
    }

    Optional<Contact> byWire(WireIdentity peer) {
        return Optional.ofNullable(byWire.get(peer));
    }

    String nameOf(WireIdentity peer) {
        return byWire(peer).map(Contact::name).orElseGet(() -> Texts.get("contact.removed"));
    }

    String didOf(WireIdentity peer) {
        return byWire(peer).map(Contact::did).orElse("");
    }

    /** Durable before it counts. */
    void save(Contact contact) throws WalletException {
        CardClaims card = contact.card();
        try {
            store.save(new dev.zorya.storage.Contact(
                    contact.did(),
                    contact.name(),
                    card.label(),
                    contact.text(),
                    card.seq(),
                    AddressText.of(card.perunAddress()),
                    card.wireAddress(),
                    card.endpoint().toString(),
                    card.tlsSpkiSha256(),
                    card.expires(),
                    contact.added(),
                    EnumSet.allOf(dev.zorya.storage.Contact.Pin.class),
                    contact.codeCompared()));
        } catch (StoreException e) {
            throw Causes.of(e);
        }
        wrongKey.remove(contact.did());
        keep(contact);
    }

    void remove(Contact contact) throws WalletException {
        try {
            store.remove(contact.did());
        } catch (StoreException e) {
            throw Causes.of(e);
        }
        byDid.remove(contact.did());
        byWire.remove(contact.wire());
    }

    /** Somebody showed another key for this contact and was refused; shown until a good connection or a new card. */
    void wrongKey(Contact contact) {
        wrongKey.add(contact.did());
    }

    /** The pinned key was shown. */
    void proven(Contact contact) {
        wrongKey.remove(contact.did());
    }

    boolean hasWrongKey(Contact contact) {
        return wrongKey.contains(contact.did());
    }

    /** For {@link CardCheck}. */
    Optional<CardClaims> pinned(String did) {
        return byDid(did).map(Contact::card);
    }

    @Override
    public Optional<KnownPeer> find(WireIdentity identity) {
        return byWire(identity).map(contact -> {
            CardClaims card = contact.card();
            return new KnownPeer(
                    new Endpoint(card.endpoint().host(), card.endpoint().port()),
                    new Fingerprint(card.tlsSpkiSha256()),
                    contact.extensions());
        });
    }

    private void keep(Contact contact) {
        byDid.put(contact.did(), contact);
        byWire.put(contact.wire(), contact);
    }
}
