package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.identity.EmbeddedIdentity;
import dev.zorya.wallet.agent.CurrentIdentity;
import dev.zorya.wallet.agent.Switch;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.ContactView.Badge;
import dev.zorya.wallet.api.CredentialView;
import dev.zorya.wallet.api.CredentialView.Standing;
import dev.zorya.wallet.api.DecisionView;
import dev.zorya.wallet.api.OpenOrder;
import dev.zorya.wallet.api.ProofOrder;
import dev.zorya.wallet.api.ShareView;
import dev.zorya.wallet.api.TrustPolicy;
import dev.zorya.wallet.api.TrustRule;
import dev.zorya.wallet.api.TrustRule.Outcome;
import dev.zorya.wallet.api.TrustRule.Who;
import dev.zorya.wallet.api.VoucherOrder;
import dev.zorya.wallet.api.Waiting;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletProblem;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alice vouches for Bob, who wants a channel with Carol: three wallets over real sockets, a real chain and real files. */
@Tag("slow")
class CredentialsTest {
    private static final String VOUCHER = "PerunPeerVoucher";

    @TempDir
    Path data;

    private Strangers three;
    private Wallet bob;
    private Wallet carol;

    @BeforeEach
    void meet() throws Exception {
        three = new Strangers(data);
        bob = three.bob;
        carol = three.carol;
        three.introduce(three.alice, bob);
        three.introduce(three.alice, carol);
        three.introduce(carol, bob);
    }

    @AfterEach
    void close() {
        three.close();
        bob.close();
        carol.close();
    }

    private Wallet again(Wallet wallet) throws Exception {
        wallet.close();
        return three.wallets.unlock(wallet.info().id(), TwoWallets.passphrase(), (phase, done) -> {});
    }

    private static <T extends Waiting> T waiting(Wallet wallet, Class<T> what) throws Exception {
        Wait.until(() -> !wallet.credentials().waiting().isEmpty());
        return assertInstanceOf(what, wallet.credentials().waiting().getFirst());
    }

    private OpenOrder channel(String mine) {
        return new OpenOrder(carol.did(), Money.of(bob, mine), Money.of(bob, "0"), Duration.ofMinutes(10));
    }

    private Badge badge() throws Exception {
        return carol.contacts().stream()
                .filter(contact -> contact.did().equals(bob.did()))
                .findFirst()
                .orElseThrow()
                .badge();
    }

    private DecisionView decided() throws Exception {
        return carol.trust().decisions(1).getFirst();
    }

    /** "Above one coin only with a voucher by Alice": refused, told what is missing, admitted, withdrawn, refused. */
    @Test
    @Tag("threat-55")
    void theGateOpensForWhoShowsTheVoucherAndClosesWhenItIsWithdrawn() throws Exception {
        String coin = Money.of(carol, "1").coin().symbol();
        carol.trust()
                .policy(new TrustPolicy(
                        List.of(
                                new TrustRule(
                                        new Who.NoHolder(VOUCHER, three.alice.did()),
                                        coin,
                                        BigInteger.ZERO,
                                        null,
                                        null,
                                        Outcome.REFUSE),
                                new TrustRule(new Who.AnyContact(), coin, BigInteger.ZERO, null, null, Outcome.ACCEPT)),
                        Outcome.REFUSE));

        WalletProblem refused = Wait.problem(() -> Wait.done(bob.open(channel("1"))));
        assertEquals(Code.PEER_DECLINED, refused.code());
        assertTrue(
                refused.details().contains("a PerunPeerVoucher by " + three.alice.did() + " is needed"),
                refused.details());
        assertEquals(
                "They have not shown a PerunPeerVoucher by Alice that holds, and your rule asks for one.",
                decided().reason());
        Waiting.ProofRequest question = waiting(bob, Waiting.ProofRequest.class);
        assertEquals(carol.did(), question.did());
        assertEquals(three.alice.did(), question.issuerDid());
        assertEquals(List.of(), question.matching(), "nobody has vouched for him yet");

        Wait.done(three.alice.credentials().issue(new VoucherOrder(bob.did(), "Pays in time.", Duration.ofDays(30))));
        Wait.until(() -> bob.credentials().waiting().size() == 2);
        Wait.done(bob.credentials().accept(bob.credentials().waiting().getLast().id(), ""));
        Wait.until(() -> bob.credentials().held().size() == 1);
        CredentialView held = bob.credentials().held().getFirst();
        assertEquals("Alice", held.issuerName());
        assertTrue(held.issuerIsContact());

        Wait.problem(() -> Wait.done(bob.open(channel("1"))));
        assertEquals(1, bob.credentials().waiting().size(), "he is not asked twice for the same");
        Wait.done(bob.credentials().accept(question.id(), held.id()));
        Wait.until(() -> carol.credentials().shownBy(bob.did()).size() == 1);
        assertEquals(Badge.CREDENTIAL_VERIFIED, badge());
        ShareView share = bob.credentials().shared().getFirst();
        assertEquals(carol.did(), share.did());
        assertEquals("It is needed for the channel that you proposed.", share.reason());

        ChannelView opened = Wait.done(bob.open(channel("1")));
        Wait.until(() -> carol.channel(opened.key()).channel().status() == ChannelView.Status.OPEN);
        assertEquals(DecisionView.Verdict.ACCEPTED, decided().verdict());

        Wait.done(three.alice
                .credentials()
                .revoke(three.alice.credentials().issued().getFirst().id()));
        Wait.until(() -> carol.credentials().shownBy(bob.did()).getFirst().standing() == Standing.REVOKED);
        assertEquals(Badge.CREDENTIAL_REVOKED, badge());
        Wait.until(() -> bob.credentials().held().getFirst().standing() == Standing.REVOKED);
        Wait.problem(() -> Wait.done(bob.open(channel("0.5"))));
        assertEquals(DecisionView.Verdict.DECLINED, decided().verdict());
        assertEquals(
                ChannelView.Status.OPEN, carol.channel(opened.key()).channel().status(), "what is open goes on");
    }

