package dev.zorya.ethereum.ledger;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/** What was seen leaving a channel, for people: whether all of it has left is read from the holders. */
final class Payouts {
    private final Map<Place, BigInteger> amounts = new HashMap<>();

    /** One participant's part of one asset. */
    record Place(int asset, int participant) {}

    void add(Place place, BigInteger amount) {
        amounts.merge(place, amount, BigInteger::add);
    }

    /** Zero if nothing was seen. */
    BigInteger of(Place place) {
        return amounts.getOrDefault(place, BigInteger.ZERO);
    }
}
