package dev.zorya.wallet.api;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the channel list.
 *
 * @param key names the channel in this wallet from its proposal on
 * @param channelId 64 hexadecimal digits, empty before it is known
 * @param waitsFor second line under the status: what happens next, may be empty
 * @param mine what we can send
 * @param theirs what we can receive
 * @param pending ours if it is cancelled, theirs if they accept
 * @param version newest fully signed
 * @param dispute how it stands before the chain while it is {@link Status#IN_DISPUTE}, or null
 */
public record ChannelView(
        String key,
        String channelId,
        String contactDid,
        Status status,
        String waitsFor,
        Amount mine,
        Amount theirs,
        Amount pending,
        long version,
        Duration protectionPeriod,
        Instant opened,
        @Nullable DisputeView dispute) {
    /** The words of UI.md 7. */
    public enum Status {
        PROPOSED,
        OPENING,
        OPEN,
        SENDING,
        PENDING,
        CLOSING,
        IN_DISPUTE,
        PAYING_OUT,
        SETTLED,
        /** Restored from a copy that may be old (UI.md 11, text 6). */
        STALE,
        DECLINED,
        STOPPED
    }
}
