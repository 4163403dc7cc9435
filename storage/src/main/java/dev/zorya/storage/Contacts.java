package dev.zorya.storage;

import dev.zorya.channel.port.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The people and shops this person knows. */
public final class Contacts {
    /** What names a contact by its DID. */
    private static final List<String> MOVES = List.of(
            "DELETE FROM contacts WHERE id = :old AND :new <> id",
            "UPDATE channel_contacts SET contact = :new WHERE contact = :old",
            "UPDATE letters_out SET recipient = :new WHERE recipient = :old",
            "UPDATE OR IGNORE letters_in SET sender = :new WHERE sender = :old",
            "UPDATE meetings SET did = :new WHERE did = :old",
            "UPDATE OR IGNORE exchanges SET other = :new WHERE other = :old",
            "UPDATE OR IGNORE credentials SET other = :new WHERE other = :old",
            "UPDATE moves SET new = :new WHERE new = :old",
            "INSERT OR REPLACE INTO moves (old, new) VALUES (:old, :new)");

    private final Writer writer;
    private final Readers readers;

    Contacts(Writer writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    /** Inserts or replaces by id. */
    public void save(Contact contact) throws StoreException {
        writer.write(session -> insert(session.handle(), contact));
    }

    /**
     * The contact goes on under another DID, with everything that hangs on the old one.
     *
     * @param id the old DID
     * @param contact the same contact under its new DID
     */
    public void move(String id, Contact contact) throws StoreException {
        writer.write(session -> {
            Handle handle = session.handle();
            insert(handle, contact);
            for (String change : MOVES) {
                handle.createUpdate(change)
                        .bind("old", id)
                        .bind("new", contact.id())
                        .execute();
            }
            return contact;
        });
    }

    /** DIDs that contacts had before, each with the one that the contact has or had last. */
    public Map<String, String> moves() throws StoreException {
        return readers.read(handle -> handle.createQuery("SELECT old, new FROM moves")
                .map((row, context) -> Map.entry(row.getString("old"), row.getString("new")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    public Optional<Contact> find(String id) throws StoreException {
        return readers.read(handle -> handle.createQuery("SELECT * FROM contacts WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
    }

    /** By name, then by id. */
    public List<Contact> all() throws StoreException {
        return readers.read(handle -> handle.createQuery("SELECT * FROM contacts ORDER BY name COLLATE NOCASE, id")
                .map((row, context) -> read(row))
                .list());
    }

    /** Channels and payments with the contact keep its id. @return false if there was none */
    public boolean remove(String id) throws StoreException {
        return writer.write(session -> session.handle()
                        .createUpdate("DELETE FROM contacts WHERE id = :id")
                        .bind("id", id)
                        .execute())
                > 0;
    }

    private static int insert(Handle handle, Contact contact) {
        // a DID that is somebody's now is not what somebody was called before
        handle.createUpdate("DELETE FROM moves WHERE old = :id")
                .bind("id", contact.id())
                .execute();
        return handle.createUpdate("""
            INSERT OR REPLACE INTO contacts (id, name, claimed_name, card, card_seq, perun_address,
                wire_identity, endpoint, tls_fingerprint, expires, added, pins, code_compared)
            VALUES (:id, :name, :claimedName, :card, :cardSequence, :perunAddress,
                :wireIdentity, :endpoint, :tlsFingerprint, :expires, :added, :pins, :codeCompared)\
            """)
                .bind("id", contact.id())
                .bind("name", contact.name())
                .bind("claimedName", contact.claimedName())
                .bind("card", contact.card())
                .bind("cardSequence", contact.cardSequence())
                .bind("perunAddress", contact.perunAddress())
                .bind("wireIdentity", contact.wireIdentity().toArray())
                .bind("endpoint", contact.endpoint())
                .bind("tlsFingerprint", contact.tlsFingerprint().toArray())
                .bind("expires", Times.nanos(contact.expires()))
                .bind("added", Times.nanos(contact.added()))
                .bind("pins", contact.pins().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")))
                .bind("codeCompared", contact.codeCompared() ? 1 : 0)
                .execute();
    }

    private static Contact read(ResultSet row) throws SQLException {
        return new Contact(
                row.getString("id"),
                row.getString("name"),
                row.getString("claimed_name"),
                row.getString("card"),
                row.getLong("card_seq"),
                row.getString("perun_address"),
                Columns.bytes(row, "wire_identity"),
                row.getString("endpoint"),
                Columns.bytes(row, "tls_fingerprint"),
                Columns.time(row, "expires"),
                Columns.time(row, "added"),
                pins(row.getString("pins")),
                row.getBoolean("code_compared"));
    }

    private static Set<Contact.Pin> pins(String text) {
        return text.isEmpty()
                ? Set.of()
                : Arrays.stream(text.split(" ")).map(Contact.Pin::valueOf).collect(Collectors.toSet());
    }
}
