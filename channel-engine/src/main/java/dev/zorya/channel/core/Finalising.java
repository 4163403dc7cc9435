package dev.zorya.channel.core;

import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.value.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Our final state is out. From here on the channel can only close: a final state wins over every version on the chain
 * (ONCHAIN.md 5), so nothing else may be signed beside it.
 */
record Finalising(Live live, Authorised staged) implements ChannelState {
    @Override
    public Phase phase() {
        return Phase.SIGNING;
    }

    @Override
    public Dossier dossier() {
        return live.dossier();
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
                : Transition.to(this)
                        .notify(new Notice.CloseDeclined(reject.reason()))
                        .done();
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
        return update.state().equals(live.state())
                ? Transition.to(this).then(List.of(live.answerAgain())).done()
                : refuse(update, Reasons.CLOSING);
    }

    @Override
    public Transition synced(Env env, ChannelSync sync, Instant now) {
        return Syncing.answer(live, phase(), now, l -> new Finalising(l, staged));
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
        return switch (timer) {
            case TURN -> again(env);
            case UPDATE ->
                Transition.to(this)
                        .then(again(env).effects())
                        .notify(new Notice.CloseUnanswered())
                        .done();
            case ANSWER, LEDGER -> Transition.stay(this);
        };
    }

    @Override
    public Transition connected(Env env, Instant now) {
        return again(env);
    }

    private Transition again(Env env) {
        List<Effect> effects = new ArrayList<>(messages());
        effects.add(new Effect.Schedule(Timer.UPDATE, env.limits().updateAnswer()));
        return new Transition(this, effects);
    }

    @Override
    public Transition concluded(Env env, LedgerEvent.Concluded concluded, Instant now) {
        return Withdrawing.begin(live.dossier(), live.terms(), live.current(), concluded);
    }
}
