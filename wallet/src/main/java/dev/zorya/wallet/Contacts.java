package dev.zorya.wallet;

import dev.zorya.channel.crypto.AddressText;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.BackendId;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.identity.CardCheck;
import dev.zorya.identity.CardClaims;
import dev.zorya.identity.ContactRefused;
import dev.zorya.identity.ContactText;
import dev.zorya.net.Endpoint;
import dev.zorya.net.Fingerprint;
import dev.zorya.net.KnownPeer;
import dev.zorya.net.Peers;
import dev.zorya.storage.Contact.Pin;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import dev.zorya.wallet.mail.Correspondents;
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
final class Contacts implements Peers, Correspondents {
    private static final Logger LOG = LoggerFactory.getLogger(Contacts.class);

    private final dev.zorya.storage.Contacts store;
    private final Map<String, Contact> byDid = new ConcurrentHashMap<>();
    private final Map<WireIdentity, Contact> byWire = new ConcurrentHashMap<>();
    private final Map<String, String> moves = new ConcurrentHashMap<>();
    private final Set<String> wrongKey = ConcurrentHashMap.newKeySet();

    private Contacts(dev.zorya.storage.Contacts store) {
        this.store = store;
    }

    static Contacts load(dev.zorya.storage.Contacts store) throws StoreException {
        Contacts contacts = new Contacts(store);
        contacts.moves.putAll(store.moves());
        for (dev.zorya.storage.Contact kept : store.all()) {
            try {
                contacts.keep(
                        new Contact(kept.name(), kept.card(), introduction(kept), kept.added(), kept.codeCompared()));
            } catch (ContactRefused e) {
                // without its card nothing could be pinned: better no contact than one with any key
                LOG.error("the kept card of {} does not hold any more ({})", kept.id(), e.details());
            }
        }
        return contacts;
    }

    private static Introduction introduction(dev.zorya.storage.Contact kept) throws ContactRefused {
        Optional<ByAddress> bare = ByAddress.parse(kept.card());
        return bare.isPresent()
                ? bare.get()
                        .pinned(
                                kept.perunAddress().isEmpty() ? null : AddressText.parse(kept.perunAddress()),
                                kept.tlsFingerprint().size() == 0 ? null : new Fingerprint(kept.tlsFingerprint()))
                : new ByCard(ContactText.reread(kept.card()).claims());
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
        try {
            store.save(row(contact));
        } catch (StoreException e) {
            throw Causes.of(e);
        }
        wrongKey.remove(contact.did());
        moves.remove(contact.did());
        keep(contact);
    }

    /** The contact goes on under another DID; durable before it counts. */
    void move(Contact before, Contact after) throws WalletException {
        try {
            store.move(before.did(), row(after));
        } catch (StoreException e) {
            throw Causes.of(e);
        }
        wrongKey.remove(before.did());
        moves.replaceAll((old, current) -> current.equals(before.did()) ? after.did() : current);
        moves.put(before.did(), after.did());
        moves.remove(after.did());
        keep(after);
        byDid.remove(before.did());
    }

    /** The DID by which a contact goes now that was known by this one; the same if it never moved. */
    String now(String did) {
        return moves.getOrDefault(did, did);
    }

    private static dev.zorya.storage.Contact row(Contact contact) {
        Introduction from = contact.from();
        return new dev.zorya.storage.Contact(
                contact.did(),
                contact.name(),
                from.label(),
                contact.text(),
                switch (from) {
                    case ByCard by -> by.card().seq();
                    case ByAddress by -> 0;
                },
                from.account().map(AddressText::of).orElse(""),
                from.wire().only().orElseThrow(),
                from.endpoint().toString(),
                from.tlsKey().map(Fingerprint::sha256).orElse(Bytes.EMPTY),
                from.expires().orElse(contact.added()),
                contact.added(),
                pins(from),
                contact.codeCompared());
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
        return byDid(did).flatMap(contact -> switch (contact.from()) {
            case ByCard by -> Optional.of(by.card());
            case ByAddress by -> Optional.empty();
        });
    }

    /** This contact takes part in a channel as this participant: nobody else may do so in its name any more. */
    void tookPart(WireIdentity identity, Participant participant) {
        bare(identity)
                .filter(by -> by.proven() == null)
                .ifPresent(by ->
                        learned(by.pinned(participant.on(BackendId.ETHEREUM).orElse(null), by.seen())));
    }

    @Override
    public void shown(WireIdentity identity, Fingerprint key) {
        bare(identity).filter(by -> by.seen() == null).ifPresent(by -> learned(by.pinned(by.proven(), key)));
    }

    /** The same with what was learned of it before: only removing the contact forgets that. */
    ByAddress learnedOf(ByAddress pasted) {
        return bare(pasted.wire())
                .map(known -> pasted.pinned(known.proven(), known.seen()))
                .orElse(pasted);
    }

    private Optional<ByAddress> bare(WireIdentity identity) {
        return byWire(identity).flatMap(contact -> switch (contact.from()) {
            case ByCard by -> Optional.empty();
            case ByAddress by -> Optional.of(by);
        });
    }

    /** Counts at once. A wallet that ends before it is kept learns it again, from its channel or at the next meeting. */
    private void learned(ByAddress more) {
        byWire(more.wire()).map(contact -> contact.knownBy(more)).ifPresent(pinned -> {
            keep(pinned);
            Thread.startVirtualThread(() -> {
                try {
                    save(pinned);
                } catch (WalletException e) {
                    LOG.warn("what was learned of {} is not kept yet: {}", more.did(), e.getMessage());
                }
            });
        });
    }

    @Override
    public Optional<KnownPeer> find(WireIdentity identity) {
        return byWire(identity).map(Contact::from).map(from -> {
            dev.zorya.identity.Endpoint at = from.endpoint();
            return new KnownPeer(
                    new Endpoint(at.host(), at.port()), from.tlsKey().orElse(null), from.extensions());
        });
    }

    @Override
    public Optional<String> did(WireIdentity wire) {
        return byWire(wire).map(Contact::did);
    }

    @Override
    public Optional<WireIdentity> wire(String did) {
        return byDid(did).filter(contact -> contact.from().extensions()).map(Contact::wire);
    }

    @Override
    public String name(String did) {
        return byDid(did).map(Contact::name).orElseGet(() -> Texts.get("contact.removed"));
    }

    private static Set<Pin> pins(Introduction from) {
        Set<Pin> pins = EnumSet.of(Pin.DID, Pin.WIRE_KEY);
        from.participant().ifPresent(known -> pins.add(Pin.PERUN_ADDRESS));
        from.tlsKey().ifPresent(known -> pins.add(Pin.TLS_KEY));
        return pins;
    }

    private void keep(Contact contact) {
        byDid.put(contact.did(), contact);
        byWire.put(contact.wire(), contact);
    }
}
