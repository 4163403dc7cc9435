package dev.zorya.channel.core;

import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Version 0 of a sub-channel is fully signed; its parent has yet to lock the money (OFFCHAIN.md 7.4). The parent proposes that
 * by itself where we opened the sub-channel, and signs it where the peer did.
 */
record Locking(Dossier dossier, Terms terms, Transaction initial, Standing standing) implements ChannelState {
    enum Standing {
        /** The parent shall lock the money as soon as it can. */
        WANTED,
        /** The peer does not want it any more. It could still sign the lock that left our hands, so this waits for a higher version. */
        GIVEN_UP
    }

    static Transition begin(Env env, Dossier dossier, Terms terms, Transaction complete, Instant now) {
        Transition.Builder step = Transition.to(new Locking(dossier, terms, complete, Standing.WANTED))
                .persist(List.of(), Journal.line(now, "SIGNED", 0, ""));
        return dossier.ownIndex() == 0
                ? step.done()
                : step.schedule(Timer.ANSWER, env.limits().proposalAnswer()).done();
    }

    @Override
    public Phase phase() {
        return Phase.FUNDING;
    }

    @Override
    public Optional<Allocation> wants(State parent) {
        return switch (standing) {
            case WANTED -> Locks.locked(parent, terms.id(), initial.state().allocation());
            case GIVEN_UP -> Optional.empty();
        };
    }

    @Override
    public Transition neighbours(Env env, Instant now) {
        if (env.family().isParentDisputed()) {
            // whether the money is locked the ledger will say: a lock of ours may be signed by now
            return Transition.stay(this);
        }
        Optional<Live> parent = env.family().around();
        if (parent.isEmpty()) {
            return end(Reasons.PARENT_CLOSED, now);
        }
        Live live = parent.get();
        if (Locks.holds(live.state(), terms.id())) {
            return Transition.to(new Open(Live.fresh(dossier, terms, initial)))
                    .persist(
                            List.of(),
                            Journal.line(
                                    now, "OPENED", 0, "locked=" + live.state().version()))
                    .done();
        }
        boolean open = live.authorised().stream().anyMatch(a -> Locks.holds(a.state(), terms.id()));
        boolean declined = standing == Standing.GIVEN_UP
                || live.authorised().stream()
                        .anyMatch(a ->
                                Locks.holds(a.state(), terms.id()) && a.afterwards() == Authorised.Afterwards.CANCEL);
        if (open) {
            return declined && standing == Standing.WANTED
                    ? Transition.to(new Locking(dossier, terms, initial, Standing.GIVEN_UP))
                            .persist()
                            .done()
                    : Transition.stay(this);
        }
        if (declined) {
            return end("the other side did not lock the money for it", now);
        }
        return wants(live.state()).isEmpty()
                ? end("the balances do not suffice for it any more", now)
                : Transition.stay(this);
    }

    /** Nothing of the parent's left our hands for it, so nothing can happen to it any more. */
    private Transition end(String reason, Instant now) {
        Transition.Builder step = Transition.to(
                        new Ended(dossier, initial.state().allocation(), reason))
                .persist(List.of(), Opening.ended(now, reason));
        // only our own kind understands a proposer who takes back
        return dossier.ownIndex() == 0 && dossier.extensions()
                ? step.send(new ProposalAnswer.Reject(dossier.key(), reason)).done()
                : step.done();
    }

    @Override
    public Transition registered(Env env, LedgerEvent.Registered event, Instant now) {
        return Watching.registered(env, Live.fresh(dossier, terms, initial), event, now);
    }

    /** The proposer takes it back: it cannot be funded. */
    @Override
    public Transition answered(Env env, ProposalAnswer answer, Instant now) {
        return switch (answer) {
            case ProposalAnswer.Reject reject ->
                dossier.ownIndex() == 1 ? end(Reasons.clean(reject.reason()), now) : Transition.stay(this);
            case ProposalAnswer.LedgerAccept other -> Transition.stay(this);
            case ProposalAnswer.SubAccept other -> Transition.stay(this);
            case ProposalAnswer.VirtualAccept other -> Transition.stay(this);
        };
    }

    @Override
    public Transition timedOut(Env env, Timer timer, Instant now) {
        return switch (timer) {
            case ANSWER ->
                dossier.ownIndex() == 1
                        ? end("the other side did not lock the money for it in time", now)
                        : Transition.stay(this);
            case UPDATE, TURN, LEDGER -> Transition.stay(this);
        };
    }

    /** The peer is a step ahead; it tries again. */
    @Override
    public Transition update(Env env, UpdateMessage.Update update, Instant now) {
        return refuse(update, Reasons.BUSY);
    }

    @Override
    public Transition connected(Env env, Instant now) {
        return Transition.to(this)
                .send(new UpdateMessage.Accept(terms.id(), 0, initial.ordered().get(dossier.ownIndex())))
                .done();
    }

    @Override
    public Transition resume(Env env, Instant now) {
        Transition.Builder step = Transition.to(this).then(connected(env, now).effects());
        return dossier.ownIndex() == 0
                ? step.done()
                : step.schedule(Timer.ANSWER, env.limits().proposalAnswer()).done();
    }
}
