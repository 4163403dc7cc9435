package dev.zorya.wallet.api;

import java.util.List;

/** The trust policy and what it has decided. */
public interface Trust {
    TrustPolicy policy() throws WalletException;

    /** Counts from the next proposal on. */
    void policy(TrustPolicy changed) throws WalletException;

    /** The newest first. */
    List<DecisionView> decisions(int limit) throws WalletException;
}
