package dev.zorya.channel.core;

import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerEvent.Stage;
import dev.zorya.channel.value.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The channel is before the judge, by whoever's doing. What we can refute is being refuted, what stands will be concluded; the
 * person has to do nothing, unless an app has moves left.
 *
 * @param fact what is registered; it may be unknown to us, and then only the peer can conclude it
 */
record Registered(Live live, Registration fact) implements Disputed {
    @Override
    public Phase phase() {
        return switch (fact.stage()) {
            case DISPUTE -> Phase.REGISTERED;
            case FORCED_EXECUTION -> Phase.PROGRESSED;
        };
    }

    @Override
    public Optional<Registration> registration() {
        return Optional.of(fact);
    }

    /** A child was registered, or moved on: what there is to refute or to conclude may be another tree now. */
    @Override
    public Transition neighbours(Env env, Instant now) {
        return env.family().isParentOver()
                ? Concluding.withParent(env, live, Optional.of(fact), now)
                : resume(env, now);
    }

    @Override
    public Transition ended(Env env, Authorised end, Signature peer, List<Effect> answers, Instant now) {
        return Completion.disputed(live, end, peer, after -> new Registered(after, fact), answers, now);
    }

    @Override
    public Transition resume(Env env, Instant now) {
        return Transition.to(this).then(Watching.pursue(env, live, fact)).done();
    }

    @Override
    public Transition registered(Env env, LedgerEvent.Registered event, Instant now) {
        LedgerEvent.Registered shown =
                fact.known().map(state -> Registration.shown(env, event, state)).orElse(event);
        return fact.says(Registration.of(env, live, shown))
                ? resume(env, now)
                : Watching.registered(env, live, Optional.of(fact), shown, now);
    }

    /**
     * The ledger may show nothing registered any more: a reorganisation. The peer's may come back elsewhere, so ours goes in
     * again, and what is registered then is reported anew. Not where the peer's was newer than ours: with an older one no dispute
     * is begun (safety rule 10).
     */
    @Override
    public Transition holdings(Env env, LedgerEvent.Holdings holdings, Instant now) {
        if (fact.stage() == Stage.DISPUTE
                && Long.compareUnsigned(fact.version(), live.state().version()) > 0) {
            return resume(env, now);
        }
        List<Effect> again = new ArrayList<>(Watching.register(env, live));
        Watching.pursue(env, live, fact).stream()
                .filter(effect -> !again.contains(effect))
                .forEach(again::add);
        return Transition.to(this).then(again).done();
    }

    @Override
    public Transition concluded(Env env, LedgerEvent.Concluded concluded, Instant now) {
        return Concluding.begin(env, live, concluded, Optional.of(fact), now);
    }

    @Override
    public Transition progress(Env env, Change change, Instant now) {
        return Moving.begin(env, this, change, now);
    }
}
