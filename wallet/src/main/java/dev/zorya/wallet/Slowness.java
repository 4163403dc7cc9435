package dev.zorya.wallet;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.wallet.api.ChannelView.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How long the updates on their way have been on it: what takes a moment is not shown at all (UI.md 7, "Sending…"). */
final class Slowness {
    private static final Duration SENDING = Duration.ofSeconds(1);
    private static final Duration PENDING = Duration.ofSeconds(10);

    private final Map<ProposalId, Since> updating = new ConcurrentHashMap<>();
    private final InstantSource clock;

    /** @param shown what people were told last */
    private record Since(long version, Instant at, Status shown) {}

    Slowness(InstantSource clock) {
        this.clock = clock;
    }

    void saw(ChannelSnapshot channel) {
        if (channel.status() == ChannelSnapshot.Status.UPDATING) {
            updating.compute(
                    channel.key(),
                    (key, since) -> since != null && since.version() == channel.version()
                            ? since
                            : new Since(channel.version(), clock.instant(), Status.OPEN));
        } else {
            updating.remove(channel.key());
        }
    }

    Status status(ChannelSnapshot channel) {
        @Nullable Since since = updating.get(channel.key());
        return since == null ? Status.OPEN : status(since);
    }

    /** Channels whose word has changed by time alone since the last call. */
    List<ProposalId> turned() {
        return updating.keySet().stream()
                .filter(key -> {
                    boolean[] changed = {false};
                    updating.computeIfPresent(key, (k, since) -> {
                        Status now = status(since);
                        changed[0] = now != since.shown();
                        return new Since(since.version(), since.at(), now);
                    });
                    return changed[0];
                })
                .toList();
    }

    private Status status(Since since) {
        Duration age = Duration.between(since.at(), clock.instant());
        if (age.compareTo(SENDING) < 0) {
            return Status.OPEN;
        }
        return age.compareTo(PENDING) < 0 ? Status.SENDING : Status.PENDING;
    }
}
