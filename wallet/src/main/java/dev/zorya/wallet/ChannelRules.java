package dev.zorya.wallet;

import dev.zorya.channel.core.Limits;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;

/** The limits of this wallet for channels, own and others' alike (safety rule 7). */
record ChannelRules(Limits limits) {
    /** The peer gives up at {@link Limits#proposalAnswer}; a yes that comes later would open nothing. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(10);

    /** What stands against a channel with these amounts, in words for either side; or nothing. */
    Optional<String> refusal(BigInteger mine, BigInteger theirs, Duration period) {
        if (mine.signum() == 0 && theirs.signum() == 0) {
            return Optional.of("somebody has to pay something in");
        }
        if (period.compareTo(limits.minChallenge()) < 0) {
            return Optional.of("the protection period is shorter than " + text(limits.minChallenge()));
        }
        if (period.compareTo(limits.maxChallenge()) > 0) {
            return Optional.of("the protection period is longer than " + text(limits.maxChallenge()));
        }
        return Optional.empty();
    }

    Duration timeToAnswer() {
        return limits.proposalAnswer().minus(ON_ITS_WAY);
    }

    private static String text(Duration duration) {
        if (duration.toDays() > 1) {
            return duration.toDays() + " days";
        }
        return duration.toMinutes() > 1 ? duration.toMinutes() + " minutes" : duration.toSeconds() + " seconds";
    }
}
