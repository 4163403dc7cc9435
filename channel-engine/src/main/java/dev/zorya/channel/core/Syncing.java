package dev.zorya.channel.core;

import dev.zorya.channel.message.ChannelSync;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** ChannelSync (OFFCHAIN.md 7.7): asked after a reconnect, answered once in a few seconds, so that two cannot keep each other busy. */
final class Syncing {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private Syncing() {}

    /** What comes back is an answer and gets none: {@link Live#withSyncAnswered} goes with it. */
    static Effect ask(Live live, Phase phase) {
        return new Effect.Send(new ChannelSync(phase.number(), live.current()));
    }

    static Transition answer(Live live, Phase phase, Instant now, Function<Live, ChannelState> same) {
        return now.isBefore(live.syncAnswered().plus(PAUSE))
                ? Transition.stay(same.apply(live))
                : Transition.to(same.apply(live.withSyncAnswered(now)))
                        .send(new ChannelSync(phase.number(), live.current()))
                        .done();
    }
}
