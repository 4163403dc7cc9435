package dev.zorya.wallet.api;

import java.util.List;

/**
 * Own transactions, the one that changed last first.
 *
 * @param more there are older ones
 */
public record TransactionPage(List<TransactionView> rows, boolean more) {
    public TransactionPage {
        rows = List.copyOf(rows);
    }
}
