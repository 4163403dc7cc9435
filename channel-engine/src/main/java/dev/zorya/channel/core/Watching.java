package dev.zorya.channel.core;

import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.value.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The guard of a channel (safety rule 8), whatever phase it is in. It needs no peer and no clock: what can be refuted is
 * refuted, what is registered is concluded, and the ledger carries both out in block time. Nothing counts on hearing a fact
 * once only; every time it is heard, the same intents are handed over again.
 */
final class Watching {
    private Watching() {}

    /** The person does not wait for the peer any longer; also how a deposit comes back that was never matched. */
    static Transition alone(Env env, ChannelState same, Live live, Instant now) {
        if (live.dossier().isSub()) {
            return Transition.to(same)
                    .notify(new Notice.CloseRefused("it ends together with the channel around it; close that"))
                    .done();
        }
        Live quiet = live.with(live.authorised(), List.of());
        Registering next = new Registering(quiet);
        Transition.Builder step = Transition.to(next)
                .persist(
                        List.of(), Journal.line(now, "REGISTERING", live.state().version(), "alone"))
                .then(register(env, quiet))
                .notify(new Notice.Disputed(DisputeSnapshot.of(next)));
        refuseWaiting(step, live);
        return step.done();
    }

    /** The channel around this one is before the judge, and this one with it. */
    static Transition withParent(Live live, Instant now) {
        Registering next = new Registering(live.with(live.authorised(), List.of()));
        Transition.Builder step = Transition.to(next)
                .persist(
                        List.of(), Journal.line(now, "REGISTERING", live.state().version(), "with=parent"));
        refuseWaiting(step, live);
        return step.done();
    }

    /** The ledger reports a registration for a channel that was in use, or in another dispute. */
    static Transition registered(Env env, Live live, LedgerEvent.Registered event, Instant now) {
        return registered(env, live, Optional.empty(), event, now);
    }

    /** @param before what was registered until now, as far as we know */
    static Transition registered(
            Env env, Live live, Optional<Registration> before, LedgerEvent.Registered event, Instant now) {
        Registration fact = Registration.of(env, live, event).after(before);
        Registered next = new Registered(live.with(live.authorised(), List.of()), fact);
        Transition.Builder step = Transition.to(next)
                .persist(
                        List.of(),
                        Journal.line(
                                event.time(), word(before, fact), event.version(), details(env, live, before, fact)))
                .then(pursue(env, live, fact))
                .notify(new Notice.Disputed(DisputeSnapshot.of(next)));
        refuseWaiting(step, live);
        return step.done();
    }

    private static String word(Optional<Registration> before, Registration fact) {
        return switch (fact.stage()) {
            case FORCED_EXECUTION -> "PROGRESSED";
            case DISPUTE ->
                before.filter(old -> Long.compareUnsigned(old.version(), fact.version()) < 0)
                                .isPresent()
                        ? "REFUTED"
                        : "REGISTERED";
        };
    }

    private static String details(Env env, Live live, Optional<Registration> before, Registration fact) {
        String rules = before.flatMap(Registration::known)
                .flatMap(from -> against(env, live, from, fact))
                .map(reason -> " against the rules: " + reason)
                .orElse("");
        return "ours=" + Long.toUnsignedString(live.state().version()) + " timeout=" + fact.timeout() + " block="
                + fact.block() + " state=0x" + fact.stateHash() + (fact.state() == null ? " unknown" : "") + rules;
    }

    /** The ledger's app has the last word over a move of the peer; where ours would not have taken it, people should know. */
    private static Optional<String> against(Env env, Live live, State from, Registration fact) {
        return switch (fact.stage()) {
            case DISPUTE -> Optional.empty();
            case FORCED_EXECUTION ->
                fact.known()
                        .filter(to -> to.version() == from.version() + 1)
                        .flatMap(to -> env.apps()
                                .transition(
                                        live.terms().params(),
                                        from,
                                        to,
                                        live.dossier().peerIndex())
                                .flatMap(reason ->
                                        env.apps().transition(live.terms().params(), from, to, live.own())));
        };
    }

    /**
     * What the root of a tree has to hand over: the refutation where anything of the tree is behind what we can prove, and the
     * conclusion with what is registered. Both at once: when the one can happen, the other cannot.
     */
    static List<Effect> pursue(Env env, Live live, Registration fact) {
        List<Effect> intents = new ArrayList<>();
        if (live.dossier().isSub()) {
            return intents;
        }
        var best = Evidence.best(live, fact);
        if (live.state().isFinal()) {
            intents.add(end(live));
        } else if (fact.isRefutedBy(live.state()) || Evidence.isChildBehind(env, best.state())) {
            Evidence.register(env, live.terms(), best).ifPresent(intent -> intents.add(new Effect.Submit(intent)));
        }
        fact.known()
                .flatMap(state -> Evidence.conclude(env, live.terms(), state))
                .ifPresent(intent -> intents.add(new Effect.Submit(intent)));
        return intents;
    }

    /** A final state is concluded without being registered, and wins over whatever is (ONCHAIN.md 5). */
    private static Effect end(Live live) {
        return new Effect.Submit(new Intent.ConcludeFinal(live.terms().params(), live.current()));
    }

    /** Our newest tree, for a ledger that shows nothing registered. */
    static List<Effect> register(Env env, Live live) {
        if (live.dossier().isSub()) {
            return List.of();
        }
        return live.state().isFinal()
                ? List.of(end(live))
                : Evidence.register(env, live.terms(), live.current())
                        .<List<Effect>>map(intent -> List.of(new Effect.Submit(intent)))
                        .orElse(List.of());
    }

    private static void refuseWaiting(Transition.Builder step, Live live) {
        live.queue().stream()
                .filter(order -> !live.isSigned(order))
                .forEach(order -> step.notify(order.refused(Notice.Refusal.NOT_OPEN, Reasons.DISPUTED)));
    }
}
