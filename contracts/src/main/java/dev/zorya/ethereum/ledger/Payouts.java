package dev.zorya.ethereum.ledger;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What was seen leaving a channel, for people: whether all of it has left is read from the holders. */
final class Payouts {
    private final Map<Place, BigInteger> amounts = new HashMap<>();
    private final Set<LogEntry.Key> seen = new HashSet<>();

    /** One participant's part of one asset. */
    record Place(int asset, int participant) {}

    /** Counts an event once, however often its block is read. */
    void add(LogEntry.Key event, Place place, BigInteger amount) {
        if (seen.add(event)) {
            amounts.merge(place, amount, BigInteger::add);
        }
    }

    /** Zero if nothing was seen. */
    BigInteger of(Place place) {
        return amounts.getOrDefault(place, BigInteger.ZERO);
    }
}
