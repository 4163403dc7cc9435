package dev.zorya.channel.value;

import java.math.BigInteger;
import java.util.List;

/**
 * What never changes about a channel. Valid in the sense of OFFCHAIN.md 5.2.
 *
 * @param challengeDuration seconds, an unsigned 64-bit number
 * @param nonce unsigned, at most 32 bytes
 * @param aux 256 bytes chosen by the proposer; neither hashed nor signed, so never trusted (OFFCHAIN.md 5.8)
 */
public record Params(
        long challengeDuration,
        List<Participant> parts,
        App app,
        BigInteger nonce,
        boolean ledgerChannel,
        boolean virtualChannel,
        Bytes aux) {
    public static final int AUX_SIZE = 256;
    private static final int MAX_NONCE_BITS = 256;

    public Params {
        parts = List.copyOf(parts);
        aux.requireSize(AUX_SIZE, "aux");
        if (challengeDuration == 0) {
            throw new MalformedException("challenge duration is zero");
        }
        if (parts.size() < 2 || parts.size() > Balances.MAX) {
            throw new MalformedException("a channel has 2 to 1024 participants, not " + parts.size());
        }
        if (nonce.signum() < 0 || nonce.bitLength() > MAX_NONCE_BITS) {
            throw new MalformedException("nonce longer than 32 bytes");
        }
    }
}
