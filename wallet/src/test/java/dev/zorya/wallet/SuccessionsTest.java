package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.identity.ContactRefused;
import dev.zorya.identity.EmbeddedIdentity;
import dev.zorya.identity.Succession;
import dev.zorya.storage.WalletStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuccessionsTest {
    private static final EmbeddedIdentity A = EmbeddedIdentity.of(Person.filled(1));
    private static final EmbeddedIdentity B = EmbeddedIdentity.of(Person.filled(2));
    private static final EmbeddedIdentity C = EmbeddedIdentity.of(Person.filled(3));

    @TempDir
    Path folder;

    private WalletStore store;
    private Successions said;

    @BeforeEach
    void open() throws Exception {
        store = WalletStore.open(folder);
        said = new Successions(store.settings());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private boolean leads(EmbeddedIdentity from, EmbeddedIdentity to) throws Exception {
        return Successions.follow(from.did(), to.did(), Successions.read(said.all()))
                .equals(to.did());
    }

    @Test
    void whoMissedAChangeFollowsAll() throws Exception {
        assertEquals("", said.all());
        said.add(A, B.did());
        assertTrue(leads(A, B));
        said.add(B, C.did());
        assertTrue(leads(A, C) && leads(B, C));
        assertTrue(!leads(C, A) && !leads(C, B));
    }

    @Test
    void thereAndBack() throws Exception {
        said.add(A, B.did());
        said.add(B, A.did());
        assertTrue(leads(A, A) && leads(B, A));
        said.add(A, C.did());
        assertTrue(leads(A, C) && leads(B, C));
        assertEquals(
                List.of(new Succession(B.did(), A.did()), new Succession(A.did(), C.did())),
                Successions.read(said.all()));
    }

    /** A change that did not come about must not lead astray those who follow the next one. */
    @Test
    void aChangeThatWasGivenUp() throws Exception {
        said.add(A, B.did());
        said.add(A, C.did());
        assertTrue(leads(A, C) && !leads(A, B));
    }

    @Test
    void oneBadSignatureSpoilsAll() throws Exception {
        said.add(A, B.did());
        assertThrows(ContactRefused.class, () -> Successions.read(said.all() + " a.b.c"));
        for (int i = 10; i < 40; i++) {
            said.add(EmbeddedIdentity.of(Person.filled(i)), B.did());
        }
        assertEquals(16, Successions.read(said.all()).size());
    }
}
