package dev.zorya.channel.core;

import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Transaction;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Version 0 is fully signed; both pay in (OFFCHAIN.md 7.2). No value is exchanged before the ledger shows every deposit
 * (ONCHAIN.md 10, issue 4).
 *
 * @param deposited what the ledger showed last
 * @param early an update of a peer that saw the deposits before us; not durable
 * @param notes what the peer said about it
 */
public record Funding(
        Dossier dossier,
        Terms terms,
        Transaction initial,
        Balances deposited,
        UpdateMessage.@Nullable Update early,
        Extension.@Nullable PaymentNotes notes)
        implements ChannelState {
    static Funding begin(Dossier dossier, Terms terms, Transaction complete) {
        List<List<BigInteger>> nothing = terms.agreement().rows().stream()
                .map(row -> row.stream().map(amount -> BigInteger.ZERO).toList())
                .toList();
        return new Funding(dossier, terms, complete, new Balances(nothing), null, null);
    }

    @Override
    public Phase phase() {
        return Phase.FUNDING;
    }

    /** Our part of each asset. The same intents after a restart are the same deposits (safety rule 9). */
    List<Effect> deposits() {
        List<Effect> intents = new ArrayList<>();
        for (int index = 0; index < terms.agreement().assets(); index++) {
            BigInteger amount = terms.agreement().of(index, dossier.ownIndex());
            if (amount.signum() > 0) {
                Asset asset = initial.state().allocation().assets().get(index);
                intents.add(new Effect.Submit(
                        new Intent.Deposit(terms.id(), terms.params(), index, asset, dossier.ownIndex(), amount)));
            }
        }
        return intents;
    }

    /** Every part of every asset counts, not only the sum: one party's surplus must not hide the other's missing deposit. */
    @Override
    public Transition holdings(Env env, LedgerEvent.Holdings holdings, Instant now) {
        if (!holdings.deposited().covers(terms.agreement())) {
            return Transition.stay(new Funding(dossier, terms, initial, holdings.deposited(), early, notes));
        }
        Live fresh = Live.fresh(dossier, terms, initial);
        Open open = new Open(notes == null ? fresh : fresh.withNotes(notes));
        Transition opened = early == null ? Transition.stay(open) : open.update(env, early, now);
        return opened.after(Journal.line(holdings.time(), "OPENED", 0, "block=" + holdings.block()));
    }

    @Override
    public Transition update(Env env, UpdateMessage.Update update, Instant now) {
        return Transition.stay(new Funding(dossier, terms, initial, deposited, update, notes));
    }

    @Override
    public Transition noted(Extension.PaymentNotes said) {
        return Transition.stay(new Funding(dossier, terms, initial, deposited, early, said));
    }

    @Override
    public Transition connected(Env env, Instant now) {
        return Transition.to(this)
                .send(new UpdateMessage.Accept(terms.id(), 0, initial.ordered().get(dossier.ownIndex())))
                .done();
    }

    @Override
    public Transition resume(Env env, Instant now) {
        return Transition.to(this)
                .then(deposits())
                .then(connected(env, now).effects())
                .done();
    }

    /** The peer takes its deposit back, or cheats before it began. */
    @Override
    public Transition registered(Env env, LedgerEvent.Registered event, Instant now) {
        return Watching.registered(env, Live.fresh(dossier, terms, initial), event, now);
    }

    /** The peer does not pay in: version 0 brings back what we did (THREATS.md 21). */
    @Override
    public Transition closeAlone(Env env, Instant now) {
        return Watching.alone(env, this, Live.fresh(dossier, terms, initial), now);
    }

    @Override
    public Transition concluded(Env env, LedgerEvent.Concluded concluded, Instant now) {
        return Withdrawing.begin(dossier, terms, initial, concluded, List.of()).done();
    }
}
