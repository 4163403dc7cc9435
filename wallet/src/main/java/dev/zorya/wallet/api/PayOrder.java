package dev.zorya.wallet.api;

/** @param requestId the request that this pays, or empty */
public record PayOrder(String channelKey, Amount amount, String memo, String requestId) {}
