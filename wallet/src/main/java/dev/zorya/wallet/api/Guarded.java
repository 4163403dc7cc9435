package dev.zorya.wallet.api;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the watcher does for one channel (UI.md 8, guard card).
 *
 * @param channelId 64 hexadecimal digits
 * @param since when it began: both had signed the first balance, and deposits could follow
 * @param version the newest one that it would enforce, unsigned
 * @param pays what that gives us, or null while nobody knows
 * @param protectionPeriod time to answer an old balance
 * @param deadline in block time: until then an answer counts; null while nothing is registered
 * @param reserve what the account should keep for this channel's fees, or null while the chain does not answer
 */
public record Guarded(
        String key,
        String channelId,
        String contactDid,
        Kind kind,
        Instant since,
        long version,
        @Nullable Amount pays,
        Duration protectionPeriod,
        @Nullable Instant deadline,
        @Nullable Amount reserve) {
    /** The words of UI.md 7. */
    public enum Kind {
        GUARDED,
        /** The deposits are not there yet. */
        FROM_FIRST_DEPOSIT,
        /** Before the chain: the watcher sees it through. */
        DEFENDED,
        UNTIL_PAID_OUT,
        /** What is kept of it cannot be read. */
        NOT_GUARDED
    }
}
