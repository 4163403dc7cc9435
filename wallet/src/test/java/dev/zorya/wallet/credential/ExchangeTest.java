package dev.zorya.wallet.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.api.CredentialView;
import dev.zorya.wallet.api.CredentialView.Standing;
import dev.zorya.wallet.api.ProofOrder;
import dev.zorya.wallet.api.ShareView;
import dev.zorya.wallet.api.VoucherOrder;
import dev.zorya.wallet.api.Waiting;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Offer, consent, credential; question, consent, presentation. */
class ExchangeTest extends Desks {
    @Test
    void offerConsentCredential() throws Exception {
        Waiting.Offer offer = assertInstanceOf(Waiting.Offer.class, offered());
        assertEquals(bank.did(), offer.did());
        assertEquals("Bank", offer.credential().issuerName());
        assertTrue(offer.credential().issuerIsContact());
        assertEquals("pays in time", offer.credential().claims().get("statement"));
        assertEquals(List.of(), nadia.desk.held());
        assertEquals(List.of(), bank.desk.issued(), "nothing is signed before she wants it");
        assertTrue(nadia.events.contains(new WalletEvent.ConsentAsked(offer)));
        done(nadia.desk.accept(offer.id(), ""));
        assertTrue(nadia.events.contains(new WalletEvent.ConsentGone(offer.id())));
        post.pump();
        CredentialView held = nadia.desk.held().getFirst();
        assertEquals(Standing.VALID, held.standing());
        assertEquals(VOUCHER, held.type());
        assertEquals(nadia.did(), held.subjectDid());
        assertEquals(offer.credential().expires(), held.expires());
        assertEquals(held.id(), bank.desk.issued().getFirst().id());
        assertEquals(List.of(), nadia.desk.waiting());
        assertTrue(nadia.events.contains(new WalletEvent.CredentialsChanged()));
    }

    @Test
    void decliningLeavesNothingBehind() throws Exception {
        Waiting offer = offered();
        done(nadia.desk.decline(offer.id()));
        post.pump();
        assertEquals(List.of(), nadia.desk.waiting());
        assertEquals(List.of(), nadia.desk.held());
        assertEquals(List.of(), bank.desk.issued());
        assertEquals(Code.CONSENT_GONE, problem(nadia.desk.accept(offer.id(), "")));
        assertEquals(Code.CONSENT_GONE, problem(nadia.desk.decline(offer.id())));
        // an acceptance that comes after all finds no offer
        post.put(nadia.did(), bank.did(), "credential/accept", "{\"thread\":\"" + thread(offer) + "\"}");
        post.pump();
        assertEquals(List.of(), bank.desk.issued());
    }

    @Test
    void askConsentShownAndKept() throws Exception {
        CredentialView held = issued();
        CompletableFuture<CredentialView> answer = asked(shop, nadia, "");
        Waiting.ProofRequest question = assertInstanceOf(
                Waiting.ProofRequest.class, nadia.desk.waiting().getFirst());
        assertEquals("to trade with you", question.reason());
        assertEquals(List.of(held), question.matching());
        assertFalse(answer.isDone());
        done(nadia.desk.accept(question.id(), held.id()));
        post.pump();
        CredentialView view = done(answer);
        assertEquals(held, view);
        assertEquals(List.of(view), shop.desk.shownBy(nadia.did()));
        ShareView share = nadia.desk.shared().getFirst();
        assertEquals(
                new ShareView(
                        shop.did(), "Shop", VOUCHER, bank.did(), List.of("statement"), "to trade with you", share.at()),
                share);
        assertEquals(voucher(), holding(nadia));
        assertTrue(shop.events.contains(new WalletEvent.ContactChanged(nadia.did())), "the badge is another one");
    }

    @Test
    void decliningAQuestionShowsNothing() throws Exception {
        issued();
        CompletableFuture<CredentialView> answer = asked(shop, nadia, bank.did());
        done(nadia.desk.decline(nadia.desk.waiting().getFirst().id()));
        post.pump();
        assertEquals(Code.PROOF_DECLINED, problem(answer));
        assertEquals(List.of(), shop.desk.shownBy(nadia.did()));
        assertEquals(List.of(), nadia.desk.shared());
    }

