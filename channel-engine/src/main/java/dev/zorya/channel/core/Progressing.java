package dev.zorya.channel.core;

import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.value.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Our move in a disputed app channel is on its way to the judge, who takes it after the dispute's timeout, or at once where
 * execution is forced already.
 *
 * @param fact what the move follows
 * @param move signed by us alone: after the timeout nobody can register it any more, so it binds nobody but by the judge
 */
record Progressing(Live live, Registration fact, Authorised move) implements Disputed {
    @Override
    public Phase phase() {
        return Phase.PROGRESSING;
    }

    @Override
    public Optional<Registration> registration() {
        return Optional.of(fact);
    }

    List<Effect> pursue(Env env) {
        List<Effect> intents = new ArrayList<>();
        fact.known().ifPresent(from -> intents.add(Moving.submit(env, live, from, move)));
        intents.addAll(Watching.pursue(env, live, fact));
        return intents;
    }

    @Override
    public Transition neighbours(Env env, Instant now) {
        return env.family().isParentOver()
                ? lost(Concluding.withParent(env, live, Optional.of(fact), now))
                : resume(env, now);
    }

    @Override
    public Transition ended(Env env, Authorised end, Signature peer, List<Effect> answers, Instant now) {
        return Completion.disputed(live, end, peer, after -> new Progressing(after, fact, move), answers, now);
    }

    @Override
    public Transition resume(Env env, Instant now) {
        return Transition.to(this).then(pursue(env)).done();
    }

    @Override
    public Transition holdings(Env env, LedgerEvent.Holdings holdings, Instant now) {
        List<Effect> again = new ArrayList<>(Watching.register(env, live));
        pursue(env).stream().filter(effect -> !again.contains(effect)).forEach(again::add);
        return Transition.to(this).then(again).done();
    }

    @Override
    public Transition registered(Env env, LedgerEvent.Registered event, Instant now) {
        LedgerEvent.Registered shown = Registration.shown(env, event, move.state());
        Registration next = Registration.of(env, live, shown);
        if (fact.says(next)) {
            return resume(env, now);
        }
        Transition step = Watching.registered(env, live, Optional.of(fact), shown, now);
        return next.is(env, move.state()) ? done(step) : lost(step);
    }

    private Transition done(Transition step) {
        Transition.Builder told = Transition.to(step.next()).then(step.effects());
        move.orders().forEach(order -> told.notify(new Notice.Changed(order.id(), move.state())));
        return told.done();
    }

    private Transition lost(Transition step) {
        Transition.Builder told = Transition.to(step.next()).then(step.effects());
        move.orders().forEach(order -> told.notify(order.refused(Notice.Refusal.RULES, Reasons.OVERTAKEN)));
        return told.done();
    }

    @Override
    public Transition concluded(Env env, LedgerEvent.Concluded concluded, Instant now) {
        boolean ours = concluded.state() == null
                ? concluded.version() == move.version()
                : concluded.state().equals(move.state());
        return ours
                ? done(Concluding.begin(env, live, concluded, Optional.of(moved()), now))
                : lost(Concluding.begin(env, live, concluded, Optional.of(fact), now));
    }

    /** What is registered if nobody but us has moved. */
    private Registration moved() {
        return new Registration(
                        move.version(),
                        fact.stateHash(),
                        fact.timeout(),
                        LedgerEvent.Stage.FORCED_EXECUTION,
                        move.state(),
                        null,
                        fact.block())
                .after(Optional.of(fact));
    }
}
