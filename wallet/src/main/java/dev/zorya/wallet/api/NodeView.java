package dev.zorya.wallet.api;

import java.net.URI;

/**
 * One node of the wallet's chain.
 *
 * @param first the one that the wallet was made with; it cannot be taken away
 * @param block newest block that it gave, 0 if none
 * @param sentence why it is not used, or what is the matter; empty while all is well
 */
public record NodeView(URI uri, boolean first, State state, long block, String sentence) {
    public enum State {
        /** Questions go there now. */
        USED,
        /** Knows as much; gets every transaction and takes over if the other one does not answer. */
        READY,
        /** Its newest block is older than that of another node. */
        BEHIND,
        /** Not asked yet. */
        CONNECTING,
        /** Does not answer, or answers for another chain. */
        IGNORED
    }
}
