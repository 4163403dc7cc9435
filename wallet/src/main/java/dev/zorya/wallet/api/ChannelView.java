package dev.zorya.wallet.api;

import java.time.Duration;
import java.time.Instant;

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
        Instant opened) {
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
        DECLINED,
        STOPPED
    }
}
