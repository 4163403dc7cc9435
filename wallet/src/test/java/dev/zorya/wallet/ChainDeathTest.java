package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.Health;
import dev.zorya.wallet.api.PayOrder;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletEvent;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chain's process is killed and comes back, once with what it knew and once without. */
@Tag("slow")
class ChainDeathTest {
    @TempDir
    Path data;

    @Test
    void inTheMiddleOfADeposit() throws Exception {
        try (TwoWallets two = new TwoWallets(data)) {
            two.bob.subscribe(event -> {
                if (event instanceof WalletEvent.QuestionAsked asked) {
                    two.bob.answer(asked.question().id(), true);
                }
            });
            String key = Wait.done(two.alice.open(two.order("2", "1"))).key();
            kill();
            Wait.until(() -> two.alice.channel(key).channel().status() == ChannelView.Status.OPEN
                    && two.bob.channel(key).channel().status() == ChannelView.Status.OPEN);
            assertEquals(Money.of(two.alice, "2"), two.alice.overview().inChannels());

            // saved once, so that the chain comes back with the open channel
            Thread.sleep(6000);
            kill();
            Wait.until(() -> two.alice.health().chain() == Health.ChainState.NO_ANSWER);
            assertTrue(two.alice.health().chainSentence().length() > 10);
            assertEquals(Money.of(two.alice, "2"), two.alice.overview().inChannels());
            Wait.done(two.alice.pay(new PayOrder(key, Money.of(two.alice, "0.5"), "without a chain", "")));
            Wait.until(() -> two.alice.health().chain() == Health.ChainState.GOOD);

            Wait.done(two.alice.close(key));
            for (var wallet : new Wallet[] {two.alice, two.bob}) {
                Wait.until(() -> wallet.channel(key).channel().status() == ChannelView.Status.SETTLED);
            }
            addsUp("9.5", two.alice.overview().total().units());
            addsUp("10.5", two.bob.overview().total().units());
        }
    }

    /** Fees are all that may be missing. */
    private static void addsUp(String expected, BigInteger got) {
        BigInteger missing = Money.ether(expected).subtract(got);
        assertTrue(
                missing.signum() >= 0 && missing.compareTo(Money.ether("0.002")) < 0,
                "expected " + expected + ", missing " + missing + " wei");
    }

    private void kill() throws Exception {
        String[] words =
                Files.readString(data.resolve("practice/chain/anvil.pid")).split(" ", -1);
        ProcessHandle.of(Long.parseLong(words[0])).orElseThrow().destroyForcibly();
    }
}
