package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.DecisionView;
import dev.zorya.wallet.api.TrustPolicy;
import dev.zorya.wallet.api.TrustRule;
import dev.zorya.wallet.api.TrustRule.Outcome;
import dev.zorya.wallet.api.TrustRule.Who;
import dev.zorya.wallet.api.WalletProblem;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policy of one wallet and the proposals of another, over real parts. */
@Tag("slow")
class TrustTest {
    @TempDir
    Path data;

    @Test
    void rulesAcceptAndRefuseInThePersonsName() throws Exception {
        try (TwoWallets two = new TwoWallets(data)) {
            Amount most = Money.of(two.bob, "2");
            two.bob
                    .trust()
                    .policy(new TrustPolicy(
                            List.of(new TrustRule(
                                    new Who.OneContact(two.alice.did()),
                                    most.coin().symbol(),
                                    BigInteger.ZERO,
                                    most.units(),
                                    null,
                                    Outcome.ACCEPT)),
                            Outcome.REFUSE));
            ChannelView opened = Wait.done(two.alice.open(two.order("1", "0.5")));
            Wait.until(() -> two.bob.channel(opened.key()).channel().status() == ChannelView.Status.OPEN);
            WalletProblem refused = Wait.problem(() -> Wait.done(two.alice.open(two.order("0.4", "0.2"))));
            assertEquals(Code.PEER_DECLINED, refused.code());
            assertTrue(refused.details().contains("such a channel is not wanted"), refused.details());
            List<DecisionView> decisions = two.bob.trust().decisions(10);
            assertEquals(
                    List.of(DecisionView.Verdict.DECLINED, DecisionView.Verdict.ACCEPTED),
                    decisions.stream().map(DecisionView::verdict).toList(),
                    "both together would hold more than two");
            assertEquals(Money.of(two.bob, "1.5"), decisions.getLast().amount());
            assertEquals(
                    "Your rule for Alice accepts this.", decisions.getLast().reason());
            assertFalse(decisions.stream().anyMatch(DecisionView::byPerson));
            assertEquals(List.of(), two.bob.questions());
        }
    }
}
