package dev.zorya.node;

import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.ChannelDetail;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.Guard;
import dev.zorya.wallet.api.GuardReport;
import dev.zorya.wallet.api.Guarded;
import dev.zorya.wallet.api.Health;
import dev.zorya.wallet.api.TimelineEntry;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes down what happens on a guard's watch, a line for each thing. Called on one thread. */
final class Logbook {
    private final Guard guard;
    private final PrintStream out;
    private final Map<String, Instant> written = new HashMap<>();
    private Health.ChainState chain = Health.ChainState.CONNECTING;

    Logbook(Guard guard, PrintStream out) {
        this.guard = guard;
        this.out = out;
    }

    static boolean holdsMoney(ChannelView channel) {
        return switch (channel.status()) {
            case OPENING, OPEN, SENDING, PENDING, CLOSING, IN_DISPUTE, PAYING_OUT, STALE, STOPPED -> true;
            case PROPOSED, SETTLED, DECLINED -> false;
        };
    }

    /** What happened before the watch is not told again. */
    void begin(ChannelView channel) {
        try {
            guard.channel(channel.key()).timeline().stream()
                    .findFirst()
                    .ifPresent(newest -> written.put(channel.key(), newest.at()));
        } catch (WalletException e) {
            problem(e.problem());
        }
    }

    /** What is guarded since when, up to which balance, until when, and what it takes: a line for each channel. */
    void report() {
        chain = guard.health().chain();
        try {
            GuardReport report = guard.guarded();
            for (Guarded channel : report.channels()) {
                line("channel 0x"
                        + channel.channelId()
                                .substring(0, Math.min(8, channel.channelId().length())) + ": "
                        + channel.kind() + " since " + channel.since().truncatedTo(ChronoUnit.SECONDS)
                        + ", newest version " + Long.toUnsignedString(channel.version())
                        + deadline(channel.deadline()) + reserve(channel.reserve()));
            }
            line((report.block() == 0 ? "no block seen yet" : "last block seen: " + report.block()) + ". "
                    + report.sentence());
        } catch (WalletException e) {
            problem(e.problem());
        }
    }

    private static String deadline(@Nullable Instant deadline) {
        return deadline == null ? "" : ", answers count until " + deadline;
    }

    private static String reserve(@Nullable Amount reserve) {
        return reserve == null
                ? ""
                : ", keep for fees "
                        + new BigDecimal(reserve.units(), reserve.coin().decimals())
                                .stripTrailingZeros()
                                .toPlainString()
                        + " " + reserve.coin().symbol();
    }

    void on(WalletEvent event) {
        switch (event) {
            case WalletEvent.ChannelChanged changed -> channel(changed.channelKey());
            case WalletEvent.HealthChanged changed -> health(changed.health());
            case WalletEvent.Trouble trouble -> problem(trouble.problem());
            case WalletEvent.PaymentChanged changed -> {}
            case WalletEvent.RequestChanged changed -> {}
            case WalletEvent.QuestionAsked asked -> {}
            case WalletEvent.QuestionGone gone -> {}
            case WalletEvent.ContactChanged changed -> {}
            case WalletEvent.ConnectionChanged changed -> {}
            case WalletEvent.ConsentAsked asked -> {}
            case WalletEvent.ConsentGone gone -> {}
            case WalletEvent.CredentialsChanged changed -> {}
            case WalletEvent.IdentityChanged changed -> {}
            case WalletEvent.ProposalDecided decided -> {}
            case WalletEvent.BalanceChanged changed -> {}
        }
    }

    private void channel(String key) {
        try {
            ChannelDetail detail = guard.channel(key);
            Instant last = written.getOrDefault(key, Instant.MIN);
            for (TimelineEntry entry : detail.timeline().reversed()) {
                if (entry.at().isAfter(last)) {
                    line(name(detail.channel()) + ": " + entry.sentence() + " (" + entry.details() + ")");
                    written.put(key, entry.at());
                }
            }
        } catch (WalletException e) {
            problem(e.problem());
        }
    }

    private void health(Health health) {
        if (health.chain() != chain) {
            boolean back = health.chain() == Health.ChainState.GOOD;
            chain = health.chain();
            line("chain: " + chain + (health.chainSentence().isEmpty() ? "" : ". " + health.chainSentence())
                    + ", block " + health.block());
            if (back) {
                report();
            }
        }
    }

    private void problem(WalletProblem problem) {
        line(problem.what() + " " + problem.meaning() + " " + problem.next());
    }

    private void line(String text) {
        out.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + "  " + text);
    }

    private static String name(ChannelView channel) {
        String id = channel.channelId().isEmpty() ? channel.key() : channel.channelId();
        return "channel 0x" + id.substring(0, 8);
    }
}
