package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.api.ActivityFilter;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.ContactPreview;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.OpenOrder;
import dev.zorya.wallet.api.OpenQuestion;
import dev.zorya.wallet.api.PayOrder;
import dev.zorya.wallet.api.PaymentView;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contacts without a card, as users of go-perun are: two wallets that treat each other so. */
@Tag("slow")
class BareContactTest {
    @TempDir
    Path data;

    private TwoWallets two;

    @BeforeEach
    void forgetTheCards() throws Exception {
        two = new TwoWallets(data);
        two.alice.removeContact(two.bob.did());
        two.bob.removeContact(two.alice.did());
    }

    @AfterEach
    void close() {
        two.close();
    }

    private static ContactView add(Wallet wallet, Wallet other, String name) throws Exception {
        return wallet.addContact(wallet.readContact("peer=" + other.ownPeerAddress() + "\n"), name);
    }

    private static ContactView only(Wallet wallet) throws Exception {
        return wallet.contacts().getFirst();
    }

    @Test
    void whatTheTextSaysIsShownBeforeItIsKept() throws Exception {
        ContactPreview preview = two.alice.readContact(two.bob.ownPeerAddress());
        assertTrue(preview.did().startsWith("did:key:z4MX"), preview.did());
        assertTrue(
                two.bob.did().startsWith(preview.claimedName()), "the name in the address, shortened and unverified");
        assertEquals("", preview.comparisonCode());
        assertEquals("", preview.address());
        assertTrue(two.bob.ownPeerAddress().endsWith("@" + preview.endpoint()));
        assertEquals(
                Code.CONTACT_IS_YOU,
                Wait.problem(() -> two.alice.readContact(two.alice.ownPeerAddress()))
                        .code());
        assertEquals(
                Code.CONTACT_TEXT_DAMAGED,
                Wait.problem(() ->
                                two.alice.readContact(two.bob.ownPeerAddress().substring(2)))
                        .code());
        assertTrue(
                two.alice.contacts().stream().noneMatch(contact -> contact.did().equals(preview.did())));
    }

    /** Open, pay, close; what each showed first is pinned and survives a restart (safety rule 6). */
    @Test
    void aChannelWithSomebodyKnownByAddress() throws Exception {
        String did = add(two.alice, two.bob, "Bob").did();
        add(two.bob, two.alice, "Alice");
        assertNull(only(two.alice).expires());
        ChannelView channel = open(did);
        Wait.until(() -> only(two.alice).address().equals(two.bob.address()));
        Wait.until(() -> only(two.bob).address().equals(two.alice.address()));
        PaymentView paid =
                Wait.done(two.alice.pay(new PayOrder(channel.key(), Money.of(two.alice, "0.5"), "no memo there", "")));
        assertEquals(PaymentView.Status.DONE, paid.status());
        Wait.until(() -> two.bob.activity(ActivityFilter.ALL, "", 10).rows().stream()
                .anyMatch(row -> row.incoming() && row.amount().equals(Money.of(two.bob, "0.5"))));
        assertEquals(
                Money.of(two.bob, "1.5"),
                two.bob.channel(channel.key()).channel().mine());
        Wait.done(two.bob.close(channel.key()));
        for (Wallet wallet : new Wallet[] {two.alice, two.bob}) {
            Wait.until(() -> wallet.channel(channel.key()).channel().status() == ChannelView.Status.SETTLED);
        }
        assertEquals(did, only(two.alice).did());
    }

    /** The weaker introduction never takes the place of the stronger one's pins, nor silently the other way round. */
    @Test
    void oneContactIsNotKnownTwice() throws Exception {
        add(two.alice, two.bob, "Bob");
        String card = two.bob.ownContactText();
        assertEquals(
                Code.CONTACT_TWICE,
                Wait.problem(() -> two.alice.readContact(card)).code());
        two.alice.removeContact(only(two.alice).did());
        two.alice.addContact(two.alice.readContact(card), "Bob");
        assertEquals(
                Code.CONTACT_TWICE,
                Wait.problem(() -> two.alice.readContact(two.bob.ownPeerAddress()))
                        .code());
        assertNotEquals("", only(two.alice).comparisonCode());
    }

    private ChannelView open(String did) throws Exception {
        var asked = two.alice.open(
                new OpenOrder(did, Money.of(two.alice, "2"), Money.of(two.alice, "1"), Duration.ofMinutes(10)));
        Wait.until(() -> !two.bob.questions().isEmpty());
        OpenQuestion question = two.bob.questions().getFirst();
        Wait.done(two.bob.answer(question.id(), true));
        ChannelView channel = Wait.done(asked);
        for (Wallet wallet : new Wallet[] {two.alice, two.bob}) {
            Wait.until(() -> wallet.channel(channel.key()).channel().status() == ChannelView.Status.OPEN);
        }
        return channel;
    }
}
