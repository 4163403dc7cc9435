package dev.zorya.channel.value;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Addresses by backend id, in ascending order: the form in which go-perun carries wallet and wire identities alike
 * (OFFCHAIN.md 1). Equality ignores the order in which entries arrived.
 */
public record AddressMap(SortedMap<Integer, Bytes> entries) {
    public AddressMap {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    public static AddressMap of(int backendId, Bytes address) {
        return new AddressMap(new TreeMap<>(Map.of(backendId, address)));
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }
}
