package dev.zorya.ethereum.chain;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** Funds that a state locks for a child. */
public record Lock(String id, List<BigInteger> balances, List<Integer> indexMap) {
    /** One asset. */
    public static Lock of(Channel child, long amount, Integer... indexMap) {
        return new Lock(child.id(), List.of(BigInteger.valueOf(amount)), Arrays.asList(indexMap));
    }

    public Abi abi() {
        return Abi.tuple(
                Abi.word(id),
                Abi.array(balances.stream().map(Abi::word)),
                Abi.array(indexMap.stream().map(index -> Abi.word(index.longValue()))));
    }
}
