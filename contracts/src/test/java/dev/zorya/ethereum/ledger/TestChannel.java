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
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A channel between two accounts, and the intents of its life. */
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
        this.parties = parties;
        this.params = new Params(
                60,
                parties.stream()
                        .map(party -> Participant.ethereum(party.address()))
                        .toList(),
                App.NONE,
                BigInteger.valueOf(nonce),
                true,
                false,
                Bytes.zero(Params.AUX_SIZE));
        this.id = EthereumEncoding.channelId(params);
        this.initial = new Allocation(assets, rows, List.of());
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
        Transaction transaction = Transaction.unsigned(state);
        for (int i = 0; i < parties.size(); i++) {
            transaction = transaction.with(i, parties.get(i).key.sign(EthereumEncoding.digest(state)));
        }
        return transaction;
    }

    Intent.ConcludeFinal conclude(long version, Balances outcome) {
        return new Intent.ConcludeFinal(params, last(version, outcome));
    }
}
