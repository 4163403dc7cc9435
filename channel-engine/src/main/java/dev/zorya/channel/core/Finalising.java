package dev.zorya.channel.core;

import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.value.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Our final state is out. From here on the channel can only close: a final state wins over every version on the chain
 * (ONCHAIN.md 5), so nothing else may be signed beside it.
 */
record Finalising(Live live, Authorised staged, Standing standing) implements InUse {
    enum Standing {
        /** The peer is asked, again and again until it answers. */
        ASKED,
        /** It said no. It is not bothered again before the person here wants that. */
        DECLINED
    }

    @Override
    public Phase phase() {
        return Phase.SIGNING;
    }

    List<Effect> messages() {
        return List.of(new Effect.Send(Outgoing.message(live, staged)));
    }

    @Override
    public Transition accepted(Env env, UpdateMessage.Accept accept, Instant now) {
        return accept.version() == staged.version()
                ? complete(env, accept.signature(), List.of(), now)
                : Transition.stay(this);
    }

    @Override
    public Transition rejected(Env env, UpdateMessage.Reject reject, Instant now) {
        if (reject.version() != staged.version()) {
            return Transition.stay(this);
        }
        return reject.reason().equals(Reasons.BUSY)
                ? Transition.to(this).schedule(Timer.TURN, live.turn()).done()
                : Transition.to(new Finalising(live, staged, Standing.DECLINED))
                        .then(declined(Reasons.clean(reject.reason())))
                        .done();
    }

    private List<Effect> declined(String reason) {
        List<Effect> told = new ArrayList<>();
        staged.orders().forEach(order -> told.add(new Effect.Notify(order.declined(reason))));
        told.add(new Effect.Notify(new Notice.CloseDeclined(reason)));
        return told;
    }

    /** Both close at once: the same final state from both sides is agreement. */
    @Override
    public Transition update(Env env, UpdateMessage.Update update, Instant now) {
        if (update.state().equals(staged.state())) {
            return complete(
                    env,
                    update.signature(),
                    List.of(new Effect.Send(
                            new UpdateMessage.Accept(update.channelId(), update.version(), staged.own()))),
                    now);
        }
        return live.behind(update)
                .map(effects -> new Transition(this, effects))
                .orElseGet(() -> refuse(update, Reasons.CLOSING));
    }

    @Override
    public Transition synced(Env env, ChannelSync sync, Instant now) {
        var answer = live.answerIn(sync);
        return answer.isPresent() && live.peerSigned(env, staged.digest(), answer.get())
                ? Completion.ours(env, live, staged, answer.get(), List.of(), now)
                : Syncing.answer(live, phase(), now, l -> new Finalising(l, staged, standing));
    }

    private Transition complete(Env env, Signature peer, List<Effect> answers, Instant now) {
        return live.peerSigned(env, staged.digest(), peer)
                ? Completion.ours(env, live, staged, peer, answers, now)
                : Transition.stay(this);
    }

    @Override
    public Transition close(Env env, Instant now) {
        return again(env);
    }

    @Override
    public Transition timedOut(Env env, Timer timer, Instant now) {
        if (standing == Standing.DECLINED) {
            return Transition.stay(this);
        }
        return switch (timer) {
            case TURN -> again(env);
            case UPDATE ->
                Transition.to(this)
                        .then(again(env).effects())
                        .then(unanswered())
                        .done();
            case ANSWER, LEDGER -> Transition.stay(this);
        };
    }

    @Override
    public Transition connected(Env env, Instant now) {
        return switch (standing) {
            case ASKED -> again(env);
            case DECLINED -> Transition.stay(this);
        };
    }

    private List<Effect> unanswered() {
        List<Effect> told = new ArrayList<>();
        staged.orders().forEach(order -> told.add(new Effect.Notify(order.unanswered())));
        told.add(new Effect.Notify(new Notice.CloseUnanswered()));
        return told;
    }

    private Transition again(Env env) {
        return Transition.to(new Finalising(live, staged, Standing.ASKED))
                .then(live.opening())
                .then(messages())
                .schedule(Timer.UPDATE, env.limits().updateAnswer())
                .done();
    }
}
