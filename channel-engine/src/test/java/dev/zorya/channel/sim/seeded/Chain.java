package dev.zorya.channel.sim.seeded;

import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerException.Reason;
import dev.zorya.channel.port.StateScheme;
import dev.zorya.channel.sim.NimApp;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.sim.judge.Clerk;
import dev.zorya.channel.sim.judge.Holders;
import dev.zorya.channel.sim.judge.Judge;
import dev.zorya.channel.sim.judge.Reverted;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Participant;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Blocks over the rules of the contracts. The newest {@link #DEPTH} blocks can be undone; what lies below is final, is executed
 * and is told. So a reorganisation is never seen, but what was mined may come in another order, and later.
 */
final class Chain {
    static final int DEPTH = 3;
    private static final Bytes HASH = Bytes.zero(32);

    /** @param beneficiary for whom a deposit is */
    record Transaction(Purse from, Intent intent, Participant beneficiary) {}

    private final Judge judge;
    private final Clerk clerk;
    private final List<Purse> purses = new ArrayList<>();
    private final Deque<Transaction> pool = new ArrayDeque<>();
    private final Deque<List<Transaction>> blocks = new ArrayDeque<>();
    private long height = 1;

    Chain(StateScheme scheme) {
        judge = new Judge(scheme, new Holders(SimWorld.CHAIN, SimWorld.PURSE.keySet()), NimApp.KNOWN.known());
        clerk = new Clerk(scheme, judge);
    }

    void add(Purse purse) {
        purses.add(purse);
    }

    /** All there is of an asset, in purses and in its holder: never changes. */
    BigInteger total(Asset asset) {
        return purses.stream().map(p -> p.money(asset)).reduce(judge.holders().locked(asset), BigInteger::add);
    }

    BigInteger held(Asset asset, ChannelId channel, Participant participant) {
        return judge.holders().holdings(asset, channel, participant);
    }

    Optional<Long> concluded(ChannelId channel) {
        return judge.isConcluded(channel) ? Optional.of(judge.dispute(channel).version()) : Optional.empty();
    }

    /** Something is not final yet. */
    boolean isBusy() {
        return !pool.isEmpty()
                || blocks.stream().anyMatch(block -> !block.isEmpty())
                || purses.stream().anyMatch(Purse::isHolding);
    }

    void send(Transaction transaction) {
        pool.add(transaction);
    }

    void mine(Instant now) {
        purses.forEach(purse -> pool.addAll(purse.release()));
        blocks.add(List.copyOf(pool));
        pool.clear();
        if (blocks.size() > DEPTH) {
            height++;
            List<Transaction> last = blocks.remove();
            last.forEach(this::execute);
            purses.forEach(purse -> tell(purse, now));
        }
    }

    /** The newest blocks never were. What was in them waits again, that of different people in another order. */
    void reorganise(int depth) {
        List<Transaction> undone = new ArrayList<>();
        for (int left = Math.min(depth, blocks.size()); left > 0; left--) {
            undone.addAll(0, blocks.removeLast());
        }
        for (int index = purses.size() - 1; index >= 0; index--) {
            Purse purse = purses.get(index);
            undone.stream().filter(tx -> tx.from() == purse).forEach(pool::add);
        }
    }

    /** How a channel stands now, for somebody who begins to look or looks again. */
    void tell(Purse purse, Instant now) {
        Purse.Watch watch = purse.watch();
        if (watch == null) {
            return;
        }
        List<Asset> assets = watch.assets();
        List<Participant> parts = watch.params().parts();
        List<List<BigInteger>> rows = new ArrayList<>();
        for (Asset asset : assets) {
            List<BigInteger> row = new ArrayList<>();
            for (Participant part : parts) {
                row.add(judge.holders().holdings(asset, watch.id(), part));
            }
            rows.add(row);
        }
        Optional<Long> version = concluded(watch.id());
        if (version.isEmpty()) {
            purse.hear(new LedgerEvent.Holdings(new Balances(rows), height, now));
            return;
        }
        purse.hear(new LedgerEvent.Concluded(version.get(), height, now));
        for (int asset = 0; asset < assets.size(); asset++) {
            for (int part = 0; part < parts.size(); part++) {
                if (rows.get(asset).get(part).signum() == 0) {
                    purse.hear(new LedgerEvent.Withdrawn(asset, part, BigInteger.ZERO, height));
                }
            }
        }
    }

    private void execute(Transaction transaction) {
        Purse from = transaction.from();
        Intent intent = transaction.intent();
        try {
            switch (intent) {
                case Intent.Deposit deposit -> {
                    from.spend(deposit.asset(), deposit.amount());
                    judge.holders()
                            .deposit(deposit.asset(), deposit.channel(), transaction.beneficiary(), deposit.amount());
                }
                case Intent.ConcludeFinal conclude -> clerk.conclude(conclude, 0);
                case Intent.Withdraw withdraw -> {
                    BigInteger amount = judge.holders().holdings(withdraw.asset(), withdraw.channel(), from.self());
                    judge.holders().withdraw(withdraw.asset(), withdraw.channel(), from.self(), amount);
                    from.receive(withdraw.asset(), amount);
                }
                case Intent.Register register -> throw new Reverted("no disputes here");
                case Intent.Progress progress -> throw new Reverted("no disputes here");
                case Intent.Conclude settle -> throw new Reverted("no disputes here");
            }
            from.done(intent, new LedgerEvent.Mined(intent.key(), HASH, height, 50_000, BigInteger.ZERO));
        } catch (Reverted e) {
            from.failed(intent, new LedgerEvent.Stuck(intent.key(), Reason.REVERTED, String.valueOf(e.getMessage())));
        }
    }
}
