package dev.zorya.ethereum.ledger;

import dev.zorya.channel.ethereum.Dispute;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/** Reads a {@link Dispute} by the timeline of ONCHAIN.md 8. */
final class Phases {
    static final int DISPUTE = 0;
    static final int FORCED = 1;
    static final int CONCLUDED = 2;

    /** Still a date that can be written down. */
    private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

    private Phases() {}

    static Instant timeout(Dispute dispute) {
        return instant(dispute.timeout());
    }

    /** Neither registered nor concluded; a channel that was paid out at once has no state hash, and is concluded all the same. */
    static boolean isUntouched(Dispute dispute) {
        return !dispute.isRegistered() && dispute.phase() != CONCLUDED;
    }

    /** The participants of an app get one duration more, in which they can move. */
    static Instant concludable(Dispute dispute) {
        boolean waitsForMoves = dispute.phase() == DISPUTE && dispute.hasApp();
        if (!waitsForMoves) {
            return timeout(dispute);
        }
        // both are unsigned: the sum must not come round again
        boolean endless = dispute.timeout() < 0 || dispute.challengeDuration() < 0;
        return endless ? NEVER : instant(dispute.timeout() + dispute.challengeDuration());
    }

    /** What must be in a block before this dispute's phase ends. */
    static Urgency.Deadline urgency(Dispute dispute, BigInteger stake) {
        Duration whole = Duration.ofSeconds(Math.max(1, dispute.challengeDuration()));
        return new Urgency.Deadline(timeout(dispute), whole, stake);
    }

    /** Unsigned seconds may lie beyond what a date can say: that is never. */
    static Instant instant(long seconds) {
        return seconds < 0 || seconds > NEVER.getEpochSecond() ? NEVER : Instant.ofEpochSecond(seconds);
    }
}
