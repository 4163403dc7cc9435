package dev.zorya.channel.value;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Funds of a parent channel that are locked in a sub- or virtual channel: one amount for each asset, and where child
 * participant i stands in the parent ({@code indexMap[i]}; empty means the same positions, OFFCHAIN.md 5.6).
 */
public record SubAllocation(ChannelId id, List<BigInteger> balances, List<Integer> indexMap) {
    public SubAllocation {
        balances = List.copyOf(balances);
        indexMap = List.copyOf(indexMap);
        balances.forEach(Balances::requireNotNegative);
        for (int index : indexMap) {
            if (index < 0 || index > 0xffff) {
                throw new MalformedException("index map entry out of range: " + index);
            }
        }
    }

    /**
     * The map with one entry for each participant of the parent, the form that is hashed (ONCHAIN.md 2): an empty one is the
     * identity, a shorter one is filled up with zeros.
     *
     * @param participants of the parent channel
     * @throws MalformedException if the map has more entries than the parent has participants
     */
    public List<Integer> fullIndexMap(int participants) {
        if (indexMap.size() > participants) {
            throw new MalformedException("index map of " + indexMap.size() + " for " + participants + " participants");
        }
        if (indexMap.size() == participants) {
            return indexMap;
        }
        boolean identity = indexMap.isEmpty();
        return IntStream.range(0, participants)
                .mapToObj(i -> identity ? i : i < indexMap.size() ? indexMap.get(i) : 0)
                .toList();
    }
}
