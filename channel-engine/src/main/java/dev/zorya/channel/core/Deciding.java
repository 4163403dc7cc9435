package dev.zorya.channel.core;

import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.value.Bytes;
import java.time.Instant;

/** The peer proposed an update that needs consent. Nothing is signed; after a crash the peer asks again. */
record Deciding(Live live, UpdateMessage.Update update, Bytes digest) implements ChannelState {
    @Override
    public Phase phase() {
        return Phase.ACTING;
    }

    @Override
    public Dossier dossier() {
        return live.dossier();
    }

    @Override
    public Transition decided(Env env, Decision decision, Bytes nonceShare, Instant now) {
        return switch (decision) {
            case Decision.Accept accept -> Completion.theirs(env, live, update, digest, now);
            case Decision.Decline decline -> {
                Transition next = Outgoing.next(env, live, now).alone();
                yield Transition.to(next.next())
                        .then(refuse(update, decline.reason()).effects())
                        .then(next.effects())
                        .done();
            }
        };
    }

    @Override
    public Transition pay(Env env, Payment payment, Instant now) {
        return Queue.refusal(env, live, payment)
                .map(refusal -> Transition.to(this).notify(refusal).done())
                .orElseGet(() -> Transition.stay(new Deciding(live.enqueue(payment), update, digest)));
    }

    @Override
    public Transition close(Env env, Instant now) {
        return Transition.stay(new Deciding(live.withWish(Live.Wish.CLOSE), update, digest));
    }

    /** Sent again while the person thinks: the first question stands. */
    @Override
    public Transition update(Env env, UpdateMessage.Update again, Instant now) {
        return again.state().equals(update.state()) ? Transition.stay(this) : refuse(again, Reasons.BUSY);
    }

    @Override
    public Transition concluded(Env env, LedgerEvent.Concluded concluded, Instant now) {
        return Withdrawing.begin(live.dossier(), live.terms(), live.current(), concluded);
    }
}
