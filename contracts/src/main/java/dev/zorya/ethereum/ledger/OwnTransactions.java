package dev.zorya.ethereum.ledger;

import dev.zorya.channel.port.LedgerStore;
import dev.zorya.channel.port.OwnTransaction;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.Bytes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The account's transactions that are not final, in step with the store. Only the chain thread uses it. */
final class OwnTransactions {
    private final LedgerStore store;
    private final String chain;
    private final Bytes account;
    private final Map<String, OwnTransaction> open = new HashMap<>();

    OwnTransactions(LedgerStore store, String chain, Bytes account) {
        this.store = store;
        this.chain = chain;
        this.account = account;
    }

    /** What an earlier run left under way. */
    void load() throws StoreException {
        for (OwnTransaction transaction : store.unfinished(chain)) {
            if (transaction.from().equals(account)) {
                open.put(transaction.intentKey(), transaction);
            }
        }
    }

    /** By nonce. */
    List<OwnTransaction> open() {
        return open.values().stream()
                .sorted(Comparator.comparingLong(OwnTransaction::nonce))
                .toList();
    }

    Optional<OwnTransaction> open(String key) {
        return Optional.ofNullable(open.get(key));
    }

    /** Also one that is over. */
    Optional<OwnTransaction> find(String key) throws StoreException {
        return store.find(chain, key);
    }

    /** Durable on return; in memory only if it is durable. */
    void save(OwnTransaction transaction) throws StoreException {
        store.save(transaction);
        switch (transaction.status()) {
            case PLANNED, SENT, MINED -> open.put(transaction.intentKey(), transaction);
            case FINAL, FAILED -> open.remove(transaction.intentKey());
        }
    }

    /**
     * The number for the next transaction: the lowest that neither the node nor we have given away, so that a gap left by a
     * refused one is filled first (STACK.md 4.6).
     *
     * @param pending the node's count of the account's transactions, waiting ones included
     */
    long freeNonce(long pending) {
        Set<Long> taken = open.values().stream().map(OwnTransaction::nonce).collect(Collectors.toSet());
        long nonce = pending;
        while (taken.contains(nonce)) {
            nonce++;
        }
        return nonce;
    }
}
