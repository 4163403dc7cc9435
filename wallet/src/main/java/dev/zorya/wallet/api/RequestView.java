package dev.zorya.wallet.api;

import java.time.Instant;

/** A payment request. @param incoming someone asks us to pay */
public record RequestView(
        String id,
        String channelKey,
        String contactDid,
        boolean incoming,
        Status status,
        Amount amount,
        String memo,
        Instant at,
        Instant expires) {
    public enum Status {
        WAITING,
        PAID,
        DECLINED,
        EXPIRED
    }
}