    @Test
    void whoHoldsNothingThatFitsIsTold() throws Exception {
        issued();
        CompletableFuture<CredentialView> answer = asked(shop, nadia, mallory.did());
        Waiting.ProofRequest question =
                (Waiting.ProofRequest) nadia.desk.waiting().getFirst();
        assertEquals(List.of(), question.matching());
        assertEquals(Code.CREDENTIAL_MISSING, problem(nadia.desk.accept(question.id(), "")));
        assertEquals(Code.CREDENTIAL_MISSING, problem(nadia.desk.accept(question.id(), "nonsense")));
        assertEquals(List.of(question), nadia.desk.waiting(), "she can still decline");
        assertFalse(answer.isDone());
    }

    @Test
    void theOwnVoucherOfTheVerifierIsLookedUpAtHome() throws Exception {
        CredentialView held = issued();
        CompletableFuture<CredentialView> answer = asked(bank, nadia, bank.did());
        done(nadia.desk.accept(nadia.desk.waiting().getFirst().id(), ""));
        post.pump();
        done(answer);
        assertEquals(voucher(), bank.desk.holdingNow(nadia.did()));
        done(bank.desk.revoke(held.id()));
        assertEquals(NOTHING, bank.desk.holdingNow(nadia.did()));
        assertEquals(Standing.REVOKED, bank.desk.shownBy(nadia.did()).getFirst().standing());
    }

    @Test
    void forgettingOnesOwn() throws Exception {
        CredentialView held = issued();
        nadia.desk.remove(held.id());
        assertEquals(List.of(), nadia.desk.held());
        assertEquals(
                Code.CREDENTIAL_UNKNOWN,
                assertThrows(WalletException.class, () -> nadia.desk.remove(held.id()))
                        .problem()
                        .code());
    }

    @Test
    void strangersAndEmptyOrdersAreRefused() {
        mallory.contacts.clear();
        assertEquals(Code.CONTACT_UNKNOWN, problem(mallory.desk.issue(order(nadia))));
        assertEquals(
                Code.CONTACT_UNKNOWN, problem(mallory.desk.ask(new ProofOrder(nadia.did(), VOUCHER, "", "why not"))));
        for (VoucherOrder bad : List.of(
                new VoucherOrder(nadia.did(), " ", Duration.ofDays(1)),
                new VoucherOrder(nadia.did(), "x", Duration.ZERO),
                new VoucherOrder(nadia.did(), "x", Duration.ofDays(800)))) {
            assertEquals(Code.CREDENTIAL_ORDER, problem(bank.desk.issue(bad)));
        }
    }

    @Test
    void whatWaitsTooLongIsGone() throws Exception {
        Waiting offer = offered();
        nadia.later = Duration.ofDays(8);
        assertEquals(List.of(), nadia.desk.waiting());
        assertEquals(Code.CONSENT_GONE, problem(nadia.desk.accept(offer.id(), "")));
    }

    @Test
    void whoAcceptsTooLateIsTold() throws Exception {
        Waiting offer = offered();
        bank.later = Duration.ofDays(8);
        done(nadia.desk.accept(offer.id(), ""));
        post.pump();
        assertTrue(nadia.events.stream()
                .anyMatch(event -> event instanceof WalletEvent.Trouble trouble
                        && trouble.problem().code() == Code.CONSENT_GONE));
        int letters = post.carried.size();
        nadia.restart();
        assertEquals(letters, post.carried.size(), "she does not go on asking for it");
        assertEquals(List.of(), nadia.desk.held());
        assertEquals(List.of(), bank.desk.issued());
    }

    @Test
    void whatNoCredentialIsCalledIsNotAskedFor() {
        for (String type : List.of("", " ", "my voucher", "x".repeat(65), "Voucher\u202e")) {
            assertEquals(
                    Code.CREDENTIAL_UNKNOWN, problem(shop.desk.ask(new ProofOrder(nadia.did(), type, "", "to trade"))));
        }
        assertEquals(List.of(), post.carried);
    }
}
