package dev.zorya.channel.core;

import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.SubAllocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How money goes into a sub-channel and comes back: exactly one allocation of the parent each (OFFCHAIN.md 7.4). */
final class Locks {
    private Locks() {}

    /** The parent with the child's money locked in it; nothing if it is locked already or cannot be afforded. */
    static Optional<Allocation> locked(State parent, ChannelId child, Allocation initial) {
        Allocation now = parent.allocation();
        if (holds(parent, child) || !now.balances().covers(initial.balances())) {
            return Optional.empty();
        }
        List<SubAllocation> entries = new ArrayList<>(now.locked());
        entries.add(new SubAllocation(child, initial.sums(), List.of()));
        return Optional.of(new Allocation(now.assets(), now.balances().minus(initial.balances()), entries));
    }

    /** The parent with the child's last balances back in it; nothing if they are back. */
    static Optional<Allocation> returned(State parent, State last) {
        if (!holds(parent, last.id())) {
            return Optional.empty();
        }
        Allocation now = parent.allocation();
        List<SubAllocation> entries = now.locked().stream()
                .filter(entry -> !entry.id().equals(last.id()))
                .toList();
        return Optional.of(new Allocation(now.assets(), now.balances().plus(last.balances()), entries));
    }

    static boolean holds(State parent, ChannelId child) {
        return parent.allocation().locked().stream()
                .anyMatch(entry -> entry.id().equals(child));
    }

    /** Money goes into a child or comes back; nobody has paid anybody. */
    static boolean differ(State from, State to) {
        return !to.allocation().locked().equals(from.allocation().locked());
    }
}
