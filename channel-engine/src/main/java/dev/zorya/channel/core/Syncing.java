package dev.zorya.channel.core;

import dev.zorya.channel.message.ChannelSync;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** Answers to ChannelSync (OFFCHAIN.md 7.7): one in a few seconds, so that two answerers cannot keep each other busy. */
final class Syncing {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private Syncing() {}

    static Transition answer(Live live, Phase phase, Instant now, Function<Live, ChannelState> same) {
        return now.isBefore(live.syncAnswered().plus(PAUSE))
                ? Transition.stay(same.apply(live))
                : Transition.to(same.apply(live.withSyncAnswered(now)))
                        .send(new ChannelSync(phase.number(), live.current()))
                        .done();
    }
}
