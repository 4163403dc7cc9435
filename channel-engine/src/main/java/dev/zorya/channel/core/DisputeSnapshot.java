package dev.zorya.channel.core;

import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.value.App;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a dispute stands, for people.
 *
 * @param next what comes next
 * @param ours newest version that we can prove, unsigned
 * @param registered what the ledger holds, or null while nothing was seen
 */
public record DisputeSnapshot(
        Next next, long ours, @Nullable Fact registered) {
    /** What the wallet does by itself, unless said otherwise. */
    public enum Next {
        /** Our newest state is on its way to the ledger. */
        REGISTER,
        /** Something older than ours is registered; the newer one is on its way. */
        REFUTE,
        /** After the deadline what is registered is concluded and paid out. */
        CONCLUDE,
        /** As before, but the app's players may still move; the person can. */
        MOVE,
        /** Our own move is on its way. */
        PROGRESS,
        /** Something that we do not know is registered. It is the other side's to conclude; what it leaves us is withdrawn then. */
        WAIT
    }

    /**
     * What the ledger holds.
     *
     * @param version unsigned
     * @param timeout in block time: until then a higher version counts, or an app's next move
     * @param end in block time: from then on it can be concluded
     * @param block in which it was seen
     */
    public record Fact(long version, LedgerEvent.Stage stage, Instant timeout, Instant end, long block) {}

    static DisputeSnapshot of(Disputed state) {
        Live live = state.live();
        return switch (state) {
            case Registering s ->
                new DisputeSnapshot(Next.REGISTER, live.state().version(), null);
            case Registered s -> of(live, s.fact(), next(live, s.fact()));
            case Progressing s -> of(live, s.fact(), Next.PROGRESS);
        };
    }

    private static DisputeSnapshot of(Live live, Registration fact, Next next) {
        return new DisputeSnapshot(
                next,
                live.state().version(),
                new Fact(fact.version(), fact.stage(), fact.timeout(), fact.end(live.terms()), fact.block()));
    }

    private static Next next(Live live, Registration fact) {
        if (fact.isRefutedBy(live.state())) {
            return Next.REFUTE;
        }
        if (fact.state() == null) {
            return Next.WAIT;
        }
        return live.terms().params().app().equals(App.NONE) || fact.state().isFinal() ? Next.CONCLUDE : Next.MOVE;
    }
}
