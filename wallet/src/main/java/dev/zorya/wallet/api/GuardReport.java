package dev.zorya.wallet.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is guarded at this moment, and whether the account can pay for it.
 *
 * @param block newest block that the watcher has seen, 0 if none; it looks at all channels in each
 * @param blockTime time of that block
 * @param account own account, or null while the chain does not answer
 * @param reserve what the account should keep for fees, or null while the chain does not answer
 * @param sentence about the reserve, for the person
 */
public record GuardReport(
        List<Guarded> channels,
        long block,
        Instant blockTime,
        @Nullable Amount account,
        @Nullable Amount reserve,
        String sentence) {
    public GuardReport {
        channels = List.copyOf(channels);
    }

    /** The account has less than it should keep. */
    public boolean isShort() {
        return account != null && reserve != null && account.units().compareTo(reserve.units()) < 0;
    }
}
