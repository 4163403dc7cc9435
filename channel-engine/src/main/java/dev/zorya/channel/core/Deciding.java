package dev.zorya.channel.core;

import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.port.Question;
import dev.zorya.channel.value.Bytes;
import java.time.Instant;

/** The peer proposed an update that needs consent. Nothing is signed; after a crash the peer asks again. */
record Deciding(Live live, UpdateMessage.Update update, Bytes digest) implements InUse {
    @Override
    public Phase phase() {
        return Phase.ACTING;
    }

    /** Only the answer to this very question: a yes to something else must not pay for it. */
    @Override
    public Transition decided(Env env, Question question, Decision decision, Bytes nonceShare, Instant now) {
        if (!question.equals(Incoming.question(live, update.state()))) {
            return Transition.stay(this);
        }
        return switch (decision) {
            case Decision.Accept accept -> Completion.theirs(env, live, update, digest, now);
            case Decision.Decline decline -> decline(env, decline.reason(), now);
        };
    }

    @Override
    public Transition timedOut(Env env, Timer timer, Instant now) {
        return switch (timer) {
            case ANSWER -> decline(env, Reasons.UNDECIDED, now);
            case UPDATE, TURN, LEDGER -> Transition.stay(this);
        };
    }

    private Transition decline(Env env, String reason, Instant now) {
        Transition next = Outgoing.next(env, live, now).alone();
        return Transition.to(next.next())
                .then(refuse(update, reason).effects())
                .then(next.effects())
                .done();
    }

    @Override
    public Transition order(Env env, Order order, Instant now) {
        return Queue.join(env, live, order, this, longer -> Transition.stay(new Deciding(longer, update, digest)));
    }

    @Override
    public Transition close(Env env, Instant now) {
        return Closing.order(live, this, wish -> Transition.stay(new Deciding(wish, update, digest)));
    }

    /** Sent again while the person thinks: the first question stands. */
    @Override
    public Transition update(Env env, UpdateMessage.Update again, Instant now) {
        if (again.state().equals(update.state())) {
            return Transition.stay(this);
        }
        return live.behind(again)
                .map(effects -> new Transition(this, effects))
                .orElseGet(() -> refuse(again, Reasons.BUSY));
    }

    /** The peer signed something older of ours after all; what it asked for stands behind that and is void. */
    @Override
    public Transition accepted(Env env, UpdateMessage.Accept accept, Instant now) {
        return Completion.late(env, live, accept.version(), accept.signature(), now)
                .orElseGet(() -> Transition.stay(this));
    }

    @Override
    public Transition synced(Env env, ChannelSync sync, Instant now) {
        return Completion.late(env, live, sync, now)
                .orElseGet(() -> Syncing.answer(live, phase(), now, l -> new Deciding(l, update, digest)));
    }

    @Override
    public Transition connected(Env env, Instant now) {
        return new Transition(this, live.opening());
    }

    @Override
    public Transition requested(Extension.PaymentRequest request) {
        return live.heard(this, request);
    }
}
