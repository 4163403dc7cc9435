package dev.zorya.wallet.api;

import java.time.Duration;

/** Asks a contact for a channel. @param protectionPeriod time to answer an old balance (challenge duration) */
public record OpenOrder(String contactDid, Amount mine, Amount theirs, Duration protectionPeriod) {}
