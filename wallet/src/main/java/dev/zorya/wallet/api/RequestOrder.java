package dev.zorya.wallet.api;

/** Asks the contact at the other end of a channel to pay. */
public record RequestOrder(String channelKey, Amount amount, String memo) {}
