package dev.zorya.channel.core;

import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.UpdateMessage;
import java.time.Instant;

/**
 * What the phases of a dispute share: the ledger decides now, so the peer is only listened to where it signs our final state,
 * which ends every dispute. What the two had in doubt stays in doubt until then.
 */
sealed interface Disputed extends ChannelState permits Registering, Registered, Progressing {
    Live live();

    @Override
    default Dossier dossier() {
        return live().dossier();
    }

    @Override
    default boolean isDisputed() {
        return true;
    }

    @Override
    default Transition connected(Env env, Instant now) {
        return Transition.stay(this);
    }

    @Override
    default Transition order(Env env, Order order, Instant now) {
        return Transition.to(this)
                .notify(order.refused(Notice.Refusal.NOT_OPEN, Reasons.DISPUTED))
                .done();
    }

    /** It is closing: whoever asks for that hears so. */
    @Override
    default Transition close(Env env, Instant now) {
        return Transition.stay(this);
    }

    @Override
    default Transition closeAlone(Env env, Instant now) {
        return Transition.stay(this);
    }

    @Override
    default Transition accepted(Env env, UpdateMessage.Accept accept, Instant now) {
        return Watching.completed(env, live(), accept.version(), accept.signature(), now)
                .orElseGet(() -> Transition.stay(this));
    }

    @Override
    default Transition update(Env env, UpdateMessage.Update update, Instant now) {
        return Watching.completed(env, live(), update, now).orElseGet(() -> refuse(update, Reasons.DISPUTED));
    }

    @Override
    default Transition synced(Env env, ChannelSync sync, Instant now) {
        return live().answerIn(sync)
                .flatMap(peer -> Watching.completed(env, live(), live().nextVersion(), peer, now))
                .orElseGet(() -> Transition.stay(this));
    }
}
