package dev.zorya.channel.sim;

import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.Ledger;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.port.StateScheme;
import dev.zorya.channel.sim.judge.Clerk;
import dev.zorya.channel.sim.judge.Holders;
import dev.zorya.channel.sim.judge.Judge;
import dev.zorya.channel.sim.judge.Reverted;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A chain in memory: accounts with money, blocks, and the contracts' rules of {@link Judge}. A block is made at once for each
 * intent, or by hand, at the time of the clock. Every watcher hears the present facts after every block, so facts come more than
 * once; a registration when it changes.
 */
public final class ModelLedger {
    private record Watch(Params params, Allocation assets, Consumer<LedgerEvent> listener) {}

    private record Pending(Account account, Intent intent) {}

    private final StateScheme scheme;
    private final InstantSource clock;
    private final Judge judge;
    private final Clerk clerk;
    private final List<Account> accounts = new ArrayList<>();
    private final Deque<Pending> pool = new ArrayDeque<>();
    private boolean byHand;
    private boolean reachable = true;
    private long block = 1;

    public ModelLedger(StateScheme scheme, InstantSource clock) {
        this.scheme = scheme;
        this.clock = clock;
        this.judge = new Judge(scheme, new Holders(SimWorld.CHAIN, SimWorld.PURSE.keySet()), NimApp.KNOWN.known());
        this.clerk = new Clerk(scheme, judge);
    }

    /** A new account that owns this much of each asset. */
    public synchronized Account account(Participant self, Map<Asset, BigInteger> money) {
        Account account = new Account(self, money);
        accounts.add(account);
        return account;
    }

    /** From now on blocks are made only by {@link #mine}. */
    public synchronized void mineByHand() {
        byHand = true;
    }

    public synchronized void reachable(boolean yes) {
        reachable = yes;
    }

    /** Something waits for the next block. */
    public synchronized boolean isBusy() {
        return !pool.isEmpty();
    }

    /** What the judge knows of a channel. */
    public synchronized Dispute dispute(ChannelId channel) {
        return judge.dispute(channel);
    }

    /** One block with all whose time has come; everybody hears how things stand after it. */
    public void mine() {
        List<Runnable> news = new ArrayList<>();
        synchronized (this) {
            block++;
            List<Pending> ready = List.copyOf(pool);
            pool.clear();
            ready.forEach(next -> execute(next, news));
            accounts.forEach(account -> account.watches.forEach((id, watch) -> facts(account, id, watch, news)));
        }
        news.forEach(Runnable::run);
    }

    /** All there is of an asset, in accounts and in its holder: never changes. */
    public synchronized BigInteger total(Asset asset) {
        return accounts.stream().map(a -> a.money(asset)).reduce(judge.holders().locked(asset), BigInteger::add);
    }

    /** What the holder of this asset keeps for all channels. */
    public synchronized BigInteger locked(Asset asset) {
        return judge.holders().locked(asset);
    }

    /** The version that a channel was concluded with. */
    public synchronized Optional<Long> concluded(ChannelId channel) {
        return judge.isConcluded(channel) ? Optional.of(judge.dispute(channel).version()) : Optional.empty();
    }

    private void execute(Pending next, List<Runnable> news) {
        Account account = next.account();
        Intent intent = next.intent();
        try {
            switch (account.carry(intent)) {
                case WAITS -> pool.add(next);
                case OVER -> {}
                case DONE -> {
                    Bytes hash = Bytes.wrap(new byte[32]);
                    account.tell(
                            intent.channel(),
                            new LedgerEvent.Mined(intent.key(), hash, block, 50_000, BigInteger.ZERO),
                            news);
                }
            }
        } catch (Reverted e) {
            account.tell(
                    intent.channel(),
                    new LedgerEvent.Stuck(
                            intent.key(), LedgerException.Reason.REVERTED, String.valueOf(e.getMessage())),
                    news);
        } catch (LedgerException e) {
            account.tell(
                    intent.channel(),
                    new LedgerEvent.Stuck(intent.key(), e.reason(), String.valueOf(e.getMessage())),
                    news);
        }
    }

    private void facts(Account account, ChannelId id, Watch watch, List<Runnable> news) {
        Dispute dispute = judge.dispute(id);
        boolean over = judge.isConcluded(id);
        if (over) {
            account.tell(id, new LedgerEvent.Concluded(dispute.version(), null, block, clock.instant()), news);
        }
        if (watch.params().ledgerChannel()) {
            money(account, id, watch, news);
        }
        boolean heard = dispute.equals(account.heard.put(id, dispute));
        if (!over && dispute.isRegistered() && !heard) {
            account.tell(id, registered(dispute), news);
        }
    }

    private LedgerEvent registered(Dispute dispute) {
        return new LedgerEvent.Registered(
                dispute.version(),
                dispute.stateHash(),
                Instant.ofEpochSecond(dispute.timeout()),
                dispute.phase() == 0 ? LedgerEvent.Stage.DISPUTE : LedgerEvent.Stage.FORCED_EXECUTION,
                judge.shown(dispute.stateHash()).orElse(null),
                block,
                clock.instant());
    }

