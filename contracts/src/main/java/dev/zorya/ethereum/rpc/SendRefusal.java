package dev.zorya.ethereum.rpc;

import java.util.Locale;

/** What a node means when it does not take a signed transaction. There are no codes for it, only words, and each node has its own. */
public enum SendRefusal {
    /** The node has this very transaction: as good as taken. */
    KNOWN,
    /** The nonce is used up, by this transaction or by another one. */
    NONCE_USED,
    /** The account cannot pay value and gas. */
    NO_FUNDS,
    /** Another transaction with this nonce waits, and the new one does not pay enough more. */
    UNDERPRICED,
    /** Anything else: the transaction itself is at fault and will never be taken. */
    INVALID;

    public static SendRefusal of(NodeException.Refused refusal) {
        String words = String.valueOf(refusal.getMessage()).toLowerCase(Locale.ROOT);
        if (words.contains("already known")
                || words.contains("already imported")
                || words.contains("known transaction")) {
            return KNOWN;
        }
        if (words.contains("nonce too low") || words.contains("nonce is too low") || words.contains("old nonce")) {
            return NONCE_USED;
        }
        if (words.contains("insufficient funds")) {
            return NO_FUNDS;
        }
        if (words.contains("underpriced")
                || words.contains("fee too low")
                || words.contains("less than block base fee")) {
            return UNDERPRICED;
        }
        return INVALID;
    }
}
