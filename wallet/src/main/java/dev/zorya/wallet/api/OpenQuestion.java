package dev.zorya.wallet.api;

import java.time.Duration;
import java.time.Instant;

/** A contact wants a channel with us and waits for the answer. */
public record OpenQuestion(
        String id, String contactDid, Amount mine, Amount theirs, Duration protectionPeriod, Instant expires) {}