    /** Every program is away while the others act, and starts again before it goes on. */
    @Test
    void eachStepOutlivesTheProgramsThatAreNotThere() throws Exception {
        bob.close();
        Wait.done(three.alice.credentials().issue(new VoucherOrder(bob.did(), "Pays in time.", Duration.ofDays(30))));
        bob = again(bob);
        Waiting.Offer offer = waiting(bob, Waiting.Offer.class);
        bob = again(bob);
        assertEquals(List.of(offer), bob.credentials().waiting());
        Wait.done(bob.credentials().accept(offer.id(), ""));
        bob = again(bob);
        Wait.until(() -> bob.credentials().held().size() == 1);

        bob.close();
        CompletionStage<CredentialView> unheard =
                carol.credentials().ask(new ProofOrder(bob.did(), VOUCHER, three.alice.did(), "To trade."));
        carol = again(carol);
        bob = again(bob);
        Waiting.ProofRequest question = waiting(bob, Waiting.ProofRequest.class);
        assertEquals(1, question.matching().size());
        carol.close();
        Wait.done(bob.credentials().accept(question.id(), ""));
        bob = again(bob);
        assertEquals(List.of(), bob.credentials().waiting());
        carol = again(carol);
        Wait.until(() -> carol.credentials().shownBy(bob.did()).size() == 1);
        carol = again(carol);
        assertEquals(
                Standing.VALID,
                carol.credentials().shownBy(bob.did()).getFirst().standing());
        assertEquals(Badge.CREDENTIAL_VERIFIED, badge());
        assertEquals(1, bob.credentials().shared().size());
        assertTrue(!unheard.toCompletableFuture().isDone()
                || unheard.toCompletableFuture().isCompletedExceptionally());
    }

    @Test
    void noIsNo() throws Exception {
        Wait.done(three.alice.credentials().issue(new VoucherOrder(bob.did(), "Pays in time.", Duration.ofDays(30))));
        Wait.done(bob.credentials().decline(waiting(bob, Waiting.Offer.class).id()));
        CompletionStage<CredentialView> answer =
                carol.credentials().ask(new ProofOrder(bob.did(), VOUCHER, "", "To trade."));
        Wait.done(bob.credentials()
                .decline(waiting(bob, Waiting.ProofRequest.class).id()));
        assertEquals(Code.PROOF_DECLINED, Wait.problem(() -> Wait.done(answer)).code());
        assertEquals(List.of(), bob.credentials().held());
        assertEquals(List.of(), bob.credentials().shared());
        assertEquals(List.of(), three.alice.credentials().issued());
        assertEquals(Badge.KEY_PROVEN, badge());
    }

    /** Alice goes on under another DID; she is still the one whom Carol's rule names, and still answers for her vouchers. */
    @Test
    @Tag("threat-55")
    @Tag("threat-58")
    void theIssuerTakesAnotherDid() throws Exception {
        String before = three.alice.did();
        Wait.done(three.alice.credentials().issue(new VoucherOrder(bob.did(), "Pays in time.", Duration.ofDays(30))));
        Wait.done(bob.credentials().accept(waiting(bob, Waiting.Offer.class).id(), ""));
        Wait.until(() -> bob.credentials().held().size() == 1);
        TrustRule gate = new TrustRule(
                new Who.Holder(VOUCHER, before),
                Money.of(carol, "1").coin().symbol(),
                BigInteger.ZERO,
                null,
                null,
                Outcome.ACCEPT);
        carol.trust().policy(new TrustPolicy(List.of(gate), Outcome.REFUSE));

        EmbeddedIdentity second = EmbeddedIdentity.of(Person.filled(29));
        Parts alice = ((OpenWallet) three.alice).parts();
        alice.cards().moving(alice.identity(), second.did());
        Switch.to((CurrentIdentity) alice.identity(), second);
        alice.cards().moved();
        for (Wallet wallet : List.of(bob, carol)) {
            Wait.until(() ->
                    wallet.contacts().stream().anyMatch(contact -> contact.did().equals(second.did())));
        }
        assertEquals(
                new Who.Holder(VOUCHER, second.did()),
                carol.trust().policy().rules().getFirst().who());
        bob = again(bob);
        carol = again(carol);
        Wait.problem(() -> Wait.done(bob.open(channel("1"))));
        Waiting.ProofRequest question = waiting(bob, Waiting.ProofRequest.class);
        assertEquals(second.did(), question.issuerDid());
        Wait.done(bob.credentials().accept(question.id(), ""));
        Wait.until(() -> carol.credentials().shownBy(bob.did()).size() == 1);
        Wait.done(bob.open(channel("1")));

        Wait.done(three.alice
                .credentials()
                .revoke(three.alice.credentials().issued().getFirst().id()));
        Wait.until(() -> carol.credentials().shownBy(bob.did()).getFirst().standing() == Standing.REVOKED);
        Wait.until(() -> bob.credentials().held().getFirst().standing() == Standing.REVOKED);
        Wait.problem(() -> Wait.done(bob.open(channel("0.5"))));
    }
}
