package dev.zorya.ethereum.ledger;

import dev.zorya.channel.ethereum.Dispute;
import java.time.Instant;
import java.util.Optional;

/**
 * The search for the state that the judge holds, from the newest block backwards: nobody saw the transaction that showed it. That
 * cannot be older than one duration before its timeout, whatever it was: registering, refuting, moving and concluding all set or
 * keep a later one (ONCHAIN.md 8).
 *
 * @param to the newest block not searched yet
 * @param tries that are left: a node may know what a contract holds before it knows the event
 */
record Hunt(ChannelWatch watch, ChannelFacts facts, long to, int tries) {
    private static final int TRIES = 5;

    static Hunt begin(ChannelWatch watch, ChannelFacts facts) {
        return new Hunt(watch, facts, facts.stamps().head().number(), TRIES);
    }

    Dispute dispute() {
        return facts.now();
    }

    /** Nothing before a block of this time can be what is looked for. */
    boolean endsAt(long block, Instant time) {
        long earliest = dispute().timeout() - dispute().challengeDuration();
        return block <= 0 || (earliest > 0 && time.getEpochSecond() < earliest);
    }

    Hunt before(long block) {
        return new Hunt(watch, facts, block - 1, tries);
    }

    /** From the beginning, in the next round; nothing was found. */
    Optional<Hunt> again() {
        return tries > 1
                ? Optional.of(new Hunt(watch, facts, facts.stamps().head().number(), tries - 1))
                : Optional.empty();
    }

    /** The judge holds something else meanwhile, or the state came without a search. */
    boolean isPointless() {
        return !watch.isHunted(dispute());
    }
}
