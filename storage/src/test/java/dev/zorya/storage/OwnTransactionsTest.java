package dev.zorya.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.port.LedgerStore;
import dev.zorya.channel.port.OwnTransaction;
import dev.zorya.channel.port.OwnTransaction.Status;
import dev.zorya.channel.port.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger's memory of its own transactions (DESIGN.md 3, rule 9). */
class OwnTransactionsTest {
    private static final String CHAIN = "1:31337";

    @TempDir
    Path folder;

    private WalletStore store;
    private LedgerStore ledger;

    @BeforeEach
    void open() throws StoreException {
        store = WalletStore.open(folder);
        ledger = store.ledger();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsEveryFieldThroughReopening() throws StoreException {
        OwnTransaction transaction = Samples.transaction("deposit/1", 5, Status.SENT);
        ledger.save(transaction);
        store.close();
        open();
        assertEquals(Optional.of(transaction), ledger.find(CHAIN, "deposit/1"));
    }

    @Test
    void theSameIntentIsReplacedAndOtherChainsAreApart() throws StoreException {
        ledger.save(Samples.transaction("deposit/1", 5, Status.PLANNED));
        OwnTransaction mined = Samples.transaction("deposit/1", 6, Status.MINED);
        ledger.save(mined);
        assertEquals(Optional.of(mined), ledger.find(CHAIN, "deposit/1"));
        assertEquals(Optional.empty(), ledger.find("1:1", "deposit/1"));
        assertEquals(List.of(mined), ledger.recent(CHAIN, 10));
    }

    @Test
    void unfinishedAreThoseThatMayStillChangeByNonce() throws StoreException {
        int nonce = 20;
        for (Status status : Status.values()) {
            ledger.save(Samples.transaction(status.name(), nonce--, status));
        }
        assertEquals(
                List.of("MINED", "SENT", "PLANNED"),
                ledger.unfinished(CHAIN).stream().map(OwnTransaction::intentKey).toList());
        assertEquals(List.of(), ledger.unfinished("1:1"));
    }

    @Test
    void recentIsNewestFirstAndLimited() throws StoreException {
        for (int nonce = 0; nonce < 5; nonce++) {
            ledger.save(Samples.transaction("intent/" + nonce, nonce, Status.FINAL));
        }
        assertEquals(
                List.of(4L, 3L),
                ledger.recent(CHAIN, 2).stream().map(OwnTransaction::nonce).toList());
    }
}
