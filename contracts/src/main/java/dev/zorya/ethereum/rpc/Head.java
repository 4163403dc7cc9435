package dev.zorya.ethereum.rpc;

import dev.zorya.channel.value.Bytes;
import java.math.BigInteger;
import java.time.Instant;

/**
 * The newest block.
 *
 * @param time block time
 * @param baseFee wei per gas
 */
public record Head(long number, Bytes hash, Instant time, BigInteger baseFee) {
    /**
     * The newest block whose facts count at this depth: with depth 1 the head itself (ONCHAIN.md 9). Below zero while the
     * chain is shorter than that.
     */
    public long finalBlock(int depth) {
        return number - depth + 1;
    }
}
