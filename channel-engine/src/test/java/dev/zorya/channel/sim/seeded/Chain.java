package dev.zorya.channel.sim.seeded;

import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerException.Reason;
import dev.zorya.channel.sim.SimScheme;
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
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Blocks over the rules of the contracts. The newest {@link #DEPTH} blocks can be undone; what lies below is final. Money moves
 * and is told when it is final, so a reorganisation of it is never seen: what was mined may come in another order, and later.
 * Registrations are told as soon as they are mined, because a refutation cannot wait; those may be taken back.
 */
final class Chain {
    static final int DEPTH = 3;
    private static final Bytes HASH = Bytes.zero(32);

    /** @param beneficiary for whom a deposit is */
    record Transaction(Purse from, Intent intent, Participant beneficiary) {}

    /** Of one channel. */
    private record Fund(ChannelId channel, Asset asset) {}

    private record Block(long time, List<Transaction> content) {}

    private final SimScheme scheme;
    private final Judge settled;
    private final List<Purse> purses = new ArrayList<>();
    private final Deque<Transaction> pool = new ArrayDeque<>();
    private final Deque<Block> blocks = new ArrayDeque<>();
    private final Map<Fund, BigInteger> paidIn = new HashMap<>();
    private final Map<State, Intent.Progress> moves = new HashMap<>();
    private Judge head;
    private final Set<ChannelId> disputed = new LinkedHashSet<>();
    private long height = 1;
    private int registered;
    private int refuted;
    private int progressed;

    Chain(SimScheme scheme) {
        this.scheme = scheme;
        settled = new Judge(scheme, new Holders(SimWorld.CHAIN, SimWorld.PURSE.keySet()), Game.KNOWN.known());
        head = settled.copy();
    }

    void add(Purse purse) {
        purses.add(purse);
    }

    /** All there is of an asset, in purses and in its holder: never changes. */
    BigInteger total(Asset asset) {
        return purses.stream().map(p -> p.money(asset)).reduce(settled.holders().locked(asset), BigInteger::add);
    }

    BigInteger held(Asset asset, ChannelId channel, Participant participant) {
        return settled.holders().holdings(asset, channel, participant);
    }

    /** All that anybody ever paid into a channel. */
    BigInteger paidIn(ChannelId channel, Asset asset) {
        return paidIn.getOrDefault(new Fund(channel, asset), BigInteger.ZERO);
    }

    /** What is concluded for good. */
    Optional<Dispute> concluded(ChannelId channel) {
        return Optional.of(settled.dispute(channel)).filter(now -> settled.isConcluded(channel));
    }

    /** What stands in the newest block for a channel that is before the judge. */
    Optional<Dispute> dispute(ChannelId channel) {
        return Optional.of(head.dispute(channel)).filter(there -> there.isRegistered() && !head.isConcluded(channel));
    }

    /** The moves that the judge took, from a state that was registered to this one. */
    List<Intent.Progress> path(State state) {
        Deque<Intent.Progress> path = new ArrayDeque<>();
        for (Intent.Progress move = moves.get(state); move != null; move = moves.get(move.from())) {
            path.addFirst(move);
        }
        return List.copyOf(path);
    }

    /** How many moves the judge took for good. */
    int progressed() {
        return progressed;
    }

    /** How often something was registered for a channel of which nothing was. */
    int registered() {
        return registered;
    }

    /** How often something newer took its place. */
    int refuted() {
        return refuted;
    }

    /** Something is not final yet. */
    boolean isBusy() {
        return !pool.isEmpty()
                || blocks.stream().anyMatch(block -> !block.content().isEmpty())
                || purses.stream().anyMatch(Purse::isHolding);
    }

    /** Something waits for its time. */
    boolean isWaiting() {
        return purses.stream().anyMatch(Purse::isWaiting);
    }

    void send(Transaction transaction) {
        pool.add(transaction);
    }

    void mine(Instant now) {
        long time = now.getEpochSecond();
        purses.forEach(purse -> pool.addAll(purse.release()));
        List<Transaction> taken = new ArrayList<>();
        for (Transaction next = pool.poll(); next != null; next = pool.poll()) {
            ahead(next, time, taken);
        }
        blocks.add(new Block(time, List.copyOf(taken)));
        if (blocks.size() > DEPTH) {
            height++;
            Block last = blocks.remove();
            last.content().forEach(transaction -> execute(transaction, last.time()));
            purses.forEach(purse -> tell(purse, now));
        } else {
            tellChanges(now);
        }
    }

    /** What would come of it in the newest block; what would come of nothing is not sent. */
    private void ahead(Transaction next, long time, List<Transaction> taken) {
        try {
            switch (carry(head, next.intent(), time)) {
                case DONE -> taken.add(next);
                case WAITS -> next.from().waits(next);
                case OVER -> next.from().over(next.intent());
            }
        } catch (Reverted e) {
            failed(next, e);
        }
    }

    private Clerk.Progress carry(Judge judge, Intent intent, long time) throws Reverted {
        Clerk clerk = new Clerk(scheme, judge);
        return switch (intent) {
            case Intent.Deposit deposit -> Clerk.Progress.DONE;
            case Intent.Withdraw withdraw -> Clerk.Progress.DONE;
            case Intent.ConcludeFinal conclude -> clerk.conclude(conclude, time);
            case Intent.Register register -> {
                disputed.add(register.channel());
                yield clerk.register(register, time);
            }
            case Intent.Progress progress -> {
                Clerk.Progress result = clerk.progress(progress, time);
                if (result == Clerk.Progress.DONE) {
                    moves.put(progress.to(), progress);
                }
                yield result;
            }
            case Intent.Conclude conclude -> clerk.conclude(conclude, time);
        };
    }

    /** The newest blocks never were. What was in them waits again, that of different people in another order. */
    void reorganise(int depth, Instant now) {
        List<Transaction> undone = new ArrayList<>();
        for (int left = Math.min(depth, blocks.size()); left > 0; left--) {
            undone.addAll(0, blocks.removeLast().content());
        }
        for (int index = purses.size() - 1; index >= 0; index--) {
            Purse purse = purses.get(index);
            undone.stream().filter(tx -> tx.from() == purse).forEach(pool::add);
        }
        if (!disputed.isEmpty()) {
            rebuild();
            tellChanges(now);
        }
    }

    private void rebuild() {
        head = settled.copy();
        for (Block block : blocks) {
            for (Transaction transaction : block.content()) {
                try {
                    carry(head, transaction.intent(), block.time());
                } catch (Reverted e) {
                    throw new Violation("what was mined is mined the same", e);
                }
            }
        }
    }

    private void tellChanges(Instant now) {
        if (disputed.isEmpty()) {
            return;
        }
        for (Purse purse : purses) {
            for (Purse.Watch watch : purse.watched()) {
                if (disputed.contains(watch.id()) && !purse.knows(watch.id(), head.dispute(watch.id()))) {
                    tell(purse, watch, now);
                }
            }
        }
    }

    /** How its channels stand now, for somebody who looks again. */
    void tell(Purse purse, Instant now) {
        purse.watched().forEach(watch -> tell(purse, watch, now));
    }

    /** How a channel stands now. */
    void tell(Purse purse, Purse.Watch watch, Instant now) {
        Dispute there = head.dispute(watch.id());
        boolean known = purse.knows(watch.id(), there);
        purse.learns(watch.id(), there);
        if (settled.isConcluded(watch.id())) {
            Dispute over = settled.dispute(watch.id());
            State outcome = scheme.hashed(over.stateHash());
            purse.hear(watch.id(), new LedgerEvent.Concluded(over.version(), outcome, height, now));
            money(purse, watch, now);
        } else if (!there.isRegistered()) {
            money(purse, watch, now);
        } else if (!known && !head.isConcluded(watch.id())) {
            purse.hear(
                    watch.id(),
                    new LedgerEvent.Registered(
                            there.version(),
                            there.stateHash(),
                            Instant.ofEpochSecond(there.timeout()),
                            there.phase() == 0 ? LedgerEvent.Stage.DISPUTE : LedgerEvent.Stage.FORCED_EXECUTION,
                            head.shown(there.stateHash()).orElse(null),
                            height,
                            now));
        }
    }

    private void money(Purse purse, Purse.Watch watch, Instant now) {
        List<Asset> assets = watch.assets();
        List<Participant> parts = watch.params().parts();
        List<List<BigInteger>> rows = new ArrayList<>();
        for (Asset asset : assets) {
            List<BigInteger> row = new ArrayList<>();
            for (Participant part : parts) {
                row.add(held(asset, watch.id(), part));
            }
            rows.add(row);
        }
        if (!settled.isConcluded(watch.id())) {
            purse.hear(watch.id(), new LedgerEvent.Holdings(new Balances(rows), height, now));
            return;
        }
        for (int asset = 0; asset < assets.size(); asset++) {
            for (int part = 0; part < parts.size(); part++) {
                if (rows.get(asset).get(part).signum() == 0) {
                    purse.hear(
                            watch.id(), new LedgerEvent.Withdrawn(asset, part, BigInteger.ZERO, Bytes.EMPTY, height));
                }
            }
        }
    }

    private void execute(Transaction transaction, long time) {
        Purse from = transaction.from();
        Intent intent = transaction.intent();
        try {
            switch (intent) {
                case Intent.Deposit deposit -> {
                    from.spend(deposit.channel(), deposit.asset(), deposit.amount());
                    settled.holders()
                            .deposit(deposit.asset(), deposit.channel(), transaction.beneficiary(), deposit.amount());
                    paidIn.merge(new Fund(deposit.channel(), deposit.asset()), deposit.amount(), BigInteger::add);
                }
                case Intent.Withdraw withdraw -> {
                    BigInteger amount = held(withdraw.asset(), withdraw.channel(), from.self());
                    settled.holders().withdraw(withdraw.asset(), withdraw.channel(), from.self(), amount);
                    from.receive(withdraw.channel(), withdraw.asset(), amount);
                }
                case Intent.ConcludeFinal conclude -> carry(settled, conclude, time);
                case Intent.Register register -> {
                    Dispute before = settled.dispute(register.channel());
                    carry(settled, register, time);
                    count(before, settled.dispute(register.channel()));
                }
                case Intent.Progress progress ->
                    progressed += carry(settled, progress, time) == Clerk.Progress.DONE ? 1 : 0;
                case Intent.Conclude conclude -> carry(settled, conclude, time);
            }
            from.done(intent, new LedgerEvent.Mined(intent.key(), HASH, height, 50_000, BigInteger.ZERO));
        } catch (Reverted e) {
            failed(transaction, e);
        }
    }

    private void count(Dispute before, Dispute after) {
        if (!before.equals(after)) {
            registered += before.isRegistered() ? 0 : 1;
            refuted += before.isRegistered() ? 1 : 0;
        }
    }

    private static void failed(Transaction transaction, Reverted why) {
        Intent intent = transaction.intent();
        transaction
                .from()
                .failed(intent, new LedgerEvent.Stuck(intent.key(), Reason.REVERTED, String.valueOf(why.getMessage())));
    }
}
