package dev.zorya.channel.core;

import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.value.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Our update is out and not answered. It stands in {@code live.authorised} too: from here on the peer can enforce it.
 *
 * @param attempts how often it was sent again after a deadline
 */
record Updating(Live live, Authorised staged, int attempts) implements ChannelState {
    private static final int MAX_BACKOFF = 5;
    /** Even the neutral version was refused: the peer is busy with something longer. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    @Override
    public Phase phase() {
        return Phase.SIGNING;
    }

    @Override
    public Dossier dossier() {
        return live.dossier();
    }

    /** The update, and before it what it means if the peer understands that. */
    List<Effect> messages() {
        List<Effect> messages = new ArrayList<>();
        if (live.dossier().extensions() && !staged.payments().isEmpty()) {
            List<Extension.Note> notes = staged.payments().stream()
                    .map(p -> new Extension.Note(p.id(), p.asset(), p.amount(), p.memo(), p.request()))
                    .toList();
            messages.add(new Effect.Send(new Extension.PaymentNotes(live.terms().id(), staged.version(), notes)));
        }
        messages.add(new Effect.Send(Outgoing.message(live, staged)));
        return messages;
    }

    @Override
    public Transition accepted(Env env, UpdateMessage.Accept accept, Instant now) {
        return live.answered(env, accept)
                .map(signed -> Completion.ours(env, live, signed, accept.signature(), List.of(), now))
                .orElseGet(() -> Transition.stay(this));
    }

    /** The signature for what they refused is out, so the payments stay pending until a later version is signed (rule 2). */
    @Override
    public Transition rejected(Env env, UpdateMessage.Reject reject, Instant now) {
        if (reject.version() != staged.version()) {
            return Transition.stay(this);
        }
        boolean retry = reject.reason().equals(Reasons.BUSY);
        List<Payment> queue = new ArrayList<>(retry ? staged.payments() : List.of());
        live.queue().stream().filter(p -> !queue.contains(p)).forEach(queue::add);
        Live after = live.with(decided(retry), queue);
        Transition.Builder step = Transition.to(new Open(after)).persist();
        if (!reject.reason().equals(Reasons.CLOSING)) {
            step.schedule(Timer.TURN, staged.payments().isEmpty() ? PATIENCE : after.turn());
        }
        if (!retry) {
            staged.payments().forEach(p -> step.notify(new Notice.PaymentDeclined(p.id(), reject.reason())));
        }
        return step.done();
    }

    private List<Authorised> decided(boolean retry) {
        return live.authorised().stream()
                .map(a -> a.state().equals(staged.state())
                        ? a.with(retry ? Authorised.Afterwards.RETRY : Authorised.Afterwards.CANCEL)
                        : a)
                .toList();
    }

    /** Both proposed at once. The same state from both sides is agreement; anything else is refused (safety rule 3). */
    @Override
    public Transition update(Env env, UpdateMessage.Update update, Instant now) {
        if (update.state().equals(staged.state())) {
            return agreed(env, update.signature(), now);
        }
        return update.state().equals(live.state())
                ? Transition.to(this).then(List.of(live.answerAgain())).done()
                : new Transition(
                        new Updating(live.crossed(), staged, attempts),
                        refuse(update, Reasons.BUSY).effects());
    }

    private Transition agreed(Env env, Signature peer, Instant now) {
        List<Effect> answer =
                List.of(new Effect.Send(new UpdateMessage.Accept(live.state().id(), staged.version(), staged.own())));
        return live.peerSigned(env, staged.digest(), peer)
                ? Completion.ours(env, live, staged, peer, answer, now)
                : Transition.stay(this);
    }

    @Override
    public Transition timedOut(Env env, Timer timer, Instant now) {
        return switch (timer) {
            case UPDATE -> {
                Transition.Builder step = Transition.to(new Updating(live, staged, attempts + 1))
                        .then(messages())
                        .schedule(Timer.UPDATE, backoff(env));
                if (attempts == 0) {
                    staged.payments().forEach(p -> step.notify(new Notice.PaymentUnanswered(p.id())));
                }
                yield step.done();
            }
            case ANSWER, TURN, LEDGER -> Transition.stay(this);
        };
    }

    private Duration backoff(Env env) {
        return env.limits().updateAnswer().multipliedBy(1L << Math.min(attempts + 1, MAX_BACKOFF));
    }

    /** Exactly the same state again: it recovers a late or lost answer (safety rule 2). */
    @Override
    public Transition connected(Env env, Instant now) {
        return Transition.to(this)
                .then(messages())
                .schedule(Timer.UPDATE, env.limits().updateAnswer())
                .done();
    }

    @Override
    public Transition pay(Env env, Payment payment, Instant now) {
        return Queue.refusal(env, live, payment)
                .map(refusal -> Transition.to(this).notify(refusal).done())
                .orElseGet(() -> Transition.stay(new Updating(live.enqueue(payment), staged, attempts)));
    }

    @Override
    public Transition close(Env env, Instant now) {
        return Transition.stay(new Updating(live.withWish(Live.Wish.CLOSE), staged, attempts));
    }

    /** Our answer got lost, theirs comes inside the sync (OFFCHAIN.md 7.7). */
    @Override
    public Transition synced(Env env, ChannelSync sync, Instant now) {
        var shown = sync.current();
        if (shown != null && shown.state().equals(staged.state())) {
            Signature peer = shown.signatures().get(live.dossier().peerIndex());
            if (peer != null && live.peerSigned(env, staged.digest(), peer)) {
                return Completion.ours(env, live, staged, peer, List.of(), now);
            }
        }
        return Syncing.answer(live, phase(), now, l -> new Updating(l, staged, attempts));
    }

    @Override
    public Transition noted(Extension.PaymentNotes notes) {
        return Transition.to(new Updating(live.withNotes(notes), staged, attempts))
                .done();
    }

    @Override
    public Transition concluded(Env env, LedgerEvent.Concluded concluded, Instant now) {
        return Withdrawing.begin(live.dossier(), live.terms(), live.current(), concluded);
    }
}