    /** Before the conclusion only while nothing is registered: it says that, too. */
    private void money(Account account, ChannelId id, Watch watch, List<Runnable> news) {
        List<Asset> assets = watch.assets().assets();
        List<Participant> parts = watch.params().parts();
        List<List<BigInteger>> held = assets.stream()
                .map(asset -> parts.stream()
                        .map(part -> judge.holders().holdings(asset, id, part))
                        .toList())
                .toList();
        if (!judge.isConcluded(id)) {
            if (!judge.dispute(id).isRegistered()) {
                account.tell(id, new LedgerEvent.Holdings(new Balances(held), block, clock.instant()), news);
            }
            return;
        }
        for (int asset = 0; asset < assets.size(); asset++) {
            for (int part = 0; part < parts.size(); part++) {
                if (held.get(asset).get(part).signum() == 0) {
                    account.tell(id, new LedgerEvent.Withdrawn(asset, part, BigInteger.ZERO, Bytes.EMPTY, block), news);
                }
            }
        }
    }

    /** The ledger as one wallet sees it. What it did is remembered here, as a real one has it in its store. */
    public final class Account implements Ledger {
        private final Participant self;
        private final Map<Asset, BigInteger> money;
        private final Map<ChannelId, Watch> watches = new LinkedHashMap<>();
        private final Map<ChannelId, Dispute> heard = new HashMap<>();
        private final Set<String> paid = new HashSet<>();

        private Account(Participant self, Map<Asset, BigInteger> money) {
            this.self = self;
            this.money = new HashMap<>(money);
        }

        public BigInteger money(Asset asset) {
            synchronized (ModelLedger.this) {
                return money.getOrDefault(asset, BigInteger.ZERO);
            }
        }

        /** The process that watched is gone. */
        public void forgetWatches() {
            synchronized (ModelLedger.this) {
                watches.clear();
                heard.clear();
            }
        }

        @Override
        public StateScheme scheme() {
            return scheme;
        }

        @Override
        public Participant self() {
            return self;
        }

        @Override
        public Optional<String> refusal(Params params, Allocation initial) throws LedgerException {
            requireReachable();
            return params.parts().stream().distinct().count() == params.parts().size()
                    ? Optional.empty()
                    : Optional.of("a participant stands there twice");
        }

        @Override
        public void submit(Intent intent) throws LedgerException {
            requireReachable();
            boolean now;
            synchronized (ModelLedger.this) {
                boolean known = paid.contains(intent.key())
                        || pool.stream()
                                .anyMatch(p ->
                                        p.account() == this && p.intent().key().equals(intent.key()));
                if (!known) {
                    pool.add(new Pending(this, intent));
                }
                now = !known && !byHand;
            }
            if (now) {
                mine();
            }
        }

        @Override
        public void watch(ChannelId channel, Params params, Allocation assets, Consumer<LedgerEvent> listener) {
            synchronized (ModelLedger.this) {
                watches.put(channel, new Watch(params, assets, listener));
            }
            refresh(List.of(channel));
        }

        @Override
        public void unwatch(ChannelId channel) {
            synchronized (ModelLedger.this) {
                watches.remove(channel);
            }
        }

        @Override
        public void refresh(List<ChannelId> channels) {
            List<Runnable> news = new ArrayList<>();
            synchronized (ModelLedger.this) {
                for (ChannelId id : channels) {
                    Watch watch = watches.get(id);
                    if (watch != null) {
                        heard.remove(id);
                        facts(this, id, watch, news);
                    }
                }
            }
            news.forEach(Runnable::run);
        }

        private void requireReachable() throws LedgerException {
            synchronized (ModelLedger.this) {
                if (!reachable) {
                    throw new LedgerException(LedgerException.Reason.UNREACHABLE, "the chain does not answer");
                }
            }
        }

        private Clerk.Progress carry(Intent intent) throws Reverted, LedgerException {
            long time = clock.instant().getEpochSecond();
            return switch (intent) {
                case Intent.Deposit deposit -> deposit(deposit);
                case Intent.ConcludeFinal conclude -> clerk.conclude(conclude, time);
                case Intent.Withdraw withdraw -> withdraw(withdraw);
                case Intent.Register register -> clerk.register(register, time);
                case Intent.Progress progress -> clerk.progress(progress, time);
                case Intent.Conclude conclude -> clerk.conclude(conclude, time);
            };
        }

        private Clerk.Progress deposit(Intent.Deposit deposit) throws LedgerException {
            BigInteger left = money(deposit.asset()).subtract(deposit.amount());
            if (left.signum() < 0) {
                throw new LedgerException(LedgerException.Reason.NOT_ENOUGH_FUNDS, "the account holds too little");
            }
            money.put(deposit.asset(), left);
            judge.holders().deposit(deposit.asset(), deposit.channel(), self, deposit.amount());
            paid.add(deposit.key());
            return Clerk.Progress.DONE;
        }

        private Clerk.Progress withdraw(Intent.Withdraw withdraw) throws Reverted {
            BigInteger amount = judge.holders().holdings(withdraw.asset(), withdraw.channel(), self);
            judge.holders().withdraw(withdraw.asset(), withdraw.channel(), self, amount);
            money.merge(withdraw.asset(), amount, BigInteger::add);
            return Clerk.Progress.DONE;
        }

        private void tell(ChannelId channel, LedgerEvent fact, List<Runnable> news) {
            Watch watch = watches.get(channel);
            if (watch != null) {
                news.add(() -> watch.listener().accept(fact));
            }
        }
    }
}
