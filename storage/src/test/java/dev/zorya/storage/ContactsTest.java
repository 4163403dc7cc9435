package dev.zorya.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.Bytes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactsTest {
    @TempDir
    Path folder;

    private WalletStore store;
    private Contacts contacts;

    @BeforeEach
    void open() throws StoreException {
        store = WalletStore.open(folder);
        contacts = store.contacts();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Contact contact(String id, String name) {
        return new Contact(
                id,
                name,
                "Café ☕ " + name,
                "zorya:card:" + id,
                Long.MAX_VALUE,
                "0x52908400098527886E0F7030069857D2E4169EE7",
                Samples.bytes(294, 3),
                "127.0.0.1:5750",
                Samples.bytes(32, 4),
                Samples.AT.plusSeconds(86_400),
                Samples.AT,
                EnumSet.allOf(Contact.Pin.class),
                true);
    }

    @Test
    void keepsEveryFieldThroughReopening() throws StoreException {
        Contact nadia = contact("did:key:zNadia", "Nadia");
        contacts.save(nadia);
        store.close();
        open();
        assertEquals(Optional.of(nadia), contacts.find("did:key:zNadia"));
        assertEquals(Optional.empty(), contacts.find("did:key:znadia"));
    }

    @Test
    void emptyAndFarAwayValuesComeBackToo() throws StoreException {
        Contact bare = new Contact(
                "did:x", "", "", "", 0, "", Bytes.EMPTY, "", Bytes.EMPTY, Instant.MAX, Instant.EPOCH, Set.of(), false);
        contacts.save(bare);
        Contact found = contacts.find("did:x").orElseThrow();
        assertEquals(Times.instant(Long.MAX_VALUE), found.expires(), "the limit of what is kept");
        assertEquals(Set.of(), found.pins());
        assertEquals(Bytes.EMPTY, found.tlsFingerprint());
        assertEquals(Instant.EPOCH, found.added());
        assertFalse(found.codeCompared());
    }

    @Test
    void areListedByNameWhateverItsCase() throws StoreException {
        contacts.save(contact("did:3", "berta"));
        contacts.save(contact("did:2", "Anton"));
        contacts.save(contact("did:1", "anton"));
        assertEquals(
                List.of("did:1", "did:2", "did:3"),
                contacts.all().stream().map(Contact::id).toList());
    }

    @Test
    void savingAgainReplacesAndRemovingRemoves() throws StoreException {
        contacts.save(contact("did:1", "Ilya"));
        contacts.save(contact("did:1", "Ilya from work"));
        assertEquals("Ilya from work", contacts.all().getFirst().name());
        assertEquals(1, contacts.all().size());
        assertTrue(contacts.remove("did:1"));
        assertFalse(contacts.remove("did:1"));
        assertEquals(List.of(), contacts.all());
    }

    @Test
    void textThatLooksLikeSqlIsText() throws StoreException {
        Contact bobby = contact("did:'; DROP TABLE contacts; --", "x'); DELETE FROM contacts; --");
        contacts.save(bobby);
        assertEquals(Optional.of(bobby), contacts.find(bobby.id()));
    }

    @Test
    void whoMovedIsFoundByEveryDidThatTheyHad() throws StoreException {
        contacts.save(contact("did:1", "Ilya"));
        assertEquals(Map.of(), contacts.moves());
        contacts.move("did:1", contact("did:2", "Ilya"));
        contacts.move("did:2", contact("did:3", "Ilya"));
        assertEquals(Map.of("did:1", "did:3", "did:2", "did:3"), contacts.moves());
        assertEquals(List.of("did:3"), contacts.all().stream().map(Contact::id).toList());
        contacts.move("did:3", contact("did:1", "Ilya"));
        store.close();
        open();
        assertEquals(Map.of("did:2", "did:1", "did:3", "did:1"), contacts.moves(), "and back");
        contacts.save(contact("did:2", "Somebody"));
        assertEquals(Map.of("did:3", "did:1"), contacts.moves(), "it is somebody's own again");
    }
}
