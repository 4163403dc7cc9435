package dev.zorya.channel.core;

import java.time.Duration;

/**
 * What this wallet accepts and how long it waits (safety rule 7).
 *
 * @param minChallenge shortest protection period
 * @param maxChallenge longest
 * @param maxAssets of one channel; a registration of more might not fit into a block
 * @param maxAppData bytes of app data in a state
 * @param proposalAnswer how long a proposal waits for its answer
 * @param updateAnswer how long an update waits before it is sent again and shown as pending
 * @param concludeFallback how long the accepter of a final state leaves the conclusion to the proposer
 * @param maxQueue payments that wait for an update on its way
 */
public record Limits(
        Duration minChallenge,
        Duration maxChallenge,
        int maxAssets,
        int maxAppData,
        Duration proposalAnswer,
        Duration updateAnswer,
        Duration concludeFallback,
        int maxQueue) {
    /** 10 minutes to 30 days: DESIGN.md 3, rule 7. */
    public static final Limits REAL = new Limits(
            Duration.ofMinutes(10),
            Duration.ofDays(30),
            16,
            4096,
            Duration.ofMinutes(3),
            Duration.ofSeconds(10),
            Duration.ofMinutes(2),
            100_000);

    /** Down to 10 seconds, for the practice network. */
    public static final Limits PRACTICE = REAL.withMinChallenge(Duration.ofSeconds(10));

    public Limits withMinChallenge(Duration shortest) {
        return new Limits(
                shortest,
                maxChallenge,
                maxAssets,
                maxAppData,
                proposalAnswer,
                updateAnswer,
                concludeFallback,
                maxQueue);
    }

    public Limits withAnswers(Duration proposal, Duration update, Duration conclude) {
        return new Limits(minChallenge, maxChallenge, maxAssets, maxAppData, proposal, update, conclude, maxQueue);
    }
}
