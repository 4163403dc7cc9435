package dev.zorya.channel.core;

import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.UpdateMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Both can pay; nothing of ours is outstanding, though older things of ours may be in doubt. */
record Open(Live live) implements InUse {
    @Override
    public Phase phase() {
        return Phase.ACTING;
    }

    @Override
    public Transition neighbours(Env env, Instant now) {
        if (env.family().isParentOver() || env.family().isParentDisputed()) {
            return InUse.super.neighbours(env, now);
        }
        if (env.family().due(live).isEmpty()) {
            return Transition.stay(this);
        }
        return live.heat() == 0 && live.authorised().isEmpty()
                ? Outgoing.next(env, live, now).alone()
                : Transition.to(this).schedule(Timer.TURN, Live.YIELD).done();
    }

    @Override
    public Transition order(Env env, Order order, Instant now) {
        return Queue.join(env, live, order, this, longer -> {
            if (live.heat() == 0 && live.authorised().isEmpty()) {
                return Outgoing.next(env, longer, now).alone();
            }
            Transition.Builder step = Transition.to(new Open(longer));
            return live.queue().isEmpty()
                    ? step.schedule(Timer.TURN, Live.YIELD).done()
                    : step.done();
        });
    }

    @Override
    public Transition close(Env env, Instant now) {
        return Closing.order(live, this, wish -> Outgoing.next(env, wish, now).alone());
    }

    @Override
    public Transition timedOut(Env env, Timer timer, Instant now) {
        return switch (timer) {
            case TURN -> Outgoing.next(env, live, now).alone();
            case ANSWER, UPDATE, LEDGER -> Transition.stay(this);
        };
    }

    @Override
    public Transition update(Env env, UpdateMessage.Update update, Instant now) {
        return Incoming.receive(env, this, update, now);
    }

    /** A late answer to something we had given up waiting for: it counts (safety rule 2, OFFCHAIN.md 7.3). */
    @Override
    public Transition accepted(Env env, UpdateMessage.Accept accept, Instant now) {
        return Completion.late(env, live, accept.version(), accept.signature(), now)
                .orElseGet(() -> Transition.stay(this));
    }

    @Override
    public Transition synced(Env env, ChannelSync sync, Instant now) {
        return Completion.late(env, live, sync, now).orElseGet(() -> Syncing.answer(live, phase(), now, Open::new));
    }

    @Override
    public Transition noted(Extension.PaymentNotes notes) {
        return Transition.to(new Open(live.withNotes(notes))).done();
    }

    @Override
    public Transition requested(Extension.PaymentRequest request) {
        return live.heard(this, request);
    }

    /** A connection follows after every restart, and then the peer is asked where it stands. */
    @Override
    public Transition resume(Env env, Instant now) {
        return takeUp(env, this, live.opening());
    }

    @Override
    public Transition connected(Env env, Instant now) {
        List<Effect> messages = new ArrayList<>(live.opening());
        messages.add(Syncing.ask(live, phase()));
        return takeUp(env, new Open(live.withSyncAnswered(now)), messages);
    }

    private Transition takeUp(Env env, Open next, List<Effect> messages) {
        Transition.Builder step = Transition.to(next).then(messages);
        return live.isWaiting() || env.family().due(live).isPresent()
                ? step.schedule(Timer.TURN, live.turn()).done()
                : step.done();
    }
}
