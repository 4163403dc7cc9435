package dev.zorya.channel.message;

import dev.zorya.channel.value.Transaction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the sender stands in a channel (OFFCHAIN.md 7.7).
 *
 * @param phase go-perun's phase number
 * @param current absent on the wire only if the sender has no state at all
 */
public record ChannelSync(int phase, @Nullable Transaction current) implements Message {
    @Override
    public int type() {
        return 16;
    }

    /** The sender's newest signed state. */
    public Optional<Transaction> transaction() {
        return Optional.ofNullable(current);
    }
}
