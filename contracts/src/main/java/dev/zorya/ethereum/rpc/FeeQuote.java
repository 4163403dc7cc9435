package dev.zorya.ethereum.rpc;

import java.math.BigInteger;

/**
 * Fees of a type-2 transaction (EIP-1559), wei per gas.
 *
 * @param maxFee the most that is paid in all
 * @param priority the most of it that goes to whoever makes the block
 */
public record FeeQuote(BigInteger maxFee, BigInteger priority) {
    /** Enough to stay valid while blocks are full for a while: the base fee may double. */
    public static FeeQuote of(BigInteger baseFee, BigInteger priority, BigInteger cap) {
        BigInteger tip = priority.min(cap);
        return new FeeQuote(baseFee.shiftLeft(1).add(tip).min(cap), tip);
    }

    /** The least that nodes take as a replacement: an eighth more of both; at least {@code now} if that is more. */
    public FeeQuote replacement(FeeQuote now, BigInteger cap) {
        return new FeeQuote(
                raised(maxFee).max(now.maxFee).min(cap),
                raised(priority).max(now.priority).min(cap));
    }

    private static BigInteger raised(BigInteger fee) {
        return fee.add(fee.shiftRight(3)).add(BigInteger.ONE);
    }

    public boolean above(FeeQuote other) {
        return maxFee.compareTo(raised(other.maxFee).subtract(BigInteger.ONE)) >= 0
                && priority.compareTo(raised(other.priority).subtract(BigInteger.ONE)) >= 0;
    }
}
