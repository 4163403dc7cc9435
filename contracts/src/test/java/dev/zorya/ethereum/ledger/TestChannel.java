package dev.zorya.ethereum.ledger;

import dev.zorya.channel.ethereum.EthereumEncoding;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.SignedState;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.SubAllocation;
import dev.zorya.channel.value.Transaction;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A channel between some accounts, and the intents of its life. */
final class TestChannel {
    private static final AtomicLong NONCES = new AtomicLong(System.nanoTime());

    final List<Party> parties;
    final Params params;
    final ChannelId id;
    final Allocation initial;

    /** @param rows what each pays in, by asset and party */
    TestChannel(List<Party> parties, List<Asset> assets, Balances rows) {
        this(parties, assets, rows, NONCES.incrementAndGet());
    }

    TestChannel(List<Party> parties, List<Asset> assets, Balances rows, long nonce) {
        this(parties, params(parties, nonce, 60, App.NONE, Kind.LEDGER), new Allocation(assets, rows, List.of()));
    }

    TestChannel(List<Party> parties, Params params, Allocation initial) {
        this.parties = parties;
        this.params = params;
        this.id = EthereumEncoding.channelId(params);
        this.initial = initial;
    }

    private enum Kind {
        LEDGER,
        SUB,
        VIRTUAL
    }

    private static Params params(List<Party> parties, long nonce, long seconds, App app, Kind kind) {
        return new Params(
                seconds,
                parties.stream()
                        .map(party -> Participant.ethereum(party.address()))
                        .toList(),
                app,
                BigInteger.valueOf(nonce),
                kind == Kind.LEDGER,
                kind == Kind.VIRTUAL,
                Bytes.zero(Params.AUX_SIZE));
    }

    /** Another channel of the same kind whose disputes last so long. */
    TestChannel lasting(long seconds) {
        return variant(seconds, params.app(), Kind.LEDGER);
    }

    TestChannel under(App app) {
        return variant(params.challengeDuration(), app, Kind.LEDGER);
    }

    /** As a channel inside another one. */
    TestChannel asSub() {
        return variant(params.challengeDuration(), params.app(), Kind.SUB);
    }

    /** As a channel between people who each have a channel with somebody in the middle. */
    TestChannel asVirtual() {
        return variant(params.challengeDuration(), params.app(), Kind.VIRTUAL);
    }

    private TestChannel variant(long seconds, App app, Kind kind) {
        return new TestChannel(parties, params(parties, NONCES.incrementAndGet(), seconds, app, kind), initial);
    }

    /** What a parent locks for this channel: all of it, whoever owns it. */
    SubAllocation lock() {
        return lock(List.of());
    }

    /** @param map where each of this channel's participants stands in the parent */
    SubAllocation lock(List<Integer> map) {
        return new SubAllocation(id, initial.sums(), map);
    }

    State state(long version, Balances balances, SubAllocation... locked) {
        Allocation allocation = new Allocation(initial.assets(), balances, List.of(locked));
        return new State(id, version, allocation, false, params.app(), Bytes.EMPTY);
    }

    /** With everybody's signature. */
    SignedState signed(State state) {
        Transaction transaction = Transaction.unsigned(state);
        for (int i = 0; i < parties.size(); i++) {
            transaction = transaction.with(i, sign(i, state));
        }
        return new SignedState(params, transaction);
    }

    Signature sign(int party, State state) {
        return parties.get(party).key.sign(EthereumEncoding.digest(state));
    }

    /** A version without sub-channels, ready to be registered. */
    SignedState signed(long version, Balances balances) {
        return signed(state(version, balances));
    }

    Intent.Register register(long version, Balances balances) {
        return new Intent.Register(signed(version, balances), List.of());
    }

    Intent.Deposit deposit(int asset, int party) {
        return new Intent.Deposit(
                id,
                params,
                asset,
                initial.assets().get(asset),
                party,
                initial.balances().of(asset, party));
    }

    Intent.Withdraw withdraw(int asset, int party) {
        return new Intent.Withdraw(id, params, asset, initial.assets().get(asset), party);
    }

    /** A final state that all have signed. */
    Transaction last(long version, Balances outcome) {
        State state = new State(id, version, initial.withBalances(outcome), true, App.NONE, Bytes.EMPTY);
        return signed(state).transaction();
    }

    Intent.ConcludeFinal conclude(long version, Balances outcome) {
        return new Intent.ConcludeFinal(params, last(version, outcome));
    }
}
