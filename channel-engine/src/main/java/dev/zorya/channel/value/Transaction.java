package dev.zorya.channel.value;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A state with the signatures collected for it so far, by participant index (OFFCHAIN.md 3.2). */
public record Transaction(State state, SortedMap<Integer, Signature> signatures) {
    public Transaction {
        signatures = Collections.unmodifiableSortedMap(new TreeMap<>(signatures));
        int participants = state.balances().participants();
        if (!signatures.isEmpty() && (signatures.firstKey() < 0 || signatures.lastKey() >= participants)) {
            throw new MalformedException("signature of participant " + signatures.lastKey() + " of " + participants);
        }
    }

    public static Transaction unsigned(State state) {
        return new Transaction(state, new TreeMap<>());
    }

    public Transaction with(int participant, Signature signature) {
        SortedMap<Integer, Signature> more = new TreeMap<>(signatures);
        more.put(participant, signature);
        return new Transaction(state, more);
    }

    /** Every participant has signed. Says nothing of whether the signatures are good. */
    public boolean isComplete() {
        return signatures.size() == state.balances().participants();
    }

    /** The signatures in participant order, as the contracts want them. Only for a complete transaction. */
    public List<Signature> ordered() {
        if (!isComplete()) {
            throw new IllegalStateException("version " + state.version() + " is not signed by everybody");
        }
        return List.copyOf(signatures.values());
    }
}
