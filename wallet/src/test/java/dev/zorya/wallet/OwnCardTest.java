package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.identity.CardClaims;
import dev.zorya.identity.ContactText;
import dev.zorya.identity.EmbeddedIdentity;
import dev.zorya.identity.Endpoint;
import dev.zorya.identity.Identity;
import dev.zorya.storage.WalletStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCardTest {
    private static final Endpoint HOME = new Endpoint("127.0.0.1", 5750);

    @TempDir
    Path folder;

    private final KeyRing keys = KeyRing.create(Words.random(12, new SecureRandom()), new SecureRandom());
    private Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private WalletStore store;

    @BeforeEach
    void open() throws Exception {
        store = WalletStore.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
        keys.close();
    }

    private CardClaims card(Identity identity, Endpoint at, String label) throws Exception {
        OwnCard own = new OwnCard(store.settings(), keys, identity, 31337, at, label, () -> now);
        return ContactText.reread(own.text()).claims();
    }

    @Test
    void staysTheSameUntilHalfItsTimeIsOver() throws Exception {
        CardClaims first = card(keys.identity(), HOME, "Me");
        assertEquals(now.getEpochSecond(), first.seq());
        assertEquals(now.plus(CardClaims.LIFETIME), first.expires());
        now = now.plus(Duration.ofDays(14));
        assertEquals(first, card(keys.identity(), HOME, "Me"));
        now = now.plus(Duration.ofDays(2));
        CardClaims second = card(keys.identity(), HOME, "Me");
        assertEquals(now.getEpochSecond(), second.seq());
        assertEquals(now.plus(CardClaims.LIFETIME), second.expires());
        assertTrue(second.issued().isBefore(first.expires()));
    }

    /** A store from an old copy, or an empty one, does not know which numbers were used. */
    @Test
    void aRestoredWalletGivesOutHigherNumbersThanBefore() throws Exception {
        long before = card(keys.identity(), HOME, "Me").seq();
        store.settings().remove("card.text");
        store.settings().remove(OwnCard.SEQUENCE);
        now = now.plusSeconds(60);
        assertTrue(card(keys.identity(), HOME, "Me").seq() > before);
    }

    @Test
    void isMadeAnewWhenAnythingInItChanges() throws Exception {
        CardClaims first = card(keys.identity(), HOME, "Me");
        CardClaims moved = card(keys.identity(), new Endpoint("127.0.0.1", 5751), "Me");
        assertEquals(first.seq() + 1, moved.seq());
        CardClaims renamed = card(keys.identity(), HOME, "Myself");
        assertEquals(first.seq() + 2, renamed.seq());
        EmbeddedIdentity other = EmbeddedIdentity.of(Person.filled(9));
        CardClaims another = card(other, HOME, "Myself");
        assertEquals(first.seq() + 3, another.seq());
        assertNotEquals(first.did(), another.did());
        // what channels hang on stays
        assertEquals(first.wireAddress(), another.wireAddress());
        assertEquals(first.perunAddress(), another.perunAddress());
    }
}
