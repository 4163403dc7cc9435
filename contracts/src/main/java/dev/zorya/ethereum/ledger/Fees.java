package dev.zorya.ethereum.ledger;

import dev.zorya.ethereum.rpc.NodeException;
import dev.zorya.ethereum.rpc.Slot;
import java.math.BigInteger;

/** Reads fees where not every node has an answer. */
final class Fees {
    private static final BigInteger GWEI = BigInteger.TEN.pow(9);

    private Fees() {}

    /** What the node recommends for the block's maker, or 1 gwei if it does not recommend anything. */
    static BigInteger priority(Slot answer) {
        try {
            return answer.quantity();
        } catch (NodeException.Refused e) {
            return GWEI;
        }
    }
}
