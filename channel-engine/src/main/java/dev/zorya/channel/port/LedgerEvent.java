package dev.zorya.channel.port;

import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A fact about a watched channel, confirmed to the configured depth. Times are block times. */
public sealed interface LedgerEvent {
    /** What the holders hold for each participant of the channel, asset by asset, before conclusion. */
    record Holdings(Balances deposited, long block, Instant time) implements LedgerEvent {}

    /**
     * A state is registered.
     *
     * @param timeout until then it can be answered by a higher version, or by the next move where execution is forced
     * @param state the state itself, where the ledger could read it from a transaction and it has this hash; null otherwise
     */
    record Registered(
            long version,
            Bytes stateHash,
            Instant timeout,
            Stage stage,
            @Nullable State state,
            long block,
            Instant time)
            implements LedgerEvent {}

    /** Where a dispute stands. */
    enum Stage {
        /** Higher versions count. */
        DISPUTE,
        /** The app's moves count, one version after the other. */
        FORCED_EXECUTION
    }

    /**
     * The outcome is set; money can be withdrawn. Of a sub-channel: it is over, its root holds the money. Said again where the state
     * was found later.
     *
     * @param state what was concluded, where the ledger could read it from a transaction and the judge holds its hash; null otherwise
     */
    record Concluded(long version, @Nullable State state, long block, Instant time) implements LedgerEvent {}

    /**
     * Nothing is left in the holder of this asset for the participant, whoever saw to that.
     *
     * @param amount smallest unit; zero if it was not seen leaving
     * @param transaction that paid it, the last one if there were several; empty if it was not seen leaving
     */
    record Withdrawn(int assetIndex, int participant, BigInteger amount, Bytes transaction, long block)
            implements LedgerEvent {}

    /** A transaction of ours for the intent with this key is on the chain. */
    record Mined(String intentKey, Bytes transaction, long block, long gasUsed, BigInteger fee)
            implements LedgerEvent {}

    /** The intent with this key cannot go on by itself. {@code sentence} is for the person. */
    record Stuck(String intentKey, LedgerException.Reason reason, String sentence) implements LedgerEvent {}
}
