package dev.zorya.node.peer;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.SignedState;
import dev.zorya.channel.value.SubAllocation;
import dev.zorya.node.peer.Failure.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** States that everybody signed, the newest of each channel, so that a rig can cheat with an old one. In memory only. */
final class History {
    private final int limit;
    private final Map<ChannelId, Kept> channels = new ConcurrentHashMap<>();

    /** Of one channel, by version as an unsigned number. */
    private static final class Kept {
        private final TreeMap<Long, SignedState> states = new TreeMap<>(Long::compareUnsigned);
    }

    /** @param limit states of each channel */
    History(int limit) {
        this.limit = limit;
    }

    void keep(ChannelSnapshot channel) {
        if (channel.id() == null || channel.params() == null || channel.current() == null) {
            return;
        }
        Kept kept = channels.computeIfAbsent(channel.id(), id -> new Kept());
        synchronized (kept) {
            if (channel.current().isComplete()) {
                kept.states.put(channel.version(), new SignedState(channel.params(), channel.current()));
            }
            while (kept.states.size() > limit) {
                kept.states.pollFirstEntry();
            }
        }
    }

    int size(ChannelId channel) {
        Kept kept = channels.get(channel);
        if (kept == null) {
            return 0;
        }
        synchronized (kept) {
            return kept.states.size();
        }
    }

    /**
     * A registration in which one channel stands as it did at {@code version}, and all others of the tree as they do now.
     *
     * @param root the ledger channel that it belongs to, maybe itself
     */
    Intent.Register outdated(ChannelId root, ChannelId channel, long version) throws Failure {
        SignedState top = root.equals(channel) ? at(channel, version) : newest(root);
        List<SignedState> subs = new ArrayList<>();
        collect(top, channel, version, subs);
        return new Intent.Register(top, subs);
    }

    private void collect(SignedState parent, ChannelId channel, long version, List<SignedState> subs) throws Failure {
        for (SubAllocation locked : parent.transaction().state().allocation().locked()) {
            SignedState sub = locked.id().equals(channel) ? at(channel, version) : newest(locked.id());
            subs.add(sub);
            collect(sub, channel, version, subs);
        }
    }

    private SignedState at(ChannelId channel, long version) throws Failure {
        Kept kept = kept(channel);
        synchronized (kept) {
            SignedState state = kept.states.get(version);
            if (state == null) {
                throw new Failure(
                        Kind.OTHER,
                        "Version " + Long.toUnsignedString(version) + " is not kept; "
                                + (kept.states.isEmpty()
                                        ? "none is."
                                        : "the oldest is " + Long.toUnsignedString(kept.states.firstKey()) + "."));
            }
            return state;
        }
    }

    private SignedState newest(ChannelId channel) throws Failure {
        Kept kept = kept(channel);
        synchronized (kept) {
            if (kept.states.isEmpty()) {
                throw unknown(channel);
            }
            return kept.states.lastEntry().getValue();
        }
    }

    private Kept kept(ChannelId channel) throws Failure {
        Kept kept = channels.get(channel);
        if (kept == null) {
            throw unknown(channel);
        }
        return kept;
    }

    private static Failure unknown(ChannelId channel) {
        return new Failure(Kind.OTHER, "No signed state of channel " + channel + " is kept.");
    }
}
