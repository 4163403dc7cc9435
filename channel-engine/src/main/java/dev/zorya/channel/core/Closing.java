package dev.zorya.channel.core;

import java.util.Optional;
import java.util.function.Function;

/** Whether a channel may be closed now. */
final class Closing {
    private Closing() {}

    /**
     * A person closes.
     *
     * @param same the phase as it is, where that cannot be
     * @param wished the phase with the wish
     */
    static Transition order(Live live, ChannelState same, Function<Live, Transition> wished) {
        return refusal(live)
                .map(reason -> Transition.to(same)
                        .notify(new Notice.CloseRefused(reason))
                        .done())
                .orElseGet(() -> wished.apply(live.withWish(Live.Wish.CLOSE)));
    }

    /** The contracts pay out a final state only if nothing is locked in it (ONCHAIN.md 5). */
    static Optional<String> refusal(Live live) {
        int children = live.state().allocation().locked().size();
        if (children > 0) {
            return Optional.of(
                    children == 1
                            ? "a sub-channel holds money of this channel; close that first"
                            : children + " sub-channels hold money of this channel; close them first");
        }
        return live.dossier().isSub() && live.own() == 1 && !live.dossier().extensions()
                ? Optional.of(
                        "the other side's program settles only sub-channels that it closes itself; ask your contact")
                : Optional.empty();
    }

    /** A go-perun peer that did not open a sub-channel cannot settle one that it closes (OFFCHAIN.md 7.4). */
    static boolean isStuck(Live live) {
        return live.dossier().isSub() && live.own() == 0 && !live.dossier().extensions();
    }
}
