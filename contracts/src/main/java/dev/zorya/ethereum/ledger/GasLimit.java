package dev.zorya.ethereum.ledger;

import java.math.BigInteger;

/** How much gas a transaction may use. What it does not use is not paid. */
final class GasLimit {
    /** A transfer without data. */
    static final long PLAIN = 21_000;

    private GasLimit() {}

    /**
     * A quarter more than simulated: until it is in a block, others may change what it finds there.
     *
     * @param spare gas on top of that
     */
    static long withMargin(BigInteger simulated, long spare) {
        long gas = simulated.min(BigInteger.valueOf(30_000_000)).longValue();
        return gas + gas / 4 + spare;
    }
}
