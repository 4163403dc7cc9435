package dev.zorya.channel.core;

import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ledger has decided; our part is on its way to our account.
 *
 * @param last newest fully signed state that we know, or the one of ours that the ledger says the peer completed
 * @param left indices of the assets that still have to come
 */
public record Withdrawing(Dossier dossier, Terms terms, Transaction last, Set<Integer> left) implements ChannelState {
    public Withdrawing {
        left = Set.copyOf(left);
    }

    static Transition.Builder begin(
            Dossier dossier, Terms terms, Transaction last, LedgerEvent.Concluded concluded, List<BookEntry> book) {
        Set<Integer> assets = new TreeSet<>();
        for (int index = 0; index < last.state().allocation().assets().size(); index++) {
            assets.add(index);
        }
        Withdrawing next = new Withdrawing(dossier, terms, last, assets);
        return Transition.to(next)
                .persist(
                        book,
                        Journal.line(concluded.time(), "CONCLUDED", concluded.version(), "block=" + concluded.block()))
                .then(next.withdrawals());
    }

    @Override
    public Phase phase() {
        return Phase.WITHDRAWING;
    }

    /** For every asset, also where our balance is zero: what counts is what the holder holds (ONCHAIN.md 9). */
    private List<Effect> withdrawals() {
        List<Effect> intents = new ArrayList<>();
        for (int index : new TreeSet<>(left)) {
            intents.add(new Effect.Submit(new Intent.Withdraw(
                    terms.id(),
                    terms.params(),
                    index,
                    last.state().allocation().assets().get(index),
                    dossier.ownIndex())));
        }
        return intents;
    }

    /** What was concluded is undone, deeper than the ledger waits: the same once more, by whatever still leads there. */
    @Override
    public Transition registered(Env env, LedgerEvent.Registered event, Instant now) {
        State state = last.state();
        Optional<? extends Intent> again;
        if (state.isFinal() && last.isComplete()) {
            again = Optional.of(new Intent.ConcludeFinal(terms.params(), last));
        } else if (env.scheme().stateHash(state).equals(event.stateHash())) {
            again = Evidence.conclude(env, terms, state);
        } else {
            again = last.isComplete() ? Evidence.register(env, terms, last) : Optional.empty();
        }
        return Transition.to(this)
                .then(again.<List<Effect>>map(intent -> List.of(new Effect.Submit(intent)))
                        .orElse(List.of()))
                .done();
    }

    /** Only now we are shown what it was. */
    @Override
    public Transition concluded(Env env, LedgerEvent.Concluded concluded, Instant now) {
        return Concluding.shown(env, this, last, concluded, state -> new Withdrawing(dossier, terms, state, left), now);
    }

    @Override
    public Transition withdrawn(Env env, LedgerEvent.Withdrawn withdrawn, Instant now) {
        if (withdrawn.participant() != dossier.ownIndex() || !left.contains(withdrawn.assetIndex())) {
            return Transition.stay(this);
        }
        Set<Integer> rest = new TreeSet<>(left);
        rest.remove(withdrawn.assetIndex());
        ChannelState next =
                rest.isEmpty() ? new Withdrawn(dossier, terms, last) : new Withdrawing(dossier, terms, last, rest);
        return Transition.to(next)
                .persist(List.of(), Journal.line(now, "WITHDRAWN", last.state().version(), details(withdrawn)))
                .done();
    }

    /** With the transaction that paid, which may be somebody else's: people look for their money there. */
    private static String details(LedgerEvent.Withdrawn withdrawn) {
        String paid = "asset=" + withdrawn.assetIndex() + " amount=" + withdrawn.amount();
        String by = withdrawn.transaction().size() == 0 ? "" : " transaction=0x" + withdrawn.transaction();
        return paid + by + " block=" + withdrawn.block();
    }

    @Override
    public Transition resume(Env env, Instant now) {
        return Transition.to(this).then(withdrawals()).done();
    }

    @Override
    public Transition refuse(UpdateMessage.Update update, String reason) {
        return Transition.stay(this);
    }

    /** It is closed: whoever asks for that hears so. */
    @Override
    public Transition close(Env env, Instant now) {
        return Transition.stay(this);
    }
}
