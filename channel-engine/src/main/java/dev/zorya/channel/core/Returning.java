package dev.zorya.channel.core;

import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The last state of a sub-channel is fully signed; its money has to go back to the parent (OFFCHAIN.md 7.4). */
record Returning(Dossier dossier, Terms terms, Transaction last) implements ChannelState {
    @Override
    public Phase phase() {
        return Phase.FINAL;
    }

    @Override
    public Optional<Allocation> wants(State parent) {
        return Locks.returned(parent, last.state());
    }

    @Override
    public Transition neighbours(Env env, Instant now) {
        if (env.family().isParentDisputed()) {
            return Watching.withParent(Live.fresh(dossier, terms, last), now);
        }
        Optional<Live> parent = env.family().around();
        if (parent.isPresent() && Locks.holds(parent.get().state(), terms.id())) {
            return Transition.stay(this);
        }
        String where = parent.map(live -> "version=" + live.state().version()).orElse("ledger");
        return Transition.to(new Withdrawn(dossier, terms, last))
                .persist(List.of(), Journal.line(now, "RETURNED", last.state().version(), where))
                .done();
    }

    @Override
    public Transition registered(Env env, LedgerEvent.Registered event, Instant now) {
        return Watching.registered(env, Live.fresh(dossier, terms, last), event, now);
    }

    /** The peer asks again for the last state: it did not get our answer. */
    @Override
    public Transition update(Env env, UpdateMessage.Update update, Instant now) {
        return update.state().equals(last.state())
                ? Transition.to(this).send(answer()).done()
                : refuse(update, Reasons.CLOSING);
    }

    private UpdateMessage.Accept answer() {
        return new UpdateMessage.Accept(
                terms.id(), last.state().version(), last.ordered().get(dossier.ownIndex()));
    }

    /** It is closed: whoever asks for that hears so. */
    @Override
    public Transition close(Env env, Instant now) {
        return Transition.stay(this);
    }
}
