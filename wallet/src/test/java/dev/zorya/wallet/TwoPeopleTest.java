package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.api.ActivityFilter;
import dev.zorya.wallet.api.ActivityPage;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.OpenQuestion;
import dev.zorya.wallet.api.PayOrder;
import dev.zorya.wallet.api.PaymentView;
import dev.zorya.wallet.api.RequestOrder;
import dev.zorya.wallet.api.RequestView;
import dev.zorya.wallet.api.TimelineEntry;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One story of two people, told in order on real sockets, a real chain and real files. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoPeopleTest {
    @TempDir
    static Path data;

    private static TwoWallets two;
    private static String key = "";
    private static final List<WalletEvent> heard = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    static void start() throws Exception {
        two = new TwoWallets(data);
        two.bob.subscribe(heard::add);
    }

    @AfterAll
    static void end() {
        two.close();
    }

    @Test
    @Order(1)
    void contactsSeeTheSameCode() throws Exception {
        ContactView bob = contact(two.alice.contacts(), two.bob.did());
        ContactView alice = contact(two.bob.contacts(), two.alice.did());
        assertEquals(bob.comparisonCode(), alice.comparisonCode());
        assertEquals(ContactView.Badge.KEY_PROVEN, bob.badge());
        assertEquals(two.bob.address(), bob.address());
        two.alice.codeCompared(bob.did());
        two.alice.renameContact(bob.did(), " Bob\u202e from the mill ");
        ContactView renamed = contact(two.alice.contacts(), two.bob.did());
        assertEquals(ContactView.Badge.CODE_COMPARED, renamed.badge());
        assertEquals("Bob from the mill", renamed.name());
        Wait.until(() -> contact(two.alice.contacts(), two.bob.did()).online());
    }

    @Test
    @Order(2)
    void decliningLeavesNothing() throws Exception {
        var asked = two.alice.open(two.order("1", "2"));
        Wait.until(() -> !two.bob.questions().isEmpty());
        OpenQuestion question = two.bob.questions().getFirst();
        assertEquals(two.alice.did(), question.contactDid());
        assertEquals(Money.of(two.bob, "2"), question.mine());
        assertEquals(Money.of(two.bob, "1"), question.theirs());
        assertEquals(Duration.ofMinutes(10), question.protectionPeriod());
        Wait.done(two.bob.answer(question.id(), false));
        assertEquals(Code.PEER_DECLINED, Wait.problem(() -> Wait.done(asked)).code());
        assertEquals(
                Code.QUESTION_GONE,
                Wait.problem(() -> Wait.done(two.bob.answer(question.id(), true)))
                        .code());
        assertEquals(List.of(), two.bob.questions());
        assertEquals(Money.of(two.alice, "10"), two.alice.overview().total());
        assertEquals(Money.of(two.alice, "10"), two.alice.overview().onChain());
    }

    @Test
    @Order(3)
    void acceptingOpensTheChannelForBoth() throws Exception {
        ChannelView channel = two.channel("2", "1");
        key = channel.key();
        ChannelView bobs = two.bob.channel(key).channel();
        assertEquals(Money.of(two.bob, "1"), bobs.mine());
        assertEquals(Money.of(two.bob, "2"), bobs.theirs());
        assertEquals(two.alice.did(), bobs.contactDid());
        assertEquals(64, bobs.channelId().length());
        assertEquals(bobs.channelId(), two.alice.channel(key).channel().channelId());
        assertEquals(Money.of(two.bob, "1"), two.bob.overview().inChannels());
        assertEquals(
                Code.CONTACT_HAS_CHANNELS,
                Wait.problem(() -> two.alice.removeContact(two.bob.did())).code());
    }

    @Test
    @Order(4)
    void paymentsStandInBothBooks() throws Exception {
        PaymentView paid = Wait.done(two.alice.pay(pay("0.25", "flour\nand\u0007 salt")));
        assertEquals(PaymentView.Status.DONE, paid.status());
        assertEquals("flour and salt", paid.memo());
        assertFalse(paid.incoming());
        Wait.until(() -> !two.bob.activity(ActivityFilter.ALL, "", 10).rows().isEmpty());
        PaymentView received =
                two.bob.activity(ActivityFilter.ALL, "", 10).rows().getFirst();
        assertTrue(received.incoming());
        assertEquals(
                List.of(paid.id(), paid.amount(), paid.memo(), paid.version()),
                List.of(received.id(), received.amount(), received.memo(), received.version()));
        assertEquals(two.alice.did(), received.contactDid());
        Wait.until(() -> heard.stream().anyMatch(event -> event.equals(new WalletEvent.PaymentChanged(received))));
        assertEquals(Money.of(two.bob, "1.25"), two.bob.channel(key).channel().mine());
    }

    @Test
    @Order(5)
    void aRequestIsPaidOrDeclined() throws Exception {
        RequestView asked = Wait.done(two.bob.request(new RequestOrder(key, Money.of(two.bob, "0.5"), "rent")));
        Wait.until(() -> !two.alice.requests().isEmpty());
        RequestView wanted = two.alice.requests().getFirst();
        assertTrue(wanted.incoming());
        assertEquals("rent", wanted.memo());
        assertEquals(asked.amount(), wanted.amount());
        Wait.done(two.alice.pay(new PayOrder(key, wanted.amount(), "rent", wanted.id())));
        assertEquals(RequestView.Status.PAID, two.alice.requests().getFirst().status());
        Wait.until(() -> two.bob.requests().getFirst().status() == RequestView.Status.PAID);
        assertEquals(
                Code.REQUEST_GONE,
                Wait.problem(() -> Wait.done(two.alice.pay(new PayOrder(key, wanted.amount(), "twice", wanted.id()))))
                        .code());

        Wait.done(two.bob.request(new RequestOrder(key, Money.of(two.bob, "0.1"), "tip")));
        Wait.until(() -> two.alice.requests().size() == 2);
        Wait.done(two.alice.decline(two.alice.requests().getFirst().id()));
        assertEquals(
                RequestView.Status.DECLINED, two.alice.requests().getFirst().status());
        Wait.until(() -> two.bob.requests().getFirst().status() == RequestView.Status.DECLINED);
    }

    @Test
    @Order(6)
    void lessThanAskedForDoesNotPayARequest() throws Exception {
        Wait.done(two.bob.request(new RequestOrder(key, Money.of(two.bob, "0.2"), "half")));
        Wait.until(() -> two.alice.requests().size() == 3);
        RequestView wanted = two.alice.requests().getFirst();
        Wait.done(two.alice.pay(new PayOrder(key, Money.of(two.alice, "0.1"), "", wanted.id())));
        Wait.until(() -> two.bob.channel(key).channel().version()
                == two.alice.channel(key).channel().version());
        assertEquals(RequestView.Status.WAITING, two.alice.requests().getFirst().status());
        assertEquals(RequestView.Status.WAITING, two.bob.requests().getFirst().status());
    }

    @Test
    @Order(7)
    void manyPaymentsAreReadInPages() throws Exception {
        for (int i = 0; i < 30; i++) {
            Wait.done(two.alice.pay(pay("0.001", "number " + i)));
        }
        List<PaymentView> all = new ArrayList<>();
        String cursor = "";
        do {
            ActivityPage page = two.alice.activity(ActivityFilter.ALL, cursor, 7);
            all.addAll(page.rows());
            cursor = page.next();
        } while (!cursor.isEmpty());
        assertEquals(33, all.size());
        assertEquals("number 29", all.getFirst().memo());
        ActivityFilter salt = new ActivityFilter(key, two.bob.did(), false, PaymentView.Status.DONE, "SALT");
        assertEquals(1, two.alice.activity(salt, "", 10).rows().size());
        assertEquals(0, two.bob.activity(salt, "", 10).rows().size());
    }

    @Test
    @Order(8)
    void closingPaysOutBoth() throws Exception {
        ChannelView last = two.alice.channel(key).channel();
        Wait.done(two.bob.close(key));
        assertEquals(
                Code.CHANNEL_NOT_OPEN,
                Wait.problem(() -> Wait.done(two.alice.pay(pay("0.1", "late")))).code());
        for (var wallet : List.of(two.alice, two.bob)) {
            Wait.until(() -> wallet.channel(key).channel().status() == ChannelView.Status.SETTLED);
            assertEquals(wallet.overview().total(), wallet.overview().onChain());
        }
        // 10 in, 2 put in, the last balance back; fees are below a thousandth
        var expected = Money.ether("8").add(last.mine().units());
        var got = two.alice.overview().onChain().units();
        assertTrue(got.compareTo(expected) < 0 && got.compareTo(expected.subtract(Money.ether("0.001"))) > 0);
        List<TimelineEntry.Kind> kinds = two.alice.channel(key).timeline().stream()
                .map(TimelineEntry::kind)
                .distinct()
                .toList();
        assertTrue(
                kinds.containsAll(List.of(
                        TimelineEntry.Kind.PROPOSED,
                        TimelineEntry.Kind.DEPOSITED,
                        TimelineEntry.Kind.OPENED,
                        TimelineEntry.Kind.PAID,
                        TimelineEntry.Kind.CLOSING,
                        TimelineEntry.Kind.CONCLUDED,
                        TimelineEntry.Kind.WITHDRAWN)),
                kinds.toString());
        // Bob's transaction paid both, and both can look it up
        assertEquals(1, payouts(two.bob).size());
        assertEquals(payouts(two.bob), payouts(two.alice));
        two.alice.removeContact(two.bob.did());
        assertEquals(1, two.alice.contacts().size(), "only the practice contact is left");
        assertEquals("", two.alice.channel(key).channel().contactDid());
    }

    /** Transactions that paid this wallet. */
    private static List<String> payouts(Wallet wallet) throws WalletException {
        return wallet.channel(key).timeline().stream()
                .filter(entry -> entry.kind() == TimelineEntry.Kind.WITHDRAWN)
                .map(TimelineEntry::transaction)
                .filter(transaction -> transaction.length() == 66)
                .distinct()
                .toList();
    }

    private static PayOrder pay(String amount, String memo) {
        return new PayOrder(key, Money.of(two.alice, amount), memo, "");
    }

    private static ContactView contact(List<ContactView> contacts, String did) {
        Optional<ContactView> found =
                contacts.stream().filter(contact -> contact.did().equals(did)).findFirst();
        return found.orElseThrow();
    }
}
