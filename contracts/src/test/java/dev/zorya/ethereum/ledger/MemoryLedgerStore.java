package dev.zorya.ethereum.ledger;

import dev.zorya.channel.port.LedgerStore;
import dev.zorya.channel.port.OwnTransaction;
import dev.zorya.channel.port.OwnTransaction.Status;
import dev.zorya.channel.port.StoreException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Outlives the ledgers that use it, as the file does in the wallet; can fail as a full disk does. */
final class MemoryLedgerStore implements LedgerStore {
    private final Map<String, OwnTransaction> rows = new LinkedHashMap<>();
    private final List<OwnTransaction> saved = new ArrayList<>();
    private boolean full;
    private Runnable afterSave = () -> {};

    @Override
    public synchronized void save(OwnTransaction transaction) throws StoreException {
        if (full) {
            throw new StoreException(StoreException.Reason.DISK_FULL, "full");
        }
        rows.put(transaction.chain() + " " + transaction.intentKey(), transaction);
        saved.add(transaction);
        afterSave.run();
    }

    @Override
    public synchronized Optional<OwnTransaction> find(String chain, String intentKey) {
        return Optional.ofNullable(rows.get(chain + " " + intentKey));
    }

    @Override
    public synchronized List<OwnTransaction> unfinished(String chain) {
        return rows.values().stream()
                .filter(row -> row.chain().equals(chain))
                .filter(row -> row.status() != Status.FINAL && row.status() != Status.FAILED)
                .sorted(Comparator.comparingLong(OwnTransaction::nonce))
                .toList();
    }

    @Override
    public synchronized List<OwnTransaction> recent(String chain, int limit) {
        return rows.values().stream()
                .filter(row -> row.chain().equals(chain))
                .sorted(Comparator.comparing(OwnTransaction::updated).reversed())
                .limit(limit)
                .toList();
    }

    synchronized void setFull(boolean now) {
        full = now;
    }

    /** Runs when the row is durable and before the ledger goes on; may throw, as a crash would. */
    synchronized void afterSave(Runnable action) {
        afterSave = action;
    }

    /** Everything that was ever saved, in order. */
    synchronized List<OwnTransaction> saved() {
        return List.copyOf(saved);
    }

    synchronized List<OwnTransaction> rows() {
        return List.copyOf(rows.values());
    }
}
