package dev.zorya.wallet.api;

import org.jspecify.annotations.Nullable;

/** Null means any. @param text searched in memos and contact names */
public record ActivityFilter(
        @Nullable String channelKey,
        @Nullable String contactDid,
        @Nullable Boolean incoming,
        PaymentView.@Nullable Status status,
        String text) {
    public static final ActivityFilter ALL = new ActivityFilter(null, null, null, null, "");
}
