package dev.zorya.channel.core;

import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.UpdateMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Our update is out and not answered. It stands in {@code live.authorised} too: from here on the peer can enforce it.
 *
 * @param attempts how often it was sent again after a deadline
 */
record Updating(Live live, Authorised staged, int attempts) implements InUse {
    private static final int MAX_BACKOFF = 5;

    @Override
    public Phase phase() {
        return Phase.SIGNING;
    }

    /** The update, and before it what it means if the peer understands that. */
    List<Effect> messages() {
        List<Effect> messages = new ArrayList<>();
        if (live.dossier().extensions() && !staged.payments().isEmpty()) {
            List<Extension.Note> notes =
                    staged.payments().stream().map(Payment::note).toList();
            messages.add(new Effect.Send(new Extension.PaymentNotes(live.terms().id(), staged.version(), notes)));
        }
        messages.add(new Effect.Send(Outgoing.message(live, staged)));
        return messages;
    }

    @Override
    public Transition accepted(Env env, UpdateMessage.Accept accept, Instant now) {
        return Completion.late(env, live, accept.version(), accept.signature(), now)
                .orElseGet(() -> Transition.stay(this));
    }

    /** The signature for what they refused is out, so the payments stay pending until a later version is signed (rule 2). */
    @Override
    public Transition rejected(Env env, UpdateMessage.Reject reject, Instant now) {
        if (reject.version() != staged.version()) {
            return Transition.stay(this);
        }
        if (reject.reason().equals(Reasons.CLOSING)) {
            return closing();
        }
        if (staged.orders().isEmpty() && live.isNeutral(staged.state())) {
            return Transition.to(new Open(live.refused()))
                    .schedule(Timer.TURN, live.patience())
                    .done();
        }
        boolean retry = reject.reason().equals(Reasons.BUSY);
        List<Order> queue = new ArrayList<>(retry ? staged.orders() : List.of());
        live.queue().stream().filter(o -> !queue.contains(o)).forEach(queue::add);
        Live after = live.with(decided(retry), queue);
        Duration pause = after.turn();
        if (!retry && Locks.differ(live.state(), staged.state())) {
            after = after.refused();
            pause = after.patience();
        }
        Transition.Builder step = Transition.to(new Open(after)).persist().schedule(Timer.TURN, pause);
        if (!retry) {
            declined(step, reject.reason());
        }
        return step.done();
    }

    /** The peer has signed a final state and can sign nothing else; its proposal of it comes again by itself. */
    private Transition closing() {
        Live after = live.with(decided(false), List.of());
        Transition.Builder step = Transition.to(new Open(after)).persist();
        declined(step, Reasons.CLOSING);
        live.queue().stream()
                .filter(o -> !staged.orders().contains(o))
                .forEach(o -> step.notify(
                        live.isSigned(o)
                                ? o.declined(Reasons.CLOSING)
                                : o.refused(Notice.Refusal.NOT_OPEN, Reasons.CLOSING)));
        return step.done();
    }

    private void declined(Transition.Builder step, String reason) {
        String clean = Reasons.clean(reason);
        staged.orders().forEach(o -> step.notify(o.declined(clean)));
    }

    /** Also for older states with the same orders, or a restart would try again what was declined. */
    private List<Authorised> decided(boolean retry) {
        return live.authorised().stream()
                .map(a -> !a.state().equals(staged.state()) && Collections.disjoint(a.orders(), staged.orders())
                        ? a
                        : a.with(retry ? Authorised.Afterwards.RETRY : Authorised.Afterwards.CANCEL))
                .toList();
    }

    /** Both proposed at once. The same state from both sides is agreement; anything else is refused (safety rule 3). */
    @Override
    public Transition update(Env env, UpdateMessage.Update update, Instant now) {
        if (update.state().equals(staged.state()) && live.peerSigned(env, staged.digest(), update.signature())) {
            return Completion.agreed(env, live, staged, update.signature(), now);
        }
        return live.behind(update)
                .map(effects -> new Transition(this, effects))
                .orElseGet(() -> new Transition(
                        new Updating(live.crossed(), staged, attempts),
                        refuse(update, Reasons.BUSY).effects()));
    }

    @Override
    public Transition timedOut(Env env, Timer timer, Instant now) {
        return switch (timer) {
            case UPDATE -> attempts == 0 ? unanswered(env) : again(env, now);
            case ANSWER, TURN, LEDGER -> Transition.stay(this);
        };
    }

    /** Whoever waits is told; what only waits in the queue is given up, because nobody knows for how long it would. */
    private Transition unanswered(Env env) {
        Transition.Builder step = Transition.to(new Updating(live.withoutUnsigned(), staged, 1))
                .then(messages())
                .schedule(Timer.UPDATE, backoff(env));
        staged.orders().forEach(o -> step.notify(o.unanswered()));
        live.queue().stream().filter(o -> !live.isSigned(o)).forEach(o -> step.notify(silent(o)));
        return closeUnanswered(step).done();
    }

    /** With a sync: it brings a go-perun peer out of a half-done update, and its answer shows what we missed (OFFCHAIN.md 7.7). */
    private Transition again(Env env, Instant now) {
        Transition.Builder step = Transition.to(new Updating(live.withSyncAnswered(now), staged, attempts + 1))
                .then(messages())
                .then(List.of(Syncing.ask(live, phase())))
                .schedule(Timer.UPDATE, backoff(env));
        return closeUnanswered(step).done();
    }

    private Transition.Builder closeUnanswered(Transition.Builder step) {
        return live.wish() == Live.Wish.CLOSE ? step.notify(new Notice.CloseUnanswered()) : step;
    }

    private static Notice silent(Order order) {
        return order.refused(Notice.Refusal.NO_ANSWER, "the other side does not answer at the moment");
    }

    private Duration backoff(Env env) {
        return env.limits().updateAnswer().multipliedBy(1L << Math.min(attempts + 1, MAX_BACKOFF));
    }

    /** Exactly the same state again: it recovers a late or lost answer (safety rule 2). */
    @Override
    public Transition connected(Env env, Instant now) {
        return Transition.to(new Updating(live, staged, 0))
                .then(live.opening())
                .then(messages())
                .schedule(Timer.UPDATE, env.limits().updateAnswer())
                .done();
    }

    @Override
    public Transition order(Env env, Order order, Instant now) {
        return attempts > 0 && !Queue.isKnown(live, order)
                ? Transition.to(this).notify(silent(order)).done()
                : Queue.join(env, live, order, this, longer -> Transition.stay(new Updating(longer, staged, attempts)));
    }

    @Override
    public Transition close(Env env, Instant now) {
        return Closing.order(live, this, wish -> Transition.stay(new Updating(wish, staged, attempts)));
    }

    /** Our answer got lost, theirs comes inside the sync (OFFCHAIN.md 7.7). */
    @Override
    public Transition synced(Env env, ChannelSync sync, Instant now) {
        return Completion.late(env, live, sync, now)
                .orElseGet(() -> Syncing.answer(live, phase(), now, l -> new Updating(l, staged, attempts)));
    }

    @Override
    public Transition noted(Extension.PaymentNotes notes) {
        return Transition.to(new Updating(live.withNotes(notes), staged, attempts))
                .done();
    }

    @Override
    public Transition requested(Extension.PaymentRequest request) {
        return live.heard(this, request);
    }
}
