package dev.zorya.wallet.api;

import java.time.Instant;

/**
 * For the health strip.
 *
 * @param block newest block seen, 0 if none
 * @param blockTime time of that block
 * @param chainSentence empty while all is well
 * @param peersOnline contacts with a connection now
 * @param listening host:port others can reach
 * @param copies how the copies of this wallet are
 */
public record Health(
        ChainState chain,
        long block,
        Instant blockTime,
        String chainSentence,
        int peersOnline,
        int peers,
        String listening,
        CopyHealth copies) {
    /** Words of UI.md 7. */
    public enum ChainState {
        CONNECTING,
        GOOD,
        NO_ANSWER,
        WRONG_CHAIN,
        STOPPED
    }
}
