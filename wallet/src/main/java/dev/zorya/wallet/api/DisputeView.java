package dev.zorya.wallet.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a channel stands before the chain. Whatever comes next the wallet does by itself; the person only has to do what
 * {@code trouble} says.
 *
 * @param step what comes next
 * @param by who went to the chain first
 * @param next what comes next, in one sentence
 * @param trouble what keeps the wallet from going on, or null while nothing does
 * @param ours newest version that we can prove, unsigned
 * @param pays what it ends with for us, or null while nobody knows
 * @param registered what the chain holds, or null while nothing was seen
 * @param old the balance older than ours that the other side came with, or null if there was none
 * @param spent on fees for it so far
 */
public record DisputeView(
        Step step,
        By by,
        String next,
        @Nullable WalletProblem trouble,
        long ours,
        @Nullable Amount pays,
        @Nullable Registered registered,
        @Nullable Balance old,
        Amount spent) {
    /** What comes next. */
    public enum Step {
        /** Our newest balance is on its way to the chain. */
        REGISTER,
        /** An old balance is on the chain; the answer is on its way. */
        ANSWER,
        /** When the time is over the wallet closes the channel on the chain and takes the money. */
        CONCLUDE,
        /** As before, but an app's players may still move. */
        MOVE,
        /** Our move in the app is on its way. */
        PROGRESS,
        /** A balance that this wallet does not have is on the chain; only the other side can end it. */
        WAIT
    }

    /** Who went to the chain. */
    public enum By {
        US,
        THEM,
        UNKNOWN
    }

    /**
     * A balance as it may stand on the chain.
     *
     * @param version unsigned
     * @param mine our part, or null if only the version is known
     */
    public record Balance(long version, @Nullable Amount mine) {}

    /**
     * What the chain holds. All times are block times.
     *
     * @param since when the first balance was put there
     * @param deadline until then a newer balance counts; an answer does not move it
     * @param end from then on the channel can be closed and paid out
     * @param block in which it was seen
     */
    public record Registered(Balance balance, Instant since, Instant deadline, Instant end, long block) {}
}
