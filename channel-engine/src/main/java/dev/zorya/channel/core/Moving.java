package dev.zorya.channel.core;

import dev.zorya.channel.port.Intent;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Forced execution (ONCHAIN.md 5, progress): an app goes on without the peer. */
final class Moving {
    private Moving() {}

    /** The person or the application moves from what is registered. */
    static Transition begin(Env env, Registered at, Change change, Instant now) {
        Live live = at.live();
        Optional<State> from = at.fact().known().filter(state -> !at.fact().isRefutedBy(live.state()));
        if (from.isEmpty()) {
            return refuse(at, change, "what is registered is not what it would follow");
        }
        Optional<Change.Next> wanted;
        try {
            wanted = change.step().from(from.get());
        } catch (RuntimeException e) {
            // an application's fault must not keep the guard from its work
            return refuse(at, change, "the application failed: " + e.getMessage());
        }
        if (wanted.isEmpty()) {
            return refuse(at, change, "it does not fit the registered state");
        }
        Change.Next next = wanted.get();
        if (next.balances().assets() != from.get().balances().assets()) {
            return refuse(at, change, "balances for another number of assets");
        }
        State to = new State(
                from.get().id(),
                from.get().version() + 1,
                from.get().allocation().withBalances(next.balances()),
                next.last(),
                from.get().app(),
                next.data());
        Optional<String> refusal = refusal(env, live, from.get(), to);
        return refusal.isPresent()
                ? refuse(at, change, refusal.get())
                : submit(env, at, from.get(), live.sign(env, to, List.of(change)), now);
    }

    private static Optional<String> refusal(Env env, Live live, State from, State to) {
        return from.app().equals(App.NONE)
                ? Optional.of("a channel without an app cannot go on alone")
                : StateRules.update(env.apps(), live.terms().params(), from, to, live.own())
                        .or(() -> StateRules.data(env.limits(), to));
    }

    private static Transition submit(Env env, Registered at, State from, Authorised move, Instant now) {
        Progressing next = new Progressing(at.live(), at.fact(), move);
        return Transition.to(next)
                .persist(
                        List.of(),
                        Journal.line(
                                now,
                                "PROGRESSING",
                                move.version(),
                                "from=" + Long.toUnsignedString(from.version()) + " not before "
                                        + at.fact().timeout()))
                .then(next.pursue(env))
                .notify(new Notice.Disputed(DisputeSnapshot.of(next)))
                .done();
    }

    private static Transition refuse(Registered at, Change change, String reason) {
        return Transition.to(at)
                .notify(change.refused(Notice.Refusal.RULES, reason))
                .done();
    }

    static Effect submit(Env env, Live live, State from, Authorised move) {
        return new Effect.Submit(new Intent.Progress(
                env.family().root().orElse(live.terms().id()),
                live.terms().params(),
                from,
                move.state(),
                live.own(),
                move.own()));
    }
}
