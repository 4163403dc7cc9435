package dev.zorya.channel.core;

import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.State;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a channel sees of its tree at the moment of a step (DESIGN.md 2).
 *
 * @param parent null for a ledger channel
 * @param children that are not over, oldest first
 * @param tree all of it; null for a channel on its own
 */
record Family(
        @Nullable ChannelState parent,
        List<ChannelState> children,
        @Nullable Tree tree) {
    static final Family NONE = new Family(null, List.of(), null);

    Family {
        children = List.copyOf(children);
    }

    /**
     * What we have to propose for the children: a lock or a settlement. Whoever opened the sub-channel proposes both, as
     * go-perun expects it. A channel that shall close takes no new children.
     */
    Optional<Allocation> due(Live live) {
        int entries = live.state().allocation().locked().size();
        return live.own() != 0
                ? Optional.empty()
                : wanted(live.state())
                        .filter(a ->
                                live.wish() == Live.Wish.STAY_OPEN || a.locked().size() < entries)
                        .findFirst();
    }

    /** One of the children waits for exactly this. It needs nobody's consent: that was given to the child. */
    boolean awaits(State from, State to) {
        return !to.isFinal() && to.data().equals(from.data()) && wanted(from).anyMatch(to.allocation()::equals);
    }

    private Stream<Allocation> wanted(State from) {
        return children.stream().flatMap(child -> child.wants(from).stream());
    }

    /** The parent in use, if there is one and it still is. */
    Optional<Live> around() {
        return Optional.ofNullable(parent).flatMap(ChannelState::inUse);
    }

    /** The ledger has decided over the whole tree, or the parent never became one or is closed. */
    boolean isParentOver() {
        return parent != null && parent.inUse().isEmpty() && !parent.isDisputed();
    }

    /** The parent is before the judge, and with it everything in it. */
    boolean isParentDisputed() {
        return parent != null && parent.isDisputed();
    }

    /** Any channel of the tree, also one that is over. */
    Optional<ChannelState> member(ChannelId id) {
        return Optional.ofNullable(tree).flatMap(all -> all.find(id));
    }

    /** Id of the ledger channel; nothing for a channel on its own. */
    Optional<ChannelId> root() {
        return Optional.ofNullable(tree).flatMap(all -> all.rootState().channelId());
    }
}
