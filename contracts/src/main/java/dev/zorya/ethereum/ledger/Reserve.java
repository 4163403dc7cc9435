package dev.zorya.ethereum.ledger;

import dev.zorya.channel.value.Allocation;
import dev.zorya.ethereum.rpc.FeeQuote;
import java.math.BigInteger;

/** What an account should keep for fees, so that it can win a dispute about a channel and take its money out. */
final class Reserve {
    // gas of the official contracts (ONCHAIN.md 11), which ours do not exceed
    private static final long REGISTER = 110_271;
    private static final long REGISTER_ASSET = 116_581 - REGISTER;
    private static final long REGISTER_SUB = 205_059 - REGISTER;
    private static final long CONCLUDE = 104_825;
    private static final long CONCLUDE_ASSET = 204_855 - 153_336;
    private static final long CONCLUDE_SUB = 154_215 - CONCLUDE;
    /** A token to an account that has none of it yet, the dearest of all. */
    private static final long WITHDRAW = 68_557;

    private Reserve() {}

    /** Wei, with room for the base fee to double. */
    static BigInteger of(Allocation channel, FeeQuote quote) {
        return quote.maxFee().multiply(BigInteger.valueOf(gas(channel)));
    }

    private static long gas(Allocation channel) {
        int assets = channel.assets().size();
        int subs = channel.locked().size();
        return REGISTER
                + CONCLUDE
                + WITHDRAW * assets
                + (REGISTER_ASSET + CONCLUDE_ASSET) * (assets - 1)
                + (REGISTER_SUB + CONCLUDE_SUB) * subs;
    }
}
