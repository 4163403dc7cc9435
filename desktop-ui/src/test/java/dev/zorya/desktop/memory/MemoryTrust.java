package dev.zorya.desktop.memory;

import dev.zorya.wallet.api.DecisionView;
import dev.zorya.wallet.api.Trust;
import dev.zorya.wallet.api.TrustPolicy;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A policy that is kept and a list of decisions that a test makes. */
public final class MemoryTrust implements Trust {
    public final List<DecisionView> decisions = new ArrayList<>();
    public volatile TrustPolicy policy = TrustPolicy.ASK_ALWAYS;
    public volatile Optional<WalletProblem> refusal = Optional.empty();

    private final MemoryWallet wallet;

    MemoryTrust(MemoryWallet wallet) {
        this.wallet = wallet;
    }

    @Override
    public TrustPolicy policy() throws WalletException {
        return policy;
    }

    @Override
    public void policy(TrustPolicy changed) throws WalletException {
        wallet.calls.add("policy " + changed.rules().size() + " " + changed.otherwise());
        if (refusal.isPresent()) {
            throw new WalletException(refusal.get());
        }
        policy = changed;
    }

    @Override
    public synchronized List<DecisionView> decisions(int limit) {
        return decisions.stream().limit(limit).toList();
    }

    /** A proposal is decided. */
    public synchronized void decides(DecisionView decision) {
        decisions.addFirst(decision);
        wallet.tell(new WalletEvent.ProposalDecided(decision));
    }
}
