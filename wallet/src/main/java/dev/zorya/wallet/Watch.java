package dev.zorya.wallet;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.engine.Engine;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.ethereum.ledger.ChainHealth;
import dev.zorya.ethereum.ledger.EthereumLedger;
import dev.zorya.storage.Activity;
import dev.zorya.storage.JournalRow;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.DisputeView;
import dev.zorya.wallet.api.GuardReport;
import dev.zorya.wallet.api.Guarded;
import dev.zorya.wallet.api.Guarded.Kind;
import dev.zorya.wallet.api.WalletException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what the watcher does: for which channels since when, up to which balance, and whether the account can pay for it. */
final class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final int PAGE = 1000;

    private final Activity activity;
    private final Engine engine;
    private final ChannelList list;
    private final EthereumLedger ledger;
    private final Coins coins;
    private final Map<String, Instant> began = new ConcurrentHashMap<>();

    Watch(Activity activity, Engine engine, ChannelList list, EthereumLedger ledger, Coins coins) {
        this.activity = activity;
        this.engine = engine;
        this.list = list;
        this.ledger = ledger;
        this.coins = coins;
    }

    GuardReport report() throws WalletException {
        List<ChannelView> watched =
                list.all().stream().filter(view -> kind(view).isPresent()).toList();
        ChainHealth health = ledger.health();
        try {
            Map<String, Amount> reserves = reserves(watched);
            BigInteger all = reserves.values().stream().map(Amount::units).reduce(BigInteger.ZERO, BigInteger::add);
            Amount reserve = new Amount(all, coins.own());
            Amount account =
                    new Amount(ledger.balances().getOrDefault(coins.asset(coins.own()), BigInteger.ZERO), coins.own());
            return report(watched, reserves, health, account, reserve);
        } catch (LedgerException e) {
            LOG.debug("what to keep for fees is not known now: {}", e.getMessage());
            return report(watched, Map.of(), health, null, null);
        }
    }

    private GuardReport report(
            List<ChannelView> watched,
            Map<String, Amount> reserves,
            ChainHealth health,
            @Nullable Amount account,
            @Nullable Amount reserve) {
        List<Guarded> rows = watched.stream()
                .map(view -> row(view, reserves.get(view.key())))
                .toList();
        return new GuardReport(rows, health.head(), health.headTime(), account, reserve, sentence(account, reserve));
    }

    private static String sentence(@Nullable Amount account, @Nullable Amount reserve) {
        if (account == null || reserve == null) {
            return Texts.get("guard.reserve.unknown");
        }
        if (reserve.units().signum() == 0) {
            return Texts.get("guard.reserve.none");
        }
        BigInteger missing = reserve.units().subtract(account.units());
        return missing.signum() > 0
                ? Texts.get("guard.reserve.short", Coins.text(new Amount(missing, reserve.coin())))
                : Texts.get("guard.reserve.enough", Coins.text(reserve));
    }

    /** By channel; asks the chain once. */
    private Map<String, Amount> reserves(List<ChannelView> watched) throws LedgerException {
        Map<String, Allocation> allocations = new LinkedHashMap<>();
        for (ChannelView view : watched) {
            // what stands inside another channel goes to the judge with it
            snapshot(view)
                    .filter(channel -> channel.parent() == null)
                    .ifPresent(channel -> allocations.put(view.key(), channel.allocation()));
        }
        List<BigInteger> wei = ledger.reserves(List.copyOf(allocations.values()));
        Map<String, Amount> reserves = new LinkedHashMap<>();
        allocations.keySet().forEach(key -> reserves.put(key, new Amount(wei.get(reserves.size()), coins.own())));
        return reserves;
    }

    private Optional<ChannelSnapshot> snapshot(ChannelView view) {
        return Ids.parse(view.key()).map(ProposalId::new).flatMap(engine::channel);
    }

    private Guarded row(ChannelView view, @Nullable Amount reserve) {
        DisputeView dispute = view.dispute();
        return new Guarded(
                view.key(),
                view.channelId(),
                view.contactDid(),
                kind(view).orElseThrow(),
                began.computeIfAbsent(view.key(), key -> began(view)),
                view.version(),
                dispute == null ? view.mine().plus(view.pending()) : dispute.pays(),
                view.protectionPeriod(),
                dispute == null || dispute.registered() == null
                        ? null
                        : dispute.registered().deadline(),
                reserve);
    }

    private static Optional<Kind> kind(ChannelView view) {
        return switch (view.status()) {
            case PROPOSED, SETTLED, DECLINED -> Optional.empty();
            case OPENING -> view.channelId().isEmpty() ? Optional.empty() : Optional.of(Kind.FROM_FIRST_DEPOSIT);
            case OPEN, SENDING, PENDING, STALE -> Optional.of(Kind.GUARDED);
            case IN_DISPUTE -> Optional.of(Kind.DEFENDED);
            case CLOSING, PAYING_OUT -> Optional.of(Kind.UNTIL_PAID_OUT);
            case STOPPED -> Optional.of(Kind.NOT_GUARDED);
        };
    }

    /** The moment in which both had signed the first balance; the proposal's where the journal does not say. */
    private Instant began(ChannelView view) {
        Optional<ProposalId> key = Ids.parse(view.key()).map(ProposalId::new);
        if (key.isEmpty()) {
            return view.opened();
        }
        try {
            return journal(key.get()).stream()
                    .map(JournalRow::entry)
                    .filter(entry -> entry.event().equals("SIGNED"))
                    .map(entry -> entry.at())
                    .findFirst()
                    .orElse(view.opened());
        } catch (StoreException e) {
            LOG.warn("the journal of channel {} cannot be read: {}", view.key(), e.getMessage());
            return view.opened();
        }
    }

    private List<JournalRow> journal(ProposalId key) throws StoreException {
        List<JournalRow> all = new ArrayList<>();
        long below = Activity.NEWEST;
        List<JournalRow> page;
        do {
            page = activity.journal(key, below, PAGE);
            all.addAll(page);
            below = page.isEmpty() ? below : page.getLast().cursor();
        } while (page.size() == PAGE);
        return all;
    }
}
