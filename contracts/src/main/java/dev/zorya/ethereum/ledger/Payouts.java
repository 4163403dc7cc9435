package dev.zorya.ethereum.ledger;

import dev.zorya.channel.value.Bytes;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What was seen leaving a channel, for people: whether all of it has left is read from the holders. */
final class Payouts {
    private final Map<Place, Payout> payouts = new HashMap<>();
    private final Set<LogEntry.Key> seen = new HashSet<>();

    /** One participant's part of one asset. */
    record Place(int asset, int participant) {}

    /**
     * All that left for one place.
     *
     * @param transaction the last one that paid
     */
    record Payout(BigInteger amount, Bytes transaction) {
        static final Payout NONE = new Payout(BigInteger.ZERO, Bytes.EMPTY);

        Payout and(Payout later) {
            return new Payout(amount.add(later.amount), later.transaction);
        }
    }

    /** Counts an event once, however often its block is read. */
    void add(LogEntry.Key event, Place place, Payout payout) {
        if (seen.add(event)) {
            payouts.merge(place, payout, Payout::and);
        }
    }

    /** {@link Payout#NONE} if nothing was seen. */
    Payout of(Place place) {
        return payouts.getOrDefault(place, Payout.NONE);
    }
}
