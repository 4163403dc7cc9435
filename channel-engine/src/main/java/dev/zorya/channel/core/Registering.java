package dev.zorya.channel.core;

import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.value.Signature;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Our newest state is on its way to the judge, by our own wish or because the channel around this one is disputed; nothing
 * registered was seen yet.
 */
record Registering(Live live) implements Disputed {
    @Override
    public Phase phase() {
        return Phase.REGISTERING;
    }

    @Override
    public Transition neighbours(Env env, Instant now) {
        return env.family().isParentOver()
                ? Concluding.withParent(env, live, Optional.empty(), now)
                : Transition.stay(this);
    }

    @Override
    public Transition ended(Env env, Authorised end, Signature peer, List<Effect> answers, Instant now) {
        return Completion.ours(env, live, end, peer, answers, now);
    }

    @Override
    public Transition resume(Env env, Instant now) {
        return Transition.to(this).then(Watching.register(env, live)).done();
    }

    @Override
    public Transition registered(Env env, LedgerEvent.Registered event, Instant now) {
        return Watching.registered(env, live, Optional.empty(), event, now);
    }

    @Override
    public Transition concluded(Env env, LedgerEvent.Concluded concluded, Instant now) {
        return Concluding.begin(env, live, concluded, Optional.empty(), now);
    }
}
