package dev.zorya.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.Bytes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters, contacts in the making, and what becomes of both when a contact moves to another DID. */
class LettersTest {
    @TempDir
    Path folder;

    private WalletStore store;
    private Letters letters;

    @BeforeEach
    void open() throws StoreException {
        store = WalletStore.open(folder);
        letters = store.letters();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Letter letter(String recipient, String id) {
        return new Letter(recipient, id, "credential/offer", "{\"ä\":1}", Samples.AT, Samples.AT.plusSeconds(60));
    }

    @Test
    void areSentInOrderToEachAlsoAfterReopening() throws StoreException {
        letters.add(letter("did:bob", "1"));
        letters.add(letter("did:carol", "2"));
        letters.add(letter("did:bob", "3"));
        store.close();
        open();
        assertEquals(Set.of("did:bob", "did:carol"), Set.copyOf(letters.recipients()));
        assertEquals(Optional.of(letter("did:bob", "1")), letters.next("did:bob"));
        assertEquals(new Letters.Waiting(2, 2 * (16 + 7)), letters.waiting("did:bob"));
        assertFalse(letters.remove("did:carol", "1"), "only its recipient acknowledges it");
        assertTrue(letters.remove("did:bob", "1"));
        assertFalse(letters.remove("did:bob", "1"));
        assertEquals(Optional.of(letter("did:bob", "3")), letters.next("did:bob"));
        letters.removeAll("did:bob");
        assertEquals(Optional.empty(), letters.next("did:bob"));
        assertEquals(new Letters.Waiting(0, 0), letters.waiting("did:bob"));
        assertEquals(List.of("did:carol"), letters.recipients());
    }

    @Test
    void anIdIsUsedOnce() throws StoreException {
        letters.add(letter("did:bob", "1"));
        assertThrows(StoreException.class, () -> letters.add(letter("did:carol", "1")));
    }

    @Test
    @Tag("threat-5")
    void takenLettersAreKnownUntilTheyExpire() throws StoreException {
        letters.take("did:bob", "1", Samples.AT.plusSeconds(10), Samples.AT);
        letters.take("did:bob", "1", Samples.AT.plusSeconds(10), Samples.AT);
        store.close();
        open();
        assertTrue(letters.taken("did:bob", "1"));
        assertFalse(letters.taken("did:carol", "1"));
        assertEquals(1, letters.remembered("did:bob"));
        letters.take("did:carol", "2", Samples.AT.plusSeconds(20), Samples.AT.plusSeconds(10));
        assertFalse(letters.taken("did:bob", "1"));
        assertEquals(0, letters.remembered("did:bob"));
        assertTrue(letters.taken("did:carol", "2"));
    }

    private static Meeting meeting(String id, String did) {
        return new Meeting(
                id,
                Meeting.Role.USES_INVITATION,
                Meeting.Step.GREETS,
                did,
                "Bob",
                Samples.bytes(16, 1),
                "own",
                "theirs",
                Samples.bytes(300, 2),
                "127.0.0.1:5750",
                Samples.bytes(32, 3),
                "zorya:contact?card=x",
                Samples.AT,
                Samples.AT.plusSeconds(60),
                "");
    }

    @Test
    void meetingsKeepEveryField() throws StoreException {
        Meeting one = meeting("one", "did:bob");
        Meeting two = meeting("two", "").refused("INVITATION_USED");
        store.meetings().save(one);
        store.meetings().save(two.at(Meeting.Step.WAITS));
        store.meetings().save(two);
        store.close();
        open();
        assertEquals(List.of(one, two), store.meetings().all());
        assertTrue(store.meetings().remove("one"));
        assertFalse(store.meetings().remove("one"));
        assertEquals(List.of(two), store.meetings().all());
    }

    @Test
    void aContactMovesWithWhatHangsOnIt() throws StoreException {
        Contact old = contact("did:old");
        store.contacts().save(old);
        store.channels().link(Samples.key(1), "did:old");
        letters.add(letter("did:old", "1"));
        letters.take("did:old", "7", Samples.AT.plusSeconds(60), Samples.AT);
        store.contacts().move("did:old", contact("did:new"));
        assertEquals(List.of(contact("did:new")), store.contacts().all());
        assertEquals("did:new", letters.next("did:new").orElseThrow().recipient());
        assertTrue(letters.taken("did:new", "7"));
        store.contacts().move("did:new", contact("did:new"));
        assertEquals(List.of(contact("did:new")), store.contacts().all(), "to itself");
    }

    private static Contact contact(String id) {
        return new Contact(
                id, "Bob", "Bob", "card", 1, "", Bytes.EMPTY, "", Bytes.EMPTY, Samples.AT, Samples.AT, Set.of(), false);
    }
}
