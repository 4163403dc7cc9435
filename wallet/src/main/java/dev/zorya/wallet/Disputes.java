package dev.zorya.wallet;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.DisputeSnapshot;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.storage.Activity;
import dev.zorya.storage.JournalRow;
import dev.zorya.wallet.Docket.Move;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.Coin;
import dev.zorya.wallet.api.DisputeView;
import dev.zorya.wallet.api.DisputeView.Balance;
import dev.zorya.wallet.api.DisputeView.By;
import dev.zorya.wallet.api.DisputeView.Registered;
import dev.zorya.wallet.api.DisputeView.Step;
import dev.zorya.wallet.api.WalletProblem;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows disputes to people: how a channel stands from the engine, how it came to that from its journal. */
final class Disputes {
    private static final Logger LOG = LoggerFactory.getLogger(Disputes.class);
    private static final int MAX = 300;

    private final Activity activity;
    private final Coins coins;
    private final Map<ProposalId, Map<Long, BigInteger>> shown = new ConcurrentHashMap<>();

    Disputes(Activity activity, Coins coins) {
        this.activity = activity;
        this.coins = coins;
    }

    /** Remembers what registered states leave us: the engine keeps only their versions. */
    void reported(ChannelSnapshot channel, LedgerEvent event) {
        if (event instanceof LedgerEvent.Registered fact && fact.state() != null) {
            shown.computeIfAbsent(channel.key(), key -> new ConcurrentHashMap<>())
                    .put(fact.version(), fact.state().balances().of(0, channel.ownIndex()));
        }
    }

    /** @param contact name of the other side */
    @Nullable
    DisputeView view(ChannelSnapshot channel, Coin coin, String contact) {
        DisputeSnapshot how = channel.dispute();
        if (how == null) {
            return null;
        }
        List<Docket.Line> lines = lines(channel.key());
        Step step = step(how.next());
        Optional<Docket.Line> old = first(lines, Move.THEY_CHEATED);
        return new DisputeView(
                step,
                by(lines, how),
                Texts.get("dispute." + step, contact),
                trouble(lines),
                how.ours(),
                pays(channel, how, step, coin),
                registered(channel, how.registered(), lines, coin),
                old.map(line -> balance(channel, line.entry().version(), coin)).orElse(null),
                new Amount(spent(lines), coins.own()));
    }

    private List<Docket.Line> lines(ProposalId key) {
        try {
            List<JournalRow> newestFirst = activity.journal(key, Activity.NEWEST, MAX);
            List<Docket.Line> all = Docket.read(
                    newestFirst.reversed().stream().map(JournalRow::entry).toList());
            // what was before has nothing to do with it
            return all.stream().dropWhile(line -> line.move() == Move.OTHER).toList();
        } catch (StoreException e) {
            LOG.warn("the journal of channel {} cannot be read: {}", key, e.getMessage());
            return List.of();
        }
    }

    private static Step step(DisputeSnapshot.Next next) {
        return switch (next) {
            case REGISTER -> Step.REGISTER;
            case REFUTE -> Step.ANSWER;
            case CONCLUDE -> Step.CONCLUDE;
            case MOVE -> Step.MOVE;
            case PROGRESS -> Step.PROGRESS;
            case WAIT -> Step.WAIT;
        };
    }

    private static By by(List<Docket.Line> lines, DisputeSnapshot how) {
        for (Docket.Line line : lines) {
            switch (line.move()) {
                case WE_REGISTERED -> {
                    return By.US;
                }
                case THEY_REGISTERED, THEY_CHEATED, THEY_SURPRISED, THEY_ANSWERED -> {
                    return By.THEM;
                }
                case CLOSED_ALONE, WE_ANSWERED, APP_MOVED, REPEATED, OTHER -> {}
            }
        }
        return how.registered() == null ? By.US : By.UNKNOWN;
    }

    /** The last thing that the ledger could not do, unless it did something since. */
    private static @Nullable WalletProblem trouble(List<Docket.Line> lines) {
        for (Docket.Line line : lines.reversed()) {
            switch (line.entry().event()) {
                case "STUCK" -> {
                    return Troubles.of(stuck(line));
                }
                case "MINED" -> {
                    return null;
                }
                default -> {}
            }
        }
        return null;
    }

    /** As the ledger reported it: the journal keeps it as text. */
    static LedgerEvent.Stuck stuck(Docket.Line line) {
        String reason = line.value("reason");
        int end = line.entry().details().indexOf(reason) + reason.length();
        return new LedgerEvent.Stuck(
                line.value("intent"),
                LedgerException.Reason.valueOf(reason),
                line.entry().details().substring(end).strip());
    }

    private @Nullable Amount pays(ChannelSnapshot channel, DisputeSnapshot how, Step step, Coin coin) {
        DisputeSnapshot.@Nullable Fact fact = how.registered();
        return switch (step) {
            case REGISTER, ANSWER -> balance(channel, how.ours(), coin).mine();
            case CONCLUDE, MOVE, PROGRESS, WAIT ->
                fact == null ? null : balance(channel, fact.version(), coin).mine();
        };
    }

    private @Nullable Registered registered(
            ChannelSnapshot channel, DisputeSnapshot.@Nullable Fact fact, List<Docket.Line> lines, Coin coin) {
        if (fact == null) {
            return null;
        }
        Instant since = lines.stream()
                .filter(line -> line.entry().event().equals("REGISTERED"))
                .findFirst()
                .map(line -> line.entry().at())
                .orElseGet(() -> fact.timeout().minus(channel.challenge()));
        return new Registered(balance(channel, fact.version(), coin), since, fact.timeout(), fact.end(), fact.block());
    }

    private Balance balance(ChannelSnapshot channel, long version, Coin coin) {
        BigInteger mine = version == channel.version()
                ? channel.allocation().balances().of(0, channel.ownIndex())
                : shown.getOrDefault(channel.key(), Map.of()).get(version);
        return new Balance(version, mine == null ? null : new Amount(mine, coin));
    }

    private static BigInteger spent(List<Docket.Line> lines) {
        return lines.stream()
                .filter(line -> line.entry().event().equals("MINED"))
                .filter(line -> !line.value("intent").startsWith("deposit/"))
                .map(line -> line.value("fee"))
                .filter(fee -> fee.matches("\\d{1,40}"))
                .map(BigInteger::new)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static Optional<Docket.Line> first(List<Docket.Line> lines, Move move) {
        return lines.stream().filter(line -> line.move() == move).findFirst();
    }
}
