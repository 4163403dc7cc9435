package dev.zorya.channel.sim.seeded;

import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.sim.judge.Reverted;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One party's account on the {@link Chain}, and its node: what it asked for, what it hears. */
final class Purse {
    /** @param assets in the order of the channel */
    record Watch(ChannelId id, Params params, List<Asset> assets) {}

    /** A fact about a channel. */
    record News(ChannelId channel, LedgerEvent event) {}

    private final Participant self;
    /** Of one channel. */
    private record Account(ChannelId channel, Asset asset) {}

    private final Map<Asset, BigInteger> money;
    private final Map<Account, BigInteger> gained = new HashMap<>();
    private final Map<String, Intent> asked = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private final List<Chain.Transaction> memory = new ArrayList<>();
    private final List<Chain.Transaction> waiting = new ArrayList<>();
    private final Deque<News> news = new ArrayDeque<>();
    private final Map<ChannelId, Watch> watched = new LinkedHashMap<>();
    private final Map<ChannelId, Dispute> heard = new HashMap<>();
    private boolean away;
    private boolean omitted;

    Purse(Participant self, Map<Asset, BigInteger> money) {
        this.self = self;
        this.money = new HashMap<>(money);
    }

    Participant self() {
        return self;
    }

    BigInteger money(Asset asset) {
        return money.getOrDefault(asset, BigInteger.ZERO);
    }

    boolean isAway() {
        return away;
    }

    void away(boolean now) {
        away = now;
    }

    /** Kept in memory until the next block: a crash before that loses it (port Ledger). Safety rule 9: one key, one intent. */
    void submit(Intent intent) {
        Intent before = asked.putIfAbsent(intent.key(), intent);
        Violation.unless(before == null || before.equals(intent), "rule 9: the same key is the same intent");
        if (underWay.add(intent.key())) {
            memory.add(new Chain.Transaction(this, intent, self));
        }
    }

    boolean isHolding() {
        return !memory.isEmpty() && !away;
    }

    List<Chain.Transaction> release() {
        if (away) {
            return List.of();
        }
        List<Chain.Transaction> ready = new ArrayList<>(waiting);
        ready.addAll(memory);
        memory.clear();
        waiting.clear();
        return ready;
    }

    /** Its time has not come: it was not sent. */
    void waits(Chain.Transaction transaction) {
        waiting.add(transaction);
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /** The chain has gone on without it; asked for again, it is looked at again. */
    void over(Intent intent) {
        underWay.remove(intent.key());
    }

    /** A villain's deposits change on their way. */
    List<Chain.Transaction> steal() {
        List<Chain.Transaction> all = List.copyOf(memory);
        memory.clear();
        return all;
    }

    /** Money moves once for a key. Of everything else the chain itself says whether it is done. */
    void done(Intent intent, LedgerEvent fact) {
        switch (intent) {
            case Intent.Deposit deposit -> {}
            case Intent.Withdraw withdraw -> {}
            case Intent.ConcludeFinal conclude -> over(conclude);
            case Intent.Register register -> over(register);
            case Intent.Progress progress -> over(progress);
            case Intent.Conclude conclude -> over(conclude);
        }
        hear(intent.channel(), fact);
    }

    /** It was told of this registration, or that there is none. */
    boolean knows(ChannelId channel, Dispute there) {
        Dispute known = heard.get(channel);
        return known == null ? !there.isRegistered() : known.equals(there);
    }

    void learns(ChannelId channel, Dispute there) {
        heard.put(channel, there);
    }

    void failed(Intent intent, LedgerEvent fact) {
        underWay.remove(intent.key());
        hear(intent.channel(), fact);
    }

    void spend(ChannelId channel, Asset asset, BigInteger amount) throws Reverted {
        BigInteger left = money(asset).subtract(amount);
        if (left.signum() < 0) {
            throw new Reverted("the account holds too little");
        }
        money.put(asset, left);
        gained.merge(new Account(channel, asset), amount.negate(), BigInteger::add);
    }

    void receive(ChannelId channel, Asset asset, BigInteger amount) {
        money.merge(asset, amount, BigInteger::add);
        gained.merge(new Account(channel, asset), amount, BigInteger::add);
    }

    /** What came out of a channel less what was paid in. */
    BigInteger gained(ChannelId channel, Asset asset) {
        return gained.getOrDefault(new Account(channel, asset), BigInteger.ZERO);
    }

    Collection<Watch> watched() {
        return watched.values();
    }

    boolean isWatching(ChannelId channel) {
        return watched.containsKey(channel);
    }

    void watch(Watch channel) {
        watched.put(channel.id(), channel);
    }

    void hear(ChannelId channel, LedgerEvent fact) {
        if (isWatching(channel)) {
            news.add(new News(channel, fact));
        }
    }

    /** The oldest fact that has not been told. */
    @Nullable
    News next() {
        return away ? null : news.poll();
    }

    void omit() {
        omitted |= news.poll() != null;
        if (omitted) {
            heard.clear();
        }
    }

    /** Something was left out since the last time this was asked. */
    boolean missed() {
        boolean yes = omitted;
        omitted = false;
        return yes;
    }

    /** The process is gone, with all that it only had in memory. */
    void crash() {
        memory.forEach(tx -> underWay.remove(tx.intent().key()));
        memory.clear();
        waiting.forEach(tx -> underWay.remove(tx.intent().key()));
        waiting.clear();
        news.clear();
        heard.clear();
        watched.clear();
        omitted = false;
    }
}
