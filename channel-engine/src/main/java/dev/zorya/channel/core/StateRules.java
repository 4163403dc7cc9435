package dev.zorya.channel.core;

import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.SubAllocation;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a new version may look like (OFFCHAIN.md 6 and 7.3), and what a judge could conclude at all (safety rule 4).
 * Stricter than go-perun's machine where that one would take a state that no contract can pay out.
 */
public final class StateRules {
    private static final int MAX_BITS = 256;

    private StateRules() {}

    /** go-perun's machine: what every update has to keep, whoever proposes it. */
    public static Optional<String> transition(Apps apps, Params params, State from, State to, int actor) {
        return kept(params, from, to, actor).or(() -> apps.transition(params, from, to, actor));
    }

    private static Optional<String> kept(Params params, State from, State to, int actor) {
        if (!to.id().equals(from.id())) {
            return Optional.of("the update is for another channel");
        }
        if (!to.app().equals(from.app())) {
            return Optional.of("the update changes the app");
        }
        if (from.isFinal()) {
            return Optional.of("nothing follows a final state");
        }
        // the successor of the last version would be version 0 again
        if (to.version() != from.version() + 1 || to.version() == 0) {
            return Optional.of("version " + Long.toUnsignedString(to.version()) + " does not follow "
                    + Long.toUnsignedString(from.version()));
        }
        if (!to.allocation().assets().equals(from.allocation().assets())) {
            return Optional.of("the update changes the assets");
        }
        if (!to.allocation().sums().equals(from.allocation().sums())) {
            return Optional.of("the update changes the total");
        }
        if (actor < 0 || actor >= params.parts().size()) {
            return Optional.of("no participant has index " + actor);
        }
        return Optional.empty();
    }

    /** What an update between two people must keep beyond that: nothing locked may change, and the shape must be payable. */
    public static Optional<String> update(Apps apps, Params params, State from, State to, int actor) {
        return kept(params, from, to, actor)
                .or(() -> rules(apps, params, from, to, actor))
                .or(() -> to.allocation().locked().equals(from.allocation().locked())
                        ? Optional.empty()
                        : Optional.of("the update changes locked funds"))
                .or(() -> to.isFinal() && !to.allocation().locked().isEmpty()
                        ? Optional.of("a final state cannot have locked funds")
                        : Optional.empty())
                .or(() -> payable(to.allocation(), params.parts().size()));
    }

    /** An update that moves money into a sub-channel or back; that it does exactly this is the caller's to know. */
    static Optional<String> lock(Params params, State from, State to, int actor) {
        return kept(params, from, to, actor)
                .or(() -> payable(to.allocation(), params.parts().size()));
    }

    /** An app has no say where nothing changes: both signatures settle that, and safety rule 2 may need such a version. */
    private static Optional<String> rules(Apps apps, Params params, State from, State to, int actor) {
        if (!isNeutral(from, to)) {
            return apps.transition(params, from, to, actor);
        }
        return apps.knows(from.app()) ? Optional.empty() : Apps.unknown();
    }

    /** Nobody owns anything else afterwards, and the app stands where it stood. */
    static boolean isNeutral(State from, State to) {
        return to.allocation().equals(from.allocation()) && to.data().equals(from.data());
    }

    /** A judge has to be able to take the state: its data must fit into a block (safety rule 7). */
    static Optional<String> data(Limits limits, State to) {
        return to.data().size() > limits.maxAppData()
                ? Optional.of("more than " + limits.maxAppData() + " bytes of app data")
                : Optional.empty();
    }

    /** Shapes, sums within uint256, distinct assets, index maps in range: or conclude would revert for ever. */
    public static Optional<String> payable(Allocation allocation, int participants) {
        if (allocation.balances().participants() != participants) {
            return Optional.of("balances for " + allocation.balances().participants() + " instead of " + participants
                    + " participants");
        }
        if (new HashSet<>(allocation.assets()).size() != allocation.assets().size()) {
            return Optional.of("an asset stands there twice");
        }
        for (BigInteger sum : allocation.sums()) {
            if (sum.bitLength() > MAX_BITS) {
                return Optional.of("a total is above 2^256");
            }
        }
        Set<Object> children = new HashSet<>();
        for (SubAllocation sub : allocation.locked()) {
            if (!children.add(sub.id())) {
                return Optional.of("a channel is locked twice");
            }
            for (int index : sub.indexMap()) {
                if (index >= participants) {
                    return Optional.of("an index map points outside the channel");
                }
            }
        }
        return Optional.empty();
    }

    /** The initial state of a ledger channel (OFFCHAIN.md 7.1). */
    public static Optional<String> initial(Allocation allocation, List<BigInteger> agreementSums, int participants) {
        if (!allocation.locked().isEmpty()) {
            return Optional.of("a new channel cannot have locked funds");
        }
        if (!agreementSums.equals(allocation.sums())) {
            return Optional.of("the funding agreement does not add up to the balances");
        }
        return payable(allocation, participants);
    }

    /** Nothing that the person owned is taken by going from one state to the other. */
    public static boolean takesNothing(State from, State to, int index) {
        for (int asset = 0; asset < from.balances().assets(); asset++) {
            if (to.balances().of(asset, index).compareTo(from.balances().of(asset, index)) < 0) {
                return false;
            }
        }
        return true;
    }
}
