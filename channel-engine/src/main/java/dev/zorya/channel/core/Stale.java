package dev.zorya.channel.core;

import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.LedgerEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The store may be older than what the peer knows: it was restored from a copy (safety rule 10). Nothing is signed and no dispute is
 * begun; the peer is asked at each connection, and its answer ends this. What the ledger shows counts as always: a version below ours is
 * refuted, because a higher one is never worse than the one that the other side chose.
 */
record Stale(Live live) implements ChannelState {
    @Override
    public Phase phase() {
        return Phase.ACTING;
    }

    @Override
    public Dossier dossier() {
        return live.dossier();
    }

    /** What a channel is taken for whose record comes from a copy. */
    static ChannelState of(ChannelState kept) {
        return switch (kept) {
            case ProposalSent s -> s;
            case ProposalReceived s -> s;
            // the peer's signature may be there by now and money on its way; without it nothing can be proven here
            case InitSigning s -> new Ended(s.dossier(), s.initial().allocation(), Reasons.RESTORED);
            case Funding s -> new Stale(Live.fresh(s.dossier(), s.terms(), s.initial()));
            case Locking s -> new Stale(Live.fresh(s.dossier(), s.terms(), s.initial()));
            case InUse s -> new Stale(quiet(s.live()));
            case Stale s -> s;
            case Registering s -> new Stale(quiet(s.live()));
            case Registered s -> s;
            case Progressing s -> new Registered(quiet(s.live()), s.fact());
            case Final s -> s;
            case Returning s -> s;
            case Withdrawing s -> s;
            case Withdrawn s -> s;
            case Ended s -> s;
        };
    }

    /** Nothing that waited is paid: it may have been paid since. */
    private static Live quiet(Live live) {
        return live.with(live.authorised(), List.of()).withWish(Live.Wish.STAY_OPEN);
    }

    @Override
    public Transition order(Env env, Order order, Instant now) {
        return Transition.to(this)
                .notify(order.refused(Notice.Refusal.STALE, Reasons.STALE))
                .done();
    }

    @Override
    public Transition close(Env env, Instant now) {
        return Transition.to(this)
                .notify(new Notice.CloseRefused(Reasons.STALE))
                .done();
    }

    @Override
    public Transition closeAlone(Env env, Instant now) {
        return close(env, now);
    }

    @Override
    public Transition connected(Env env, Instant now) {
        return Transition.to(this).then(List.of(Syncing.ask(live, phase()))).done();
    }

    @Override
    public Transition resume(Env env, Instant now) {
        return Transition.stay(this);
    }

    @Override
    public Transition update(Env env, UpdateMessage.Update update, Instant now) {
        return Transition.to(this)
                .send(new UpdateMessage.Reject(update.channelId(), update.version(), Reasons.STALE))
                .then(connected(env, now).effects())
                .done();
    }

    /** The peer has answered: what it holds is the newest, or ours is. */
    @Override
    public Transition synced(Env env, ChannelSync sync, Instant now) {
        return Completion.late(env, live, sync, now)
                .or(() -> confirmed(env, sync, now))
                .orElseGet(() -> Transition.stay(this));
    }

    /** A peer that shows less than we have keeps us from nothing that we have not signed already. */
    private Optional<Transition> confirmed(Env env, ChannelSync sync, Instant now) {
        return sync.transaction()
                .filter(shown -> shown.state().id().equals(live.state().id()))
                .filter(shown -> Long.compareUnsigned(
                                shown.state().version(), live.state().version())
                        <= 0)
                .map(shown -> {
                    Transition open = new Open(live.withSyncAnswered(now)).resume(env, now);
                    return open.after(
                            Journal.line(now, "CONFIRMED", live.state().version(), ""));
                });
    }

    @Override
    public Transition neighbours(Env env, Instant now) {
        if (env.family().isParentOver()) {
            return Concluding.withParent(env, live, Optional.empty(), now);
        }
        return env.family().isParentDisputed() ? Watching.withParent(live, now) : Transition.stay(this);
    }

    @Override
    public Transition registered(Env env, LedgerEvent.Registered event, Instant now) {
        return Watching.registered(env, live, event, now);
    }

    @Override
    public Transition concluded(Env env, LedgerEvent.Concluded concluded, Instant now) {
        return Concluding.begin(env, live, concluded, Optional.empty(), now);
    }
}
