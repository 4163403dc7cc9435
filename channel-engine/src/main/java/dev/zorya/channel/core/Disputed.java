package dev.zorya.channel.core;

import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.value.Signature;
import java.time.Instant;
import java.util.List;

/**
 * What the phases of a dispute share: the ledger decides now, so the peer is only listened to where it signs our final state.
 * What the two had in doubt stays in doubt until the ledger has spoken.
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

    /**
     * The peer signed our final state, which the judge prefers to any version (ONCHAIN.md 5). Channels inside another one have no
     * such way.
     */
    Transition ended(Env env, Authorised end, Signature peer, List<Effect> answers, Instant now);

    private boolean isEnd(Authorised ours) {
        return ours.state().isFinal() && !live().dossier().isSub();
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
        return live().completedBy(env, accept.version(), accept.signature())
                .filter(this::isEnd)
                .map(ours -> ended(env, ours, accept.signature(), List.of(), now))
                .orElseGet(() -> Transition.stay(this));
    }

    @Override
    default Transition update(Env env, UpdateMessage.Update update, Instant now) {
        if (live().state().isFinal() && live().state().equals(update.state())) {
            return Transition.to(this).then(List.of(live().answerAgain())).done();
        }
        return live().authorised().stream()
                .filter(this::isEnd)
                .filter(ours -> ours.state().equals(update.state()))
                .filter(ours -> live().peerSigned(env, ours.digest(), update.signature()))
                .findFirst()
                .map(ours -> ended(env, ours, update.signature(), List.of(Completion.answer(ours)), now))
                .orElseGet(() -> refuse(update, Reasons.DISPUTED));
    }

    @Override
    default Transition synced(Env env, ChannelSync sync, Instant now) {
        return live().answerIn(sync)
                .flatMap(peer -> live().completedBy(env, live().nextVersion(), peer)
                        .filter(this::isEnd)
                        .map(ours -> ended(env, ours, peer, List.of(), now)))
                .orElseGet(() -> Transition.stay(this));
    }
}
