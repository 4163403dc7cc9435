package dev.zorya.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.ChannelDetail;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.Coin;
import dev.zorya.wallet.api.CopyHealth;
import dev.zorya.wallet.api.Guard;
import dev.zorya.wallet.api.GuardReport;
import dev.zorya.wallet.api.Guarded;
import dev.zorya.wallet.api.Health;
import dev.zorya.wallet.api.Health.ChainState;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletInfo;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a guard without a window says about each channel. */
class LogbookTest {
    private static final Coin COIN = new Coin("ETH", 18, 0);
    private static final Instant SINCE = Instant.parse("2026-11-21T08:15:30.5Z");

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final Watched guard = new Watched();
    private final Logbook log = new Logbook(guard, new PrintStream(told, true, StandardCharsets.UTF_8));

    private static Guarded channel(Guarded.Kind kind, @Nullable Instant deadline) {
        Amount one = new Amount(BigInteger.TEN.pow(18), COIN);
        return new Guarded(
                "aa",
                "5be390a1".repeat(8),
                "did:key:z",
                kind,
                SINCE,
                -1,
                one,
                Duration.ofHours(1),
                deadline,
                new Amount(BigInteger.valueOf(1_600_000_000_000_000L), COIN));
    }

    private static Health health(ChainState state) {
        return new Health(state, 18_342, SINCE, "", 0, 0, "", CopyHealth.NONE);
    }

    /** Without the time of day at the beginning. */
    private List<String> lines() {
        return told.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.substring(line.indexOf("  ") + 2))
                .toList();
    }

    @Test
    void eachChannelWithSinceVersionDeadlineAndReserve() {
        guard.channels = List.of(
                channel(Guarded.Kind.GUARDED, null),
                channel(Guarded.Kind.DEFENDED, Instant.parse("2026-11-23T12:00:00Z")));
        log.report();
        assertEquals(
                List.of(
                        "channel 0x5be390a1: GUARDED since 2026-11-21T08:15:30Z, newest version 18446744073709551615,"
                                + " keep for fees 0.0016 ETH",
                        "channel 0x5be390a1: DEFENDED since 2026-11-21T08:15:30Z, newest version"
                                + " 18446744073709551615, answers count until 2026-11-23T12:00:00Z, keep for fees"
                                + " 0.0016 ETH",
                        "last block seen: 18342. Keep something."),
                lines());
    }

    @Test
    void whenTheChainIsBackItIsSaidAgain() {
        guard.chain = ChainState.NO_ANSWER;
        log.report();
        assertEquals(1, lines().size());
        log.on(new WalletEvent.HealthChanged(health(ChainState.NO_ANSWER)));
        assertEquals(1, lines().size(), "nothing has changed");
        guard.chain = ChainState.GOOD;
        log.on(new WalletEvent.HealthChanged(health(ChainState.GOOD)));
        assertEquals(3, lines().size());
        assertTrue(lines().get(1).startsWith("chain: GOOD"));
        assertTrue(lines().get(2).startsWith("last block seen"));
    }

    private static final class Watched implements Guard {
        private List<Guarded> channels = List.of();
        private ChainState chain = ChainState.GOOD;

        @Override
        public WalletInfo info() {
            return new WalletInfo("nadia", "Nadia", false, "host", Path.of("nadia"));
        }

        @Override
        public Health health() {
            return LogbookTest.health(chain);
        }

        @Override
        public List<ChannelView> channels() {
            return List.of();
        }

        @Override
        public ChannelDetail channel(String key) {
            throw new AssertionError("nobody asked for " + key);
        }

        @Override
        public GuardReport guarded() {
            return new GuardReport(channels, 18_342, SINCE, null, null, "Keep something.");
        }

        @Override
        public boolean isWanted() {
            return false;
        }

        @Override
        public AutoCloseable subscribe(Consumer<WalletEvent> listener) {
            return () -> {};
        }

        @Override
        public void close() {}
    }
}
