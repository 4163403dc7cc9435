package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.ethereum.AdjudicatorCalls;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.SignedState;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.ChannelView.Status;
import dev.zorya.wallet.api.DisputeView;
import dev.zorya.wallet.api.DisputeView.By;
import dev.zorya.wallet.api.DisputeView.Step;
import dev.zorya.wallet.api.OpenOrder;
import dev.zorya.wallet.api.OpenQuestion;
import dev.zorya.wallet.api.PayOrder;
import dev.zorya.wallet.api.TimelineEntry;
import dev.zorya.wallet.api.TimelineEntry.Kind;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees and gets when the other side does not play along, on a real chain. */
@Tag("slow")
class DisputeTest {
    @TempDir
    Path data;

    private TwoWallets two;
    private Node node;
    private final List<DisputeView> seen = new CopyOnWriteArrayList<>();

    @BeforeEach
    void begin() throws Exception {
        two = new TwoWallets(data);
        node = new Node(two.wallets.practiceChain().orElseThrow().node());
        two.alice.subscribe(this::look);
    }

    @AfterEach
    void end() {
        two.close();
    }

    @Test
    void whoIsLeftAloneClosesAloneAndIsPaid() throws Exception {
        String key = two.shortChannel("2", "1").key();
        Wait.done(two.alice.pay(new PayOrder(key, Money.of(two.alice, "0.5"), "", "")));
        two.bob.close();
        Wait.until(() -> two.alice.health().peersOnline() == 1);

        ChannelView closing = Wait.done(two.alice.closeAlone(key));
        assertEquals(Status.IN_DISPUTE, closing.status());
        assertEquals(Step.REGISTER, Objects.requireNonNull(closing.dispute()).step());
        assertEquals("Zorya is putting the newest balance on the chain.", closing.waitsFor());
        assertEquals(Money.of(two.alice, "1.5"), two.alice.overview().inSettlement());
        assertEquals(Money.of(two.alice, "0"), two.alice.overview().inChannels());

        Wait.until(() -> registered(key));
        DisputeView dispute = dispute(key);
        assertEquals(Step.CONCLUDE, dispute.step());
        assertEquals(By.US, dispute.by());
        assertEquals(1, dispute.ours());
        assertEquals(Money.of(two.alice, "1.5"), dispute.pays());
        assertNull(dispute.old());
        assertNull(dispute.trouble());
        DisputeView.Registered fact = Objects.requireNonNull(dispute.registered());
        assertEquals(new DisputeView.Balance(1, Money.of(two.alice, "1.5")), fact.balance());
        assertEquals(fact.since().plusSeconds(10), fact.deadline());
        assertEquals(fact.deadline(), fact.end());

        settled(key);
        addsUp("9.5", two.alice);
        List<Kind> story = kinds(key);
        assertEquals(
                List.of(Kind.CLOSING_ALONE, Kind.REGISTERED),
                story.stream()
                        .filter(kind -> kind == Kind.CLOSING_ALONE || kind == Kind.REGISTERED)
                        .distinct()
                        .toList());
        assertTrue(sentences(key).contains("You closed the channel alone."));
        assertTrue(sentences(key).contains("Your newest balance is on the chain."));
        assertTrue(sentences(key).contains("Your part is paid out."));
        assertEquals(
                Code.CHANNEL_EMPTY,
                Wait.problem(() -> Wait.done(two.alice.closeAlone(key))).code());
    }

    @Test
    @Tag("threat-21")
    void aDepositThatWasNeverMatchedComesBack() throws Exception {
        node.setBalance(two.bob.address(), "0x0");
        OpenOrder order = two.order("2", "1");
        var asked =
                two.alice.open(new OpenOrder(order.contactDid(), order.mine(), order.theirs(), Duration.ofSeconds(10)));
        Wait.until(() -> !two.bob.questions().isEmpty());
        OpenQuestion question = two.bob.questions().getFirst();
        Wait.done(two.bob.answer(question.id(), true));
        String key = Wait.done(asked).key();
        Wait.until(() -> two.alice.overview().inSettlement().equals(Money.of(two.alice, "2")));
        assertEquals(Status.OPENING, two.alice.channel(key).channel().status());

        assertEquals(Status.IN_DISPUTE, Wait.done(two.alice.closeAlone(key)).status());
        settled(key);
        addsUp("10", two.alice);
    }

