package dev.zorya.channel.port;

import java.util.List;
import java.util.Optional;

/** The transactions that a ledger made for intents, so that a crash repeats nothing (safety rule 9). Writes are durable on return. */
public interface LedgerStore {
    /** Inserts or replaces by the intent's key. */
    void save(OwnTransaction transaction) throws StoreException;

    Optional<OwnTransaction> find(String chain, String intentKey) throws StoreException;

    /** Transactions that are neither final nor given up, by nonce. */
    List<OwnTransaction> unfinished(String chain) throws StoreException;

    /** Newest first, for people. */
    List<OwnTransaction> recent(String chain, int limit) throws StoreException;
}
