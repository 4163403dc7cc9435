package dev.zorya.ethereum.fuzz;

import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.State;
import java.util.List;

/**
 * A channel of a tree.
 *
 * @param states versions that may be brought, the oldest first
 * @param children what its states lock, in that order
 */
record Part(String name, Params params, List<State> states, List<Part> children) {
    boolean isRoot() {
        return params.ledgerChannel();
    }
}
