package dev.zorya.channel.ethereum;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import java.math.BigInteger;

/**
 * What the adjudicator knows of a channel (ONCHAIN.md 2).
 *
 * @param timeout block time in Unix seconds at which the phase ends, unsigned
 * @param challengeDuration seconds, unsigned
 * @param version unsigned
 * @param phase 0 dispute, 1 forced execution, 2 concluded
 * @param stateHash see {@link EthereumEncoding#stateHash}; zero if the channel was never registered, also if it was concluded and
 *     paid out at once
 */
public record Dispute(long timeout, long challengeDuration, long version, int phase, Bytes stateHash, boolean hasApp) {
    private static final int WORD = 32;
    private static final Bytes UNREGISTERED = Bytes.zero(WORD);

    /**
     * Reads the answer to {@link AdjudicatorCalls#disputes}.
     *
     * @throws MalformedException if it is not six words of those types
     */
    public static Dispute of(Bytes answer) {
        answer.requireSize(6 * WORD, "answer of disputes()");
        return new Dispute(
                number(answer, 0, Long.SIZE).longValue(),
                number(answer, 1, Long.SIZE).longValue(),
                number(answer, 2, Long.SIZE).longValue(),
                number(answer, 3, Byte.SIZE).intValue(),
                answer.slice(4 * WORD, 5 * WORD),
                number(answer, 5, 1).signum() == 1);
    }

    public boolean isRegistered() {
        return !stateHash.equals(UNREGISTERED);
    }

    private static BigInteger number(Bytes answer, int word, int bits) {
        BigInteger number =
                new BigInteger(1, answer.slice(word * WORD, (word + 1) * WORD).toArray());
        if (number.bitLength() > bits) {
            throw new MalformedException("word " + word + " of disputes() is out of range");
        }
        return number;
    }
}
