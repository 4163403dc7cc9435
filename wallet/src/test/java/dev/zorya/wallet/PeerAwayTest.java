package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.Overview;
import dev.zorya.wallet.api.PayOrder;
import dev.zorya.wallet.api.RequestOrder;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One side goes away and comes back. */
@Tag("slow")
class PeerAwayTest {
    @TempDir
    Path data;

    @Test
    void nothingIsSignedForWhoIsNotThereAndAllGoesOnAfterwards() throws Exception {
        try (TwoWallets two = new TwoWallets(data)) {
            String key = two.channel("2", "1").key();
            Wait.done(two.alice.pay(new PayOrder(key, Money.of(two.alice, "0.5"), "before", "")));
            String bobId = two.bob.info().id();
            two.bob.close();
            Wait.until(() -> two.alice.health().peersOnline() == 1);

            Overview money = two.alice.overview();
            ChannelView channel = two.alice.channel(key).channel();
            PayOrder pay = new PayOrder(key, Money.of(two.alice, "0.1"), "away", "");
            assertEquals(
                    Code.PEER_OFFLINE,
                    Wait.problem(() -> Wait.done(two.alice.pay(pay))).code());
            assertEquals(
                    Code.PEER_OFFLINE,
                    Wait.problem(() -> Wait.done(two.alice.close(key))).code());
            assertEquals(
                    Code.PEER_OFFLINE,
                    Wait.problem(() -> Wait.done(two.alice.request(new RequestOrder(key, pay.amount(), ""))))
                            .code());
            assertEquals(
                    Code.PEER_OFFLINE,
                    Wait.problem(() -> Wait.done(two.alice.open(two.order("1", "1"))))
                            .code());
            assertEquals(money, two.alice.overview());
            assertEquals(channel, two.alice.channel(key).channel());
            assertEquals(List.of(), two.alice.requests());

            try (Wallet bob = two.wallets.unlock(bobId, TwoWallets.passphrase(), (phase, done) -> {})) {
                assertEquals(channel.mine(), bob.channel(key).channel().theirs());
                assertEquals(two.bob.did(), bob.did());
                Wait.until(() -> two.alice.health().peersOnline() == 2);
                Wait.done(two.alice.pay(pay));
                Wait.done(bob.pay(new PayOrder(key, Money.of(bob, "1"), "back", "")));
                Wait.until(() -> two.alice.channel(key).channel().mine().equals(Money.of(two.alice, "2.4")));
                assertTrue(bob.contacts().stream().anyMatch(c -> c.did().equals(two.alice.did()) && c.online()));
            }
        }
    }
}