    @Test
    @Tag("threat-22")
    void anOldBalanceIsAnsweredWithoutAnybodyAsking() throws Exception {
        String key = two.shortChannel("2", "1").key();
        ChannelSnapshot old = engineOf(two.bob, key);
        for (int i = 0; i < 5; i++) {
            Wait.done(two.bob.pay(new PayOrder(key, Money.of(two.bob, "0.1"), "", "")));
        }
        Wait.until(() -> two.alice.channel(key).channel().version() == 5);
        two.bob.close();
        SignedState first =
                new SignedState(Objects.requireNonNull(old.params()), Objects.requireNonNull(old.current()));
        node.send(
                two.wallets.practiceChain().orElseThrow().adjudicator(),
                "0x" + AdjudicatorCalls.register(first, List.of()));

        Wait.until(() -> seen.stream().anyMatch(step -> step.step() == Step.ANSWER));
        DisputeView answering = seen.stream()
                .filter(step -> step.step() == Step.ANSWER)
                .findFirst()
                .orElseThrow();
        assertEquals(By.THEM, answering.by());
        assertEquals("Zorya is answering an old balance from Bob with the newest one.", answering.next());
        assertEquals(5, answering.ours());
        assertEquals(Money.of(two.alice, "2.5"), answering.pays());

        Wait.until(() -> dispute(key).step() == Step.CONCLUDE);
        DisputeView answered = dispute(key);
        assertEquals(By.THEM, answered.by());
        assertEquals(new DisputeView.Balance(0, Money.of(two.alice, "2")), answered.old());
        assertEquals(5, Objects.requireNonNull(answered.registered()).balance().version());
        DisputeView.Registered before = Objects.requireNonNull(answering.registered());
        assertEquals(
                before.deadline(),
                Objects.requireNonNull(answered.registered()).deadline(),
                "an answer does not move the deadline");
        assertEquals(Money.of(two.alice, "2.5"), answered.pays());

        settled(key);
        addsUp("10.5", two.alice);
        List<String> told = sentences(key);
        assertTrue(
                told.indexOf("Bob closed with an old balance.")
                        > told.indexOf("Zorya answered with the newest balance, and the chain accepted it."),
                told.toString());
        assertEquals(1, kinds(key).stream().filter(Kind.OLD_BALANCE::equals).count());
        assertEquals(1, kinds(key).stream().filter(Kind.ANSWERED::equals).count());
        TimelineEntry cheat = two.alice.channel(key).timeline().stream()
                .filter(entry -> entry.kind() == Kind.OLD_BALANCE)
                .findFirst()
                .orElseThrow();
        assertTrue(cheat.details().startsWith("version=0 "), cheat.details());
    }

    @Test
    void withoutMoneyForFeesClosingAloneIsNotBegun() throws Exception {
        String key = two.shortChannel("2", "1").key();
        node.setBalance(two.alice.address(), "0x10");
        var refused = Wait.problem(() -> Wait.done(two.alice.closeAlone(key)));
        assertEquals(Code.FEES_MISSING, refused.code());
        assertTrue(refused.what().contains("pETH more"), refused.what());
        assertEquals(Status.OPEN, two.alice.channel(key).channel().status());
        assertEquals(
                Code.CHANNEL_UNKNOWN,
                Wait.problem(() -> Wait.done(two.alice.closeAlone("00"))).code());
    }

    private void look(WalletEvent event) {
        if (event instanceof WalletEvent.ChannelChanged changed) {
            try {
                DisputeView dispute =
                        two.alice.channel(changed.channelKey()).channel().dispute();
                if (dispute != null && !seen.contains(dispute)) {
                    seen.add(dispute);
                }
            } catch (dev.zorya.wallet.api.WalletException e) {
                throw new AssertionError(e);
            }
        }
    }

    private boolean registered(String key) throws Exception {
        DisputeView dispute = two.alice.channel(key).channel().dispute();
        return dispute != null && dispute.registered() != null;
    }

    private DisputeView dispute(String key) throws Exception {
        DisputeView dispute = two.alice.channel(key).channel().dispute();
        assertNotNull(dispute);
        return dispute;
    }

    private static ChannelSnapshot engineOf(Wallet wallet, String key) {
        ProposalId id = new ProposalId(Ids.parse(key).orElseThrow());
        return ((OpenWallet) wallet).parts().engine().channel(id).orElseThrow();
    }

    private void settled(String key) throws Exception {
        Wait.until(() -> two.alice.channel(key).channel().status() == Status.SETTLED);
        assertNull(two.alice.channel(key).channel().dispute());
        assertEquals(two.alice.overview().total(), two.alice.overview().onChain());
        assertFalse(kinds(key).contains(Kind.PROBLEM), sentences(key).toString());
    }

    private List<Kind> kinds(String key) throws Exception {
        List<Kind> kinds = new ArrayList<>();
        two.alice.channel(key).timeline().reversed().forEach(entry -> kinds.add(entry.kind()));
        return kinds;
    }

    /** Newest first, as the window shows them. */
    private List<String> sentences(String key) throws Exception {
        return two.alice.channel(key).timeline().stream()
                .map(TimelineEntry::sentence)
                .toList();
    }

    /** Fees are all that may be missing. */
    private static void addsUp(String expected, Wallet wallet) throws Exception {
        BigInteger missing =
                Money.ether(expected).subtract(wallet.overview().total().units());
        assertTrue(
                missing.signum() > 0 && missing.compareTo(Money.ether("0.005")) < 0,
                "expected " + expected + ", missing " + missing + " wei");
    }
}
