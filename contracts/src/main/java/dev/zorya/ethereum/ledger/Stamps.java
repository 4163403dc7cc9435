package dev.zorya.ethereum.ledger;

import dev.zorya.ethereum.rpc.Head;

/**
 * The two blocks whose facts are read in one round.
 *
 * @param last the newest final block
 * @param head the newest block
 */
record Stamps(Head last, Head head) {
    /** There are blocks that are not final. */
    boolean deep() {
        return last.number() < head.number();
    }
}
