package dev.zorya.ethereum.ledger;

import dev.zorya.channel.ethereum.Dispute;
import java.time.Instant;

/**
 * The search for a registration that nobody saw happen, from the newest block backwards. It cannot be older than one duration
 * before its timeout, whatever came first: registering, refuting and moving all set or keep a later one (ONCHAIN.md 8).
 *
 * @param to the newest block not searched yet
 */
record Hunt(ChannelWatch watch, ChannelFacts facts, long to) {
    Dispute dispute() {
        return facts.now();
    }

    /** Nothing before a block of this time can be what is looked for. */
    boolean endsAt(long block, Instant time) {
        long earliest = dispute().timeout() - dispute().challengeDuration();
        return block <= 0 || (earliest > 0 && time.getEpochSecond() < earliest);
    }

    Hunt before(long block) {
        return new Hunt(watch, facts, block - 1);
    }

    /** What was reported has changed meanwhile, or is no longer watched for. */
    boolean isPointless() {
        return watch.reported().filter(dispute()::equals).isEmpty();
    }
}
