package dev.zorya.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.Bytes;
import dev.zorya.storage.Exchange.Step;
import dev.zorya.storage.KeptCredential.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
    private static final Exchange OFFER =
            new Exchange(Step.OFFER, "did:bank", "t1", "{\"a\":1}", Samples.AT, Samples.AT.plusSeconds(60));
    private static final Exchange ACCEPTED = OFFER.next(Step.ACCEPTED, "{}", Samples.AT.plusSeconds(600));
    private static final KeptCredential HELD =
            new KeptCredential(Role.HELD, "c1", "did:bank", "e30.e30.x", false, false, Samples.AT);
    private static final Share SHARE = new Share(
            Samples.AT, "did:shop", "Shop", "Voucher", "did:bank", List.of("statement", "expires"), "to trade");

    @TempDir
    Path folder;

    private WalletStore store;
    private Credentials credentials;

    @BeforeEach
    void open() throws StoreException {
        store = WalletStore.open(folder);
        credentials = store.credentials();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everyFieldComesBackThroughReopening() throws StoreException {
        assertTrue(credentials.change(
                CredentialChange.NOTHING.beginning(OFFER).keeping(HELD).sharing(SHARE)));
        store.close();
        open();
        assertEquals(List.of(OFFER), credentials.exchanges());
        assertEquals(List.of(HELD), credentials.all(Role.HELD));
        assertEquals(List.of(), credentials.all(Role.SHOWN));
        assertEquals(List.of(SHARE), credentials.shares());
    }

    @Test
    void aStepEndsOnceAndNothingHappensASecondTime() throws StoreException {
        credentials.change(CredentialChange.NOTHING.beginning(OFFER));
        assertFalse(credentials.change(CredentialChange.NOTHING.beginning(OFFER)), "it is there already");
        CredentialChange accept = CredentialChange.NOTHING.ending(OFFER).beginning(ACCEPTED);
        assertTrue(credentials.change(accept));
        assertFalse(credentials.change(accept.sharing(SHARE).keeping(HELD)));
        assertEquals(List.of(ACCEPTED), credentials.exchanges());
        assertEquals(List.of(), credentials.shares());
        assertEquals(List.of(), credentials.all(Role.HELD));
    }

    @Test
    void aRevocationIsForGood() throws StoreException {
        credentials.change(CredentialChange.NOTHING.keeping(HELD));
        credentials.change(CredentialChange.NOTHING.keeping(HELD.withdrawn()));
        credentials.change(CredentialChange.NOTHING.keeping(HELD));
        assertEquals(List.of(HELD.withdrawn()), credentials.all(Role.HELD));
        assertTrue(credentials.remove(Role.HELD, "c1"));
        assertFalse(credentials.remove(Role.HELD, "c1"));
    }

    @Test
    void whatIsOverIsForgotten() throws StoreException {
        credentials.change(CredentialChange.NOTHING.beginning(OFFER));
        credentials.change(CredentialChange.NOTHING.beginning(ACCEPTED));
        credentials.expire(Samples.AT.plusSeconds(60));
        assertEquals(List.of(ACCEPTED), credentials.exchanges());
    }

    @Test
    void aContactThatMovesTakesItsOpenExchangesAlong() throws StoreException {
        credentials.change(CredentialChange.NOTHING.beginning(OFFER).keeping(HELD));
        Contact moved = new Contact(
                "did:bank2",
                "Bank",
                "",
                "",
                1,
                "",
                Bytes.EMPTY,
                "",
                Bytes.EMPTY,
                Samples.AT,
                Samples.AT,
                Set.of(),
                false);
        store.contacts().move("did:bank", moved);
        assertEquals("did:bank2", credentials.exchanges().getFirst().other());
        assertEquals("did:bank2", credentials.all(Role.HELD).getFirst().other());
    }
}
