package dev.zorya.channel.value;

import java.math.BigInteger;
import java.util.List;

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
}
