package dev.zorya.channel.crypto;

import dev.zorya.channel.value.Bytes;
import java.math.BigInteger;

/** The number that makes a channel's id unique, from a share of each party (OFFCHAIN.md 7.1). */
public final class ChannelNonce {
    private ChannelNonce() {}

    /** SHA3-256 of both shares (32 bytes each), read big-endian; neither party can choose the result alone. */
    public static BigInteger of(Bytes proposerShare, Bytes accepterShare) {
        return new BigInteger(
                1, Hashes.sha3(proposerShare.toArray(), accepterShare.toArray()).toArray());
    }
}
