package dev.zorya.channel.sim;

import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.Ledger;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.port.StateScheme;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import java.math.BigInteger;
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
 * A chain in memory: accounts with money, blocks, and the contracts' rules of {@link ModelContracts}. A block is made at once
 * for each intent, or by hand. Every watcher hears the present facts after every block, so facts come more than once.
 */
public final class ModelLedger {
    private record Watch(Params params, Allocation assets, Consumer<LedgerEvent> listener) {}

    private record Pending(Account account, Intent intent) {}

    private final StateScheme scheme;
    private final InstantSource clock;
    private final ModelContracts contracts;
    private final List<Account> accounts = new ArrayList<>();
    private final Deque<Pending> pool = new ArrayDeque<>();
    private boolean byHand;
    private boolean reachable = true;
    private long block = 1;

    public ModelLedger(StateScheme scheme, InstantSource clock) {
        this.scheme = scheme;
        this.clock = clock;
        this.contracts = new ModelContracts(scheme);
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

    /** One block with all that waits; everybody hears how things stand after it. */
    public void mine() {
        List<Runnable> news = new ArrayList<>();
        synchronized (this) {
            block++;
            for (Pending next = pool.poll(); next != null; next = pool.poll()) {
                execute(next, news);
            }
            accounts.forEach(account -> account.watches.forEach((id, watch) -> facts(account, id, watch, news)));
        }
        news.forEach(Runnable::run);
    }

    /** All there is of an asset, in accounts and in its holder: never changes. */
    public synchronized BigInteger total(Asset asset) {
        return accounts.stream().map(a -> a.money(asset)).reduce(contracts.locked(asset), BigInteger::add);
    }

    /** What the holder of this asset keeps for all channels. */
    public synchronized BigInteger locked(Asset asset) {
        return contracts.locked(asset);
    }

    public synchronized Optional<Long> concluded(ChannelId channel) {
        return contracts.concluded(channel);
    }

    private void execute(Pending next, List<Runnable> news) {
        Account account = next.account();
        Intent intent = next.intent();
        try {
            switch (intent) {
                case Intent.Deposit deposit -> account.deposit(deposit);
                case Intent.ConcludeFinal conclude -> {
                    if (contracts.concluded(conclude.channel()).isEmpty()) {
                        contracts.concludeFinal(conclude.params(), conclude.last());
                    }
                }
                case Intent.Withdraw withdraw -> account.withdraw(withdraw);
                case Intent.Register register -> throw new Reverted("no disputes here");
                case Intent.Progress progress -> throw new Reverted("no disputes here");
                case Intent.Conclude conclude -> throw new Reverted("no disputes here");
            }
            account.done.add(intent.key());
            Bytes hash = Bytes.wrap(new byte[32]);
            account.tell(
                    intent.channel(), new LedgerEvent.Mined(intent.key(), hash, block, 50_000, BigInteger.ZERO), news);
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
        List<Asset> assets = watch.assets().assets();
        List<Participant> parts = watch.params().parts();
        List<List<BigInteger>> held = assets.stream()
                .map(asset -> parts.stream()
                        .map(part -> contracts.holdings(asset, id, part))
                        .toList())
                .toList();
        Optional<Long> version = contracts.concluded(id);
        if (version.isEmpty()) {
            account.tell(id, new LedgerEvent.Holdings(new Balances(held), block, clock.instant()), news);
            return;
        }
        account.tell(id, new LedgerEvent.Concluded(version.get(), block, clock.instant()), news);
        for (int asset = 0; asset < assets.size(); asset++) {
            for (int part = 0; part < parts.size(); part++) {
                if (held.get(asset).get(part).signum() == 0) {
                    account.tell(id, new LedgerEvent.Withdrawn(asset, part, BigInteger.ZERO, block), news);
                }
            }
        }
    }

    /** The ledger as one wallet sees it. What it did is remembered here, as a real one has it in its store. */
    public final class Account implements Ledger {
        private final Participant self;
        private final Map<Asset, BigInteger> money;
        private final Map<ChannelId, Watch> watches = new LinkedHashMap<>();
        private final Set<String> done = new HashSet<>();

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
                boolean known = done.contains(intent.key())
                        || pool.stream()
                                .anyMatch(p ->
                                        p.account() == this && p.intent().key().equals(intent.key()));
                if (!known) {
                    pool.add(new Pending(this, intent));
                }
                now = !byHand;
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

        private void deposit(Intent.Deposit deposit) throws LedgerException {
            BigInteger left = money(deposit.asset()).subtract(deposit.amount());
            if (left.signum() < 0) {
                throw new LedgerException(LedgerException.Reason.NOT_ENOUGH_FUNDS, "the account holds too little");
            }
            money.put(deposit.asset(), left);
            contracts.deposit(deposit.asset(), deposit.channel(), self, deposit.amount());
        }

        private void withdraw(Intent.Withdraw withdraw) throws Reverted {
            BigInteger amount = contracts.holdings(withdraw.asset(), withdraw.channel(), self);
            contracts.withdraw(withdraw.asset(), withdraw.channel(), self, amount);
            money.merge(withdraw.asset(), amount, BigInteger::add);
        }

        private void tell(ChannelId channel, LedgerEvent fact, List<Runnable> news) {
            Watch watch = watches.get(channel);
            if (watch != null) {
                news.add(() -> watch.listener().accept(fact));
            }
        }
    }
}
