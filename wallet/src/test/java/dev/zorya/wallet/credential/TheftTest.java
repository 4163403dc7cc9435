package dev.zorya.wallet.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.identity.credential.Credential;
import dev.zorya.identity.credential.SignedCredential;
import dev.zorya.wallet.api.CredentialView;
import dev.zorya.wallet.api.ProofOrder;
import dev.zorya.wallet.api.Waiting;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others try with credentials that are not theirs, or that nobody asked for. */
class TheftTest extends Desks {
    /** Mallory has Nadia's voucher word for word and answers for herself with it. */
    @Test
    @Tag("threat-54")
    void aStolenVoucherDoesNotCount() throws Exception {
        issued();
        shown();
        String stolen = post.carried.stream()
                .filter(letter -> letter.kind().equals("credential/issued"))
                .findFirst()
                .orElseThrow()
                .body()
                .split("\"", -1)[7];
        CompletableFuture<CredentialView> answer = asked(shop, mallory, bank.did());
        String challenge =
                post.carried.getLast().body().split("\"challenge\":\"", -1)[1].substring(0, 32);
        String presentation = mallory.sign(
                "perun-presentation+jwt",
                "{\"iss\":\"" + mallory.did() + "\",\"aud\":\"" + shop.did() + "\",\"nonce\":\"" + challenge
                        + "\",\"iat\":1,\"credential\":\"" + stolen + "\"}");
        String thread = thread(mallory.desk.waiting().getFirst());
        post.put(
                mallory.did(),
                shop.did(),
                "credential/shown",
                "{\"thread\":\"" + thread + "\",\"presentation\":\"" + presentation + "\"}");
        post.pump();
        assertEquals(Code.CREDENTIAL_NOT_HOLDING, problem(answer));
        assertEquals(List.of(), shop.desk.shownBy(mallory.did()));
        assertEquals(NOTHING, holding(mallory));
    }

    /** What was shown once is shown to nobody else and not a second time. */
    @Test
    @Tag("threat-54")
    @Tag("threat-55")
    void aRecordedPresentationIsUsedUp() throws Exception {
        issued();
        shown();
        Post.Letter recorded = post.carried.stream()
                .filter(letter -> letter.kind().equals("credential/shown"))
                .findFirst()
                .orElseThrow();
        String presentation =
                recorded.body().split("\"presentation\":\"", -1)[1].replace("\"}", "");
        int before = shop.desk.shownBy(nadia.did()).size();
        // the same letter again; then in the place of an answer to a new question; then by somebody else; then to
        // somebody else
        post.put(nadia.did(), shop.did(), recorded.kind(), recorded.body());
        post.pump();
        assertEquals(before, shop.desk.shownBy(nadia.did()).size());
        CompletableFuture<CredentialView> again = asked(shop, nadia, bank.did());
        replay(nadia, shop, presentation);
        assertEquals(Code.CREDENTIAL_NOT_HOLDING, problem(again));
        CompletableFuture<CredentialView> relayed = asked(shop, mallory, bank.did());
        replay(mallory, shop, presentation);
        assertEquals(Code.CREDENTIAL_NOT_HOLDING, problem(relayed));
        CompletableFuture<CredentialView> elsewhere = asked(mallory, nadia, bank.did());
        replay(nadia, mallory, presentation);
        assertEquals(Code.CREDENTIAL_NOT_HOLDING, problem(elsewhere));
        assertEquals(List.of(), mallory.desk.shownBy(nadia.did()));
    }

    private void replay(Desk from, Desk to, String presentation) throws Exception {
        String thread = thread(from.desk.waiting().getLast());
        post.put(
                from.did(),
                to.did(),
                "credential/shown",
                "{\"thread\":\"" + thread + "\",\"presentation\":\"" + presentation + "\"}");
        post.pump();
    }

    @Test
    @Tag("threat-57")
    void answersThatNobodyAskedForAreIgnored() throws Exception {
        String thread = "0".repeat(32);
        SignedCredential own = SignedCredential.sign(
                new Credential(
                        "1",
                        VOUCHER,
                        mallory.did(),
                        nadia.did(),
                        "x",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(60)),
                mallory.identity);
        post.put(
                mallory.did(),
                nadia.did(),
                "credential/issued",
                "{\"thread\":\"" + thread + "\",\"credential\":\"" + own.text() + "\"}");
        post.put(mallory.did(), nadia.did(), "credential/accept", "{\"thread\":\"" + thread + "\"}");
        post.put(mallory.did(), nadia.did(), "credential/declined", "{\"thread\":\"" + thread + "\"}");
        post.put(
                mallory.did(),
                shop.did(),
                "credential/shown",
                "{\"thread\":\"" + thread + "\",\"presentation\":\"" + own.text() + "\"}");
        post.pump();
        assertEquals(List.of(), nadia.desk.held());
        assertEquals(List.of(), nadia.desk.issued());
        assertEquals(List.of(), shop.desk.shownBy(mallory.did()));
    }

    /** The bank signs something else than it offered, or somebody else signs. */
    @ParameterizedTest
    @ValueSource(strings = {"statement", "expires", "type", "subject", "issuer"})
    @Tag("threat-55")
    void whatWasNotAgreedToIsNotKept(String lie) throws Exception {
        Waiting.Offer offer = (Waiting.Offer) offered();
        post.away(bank.did(), true);
        done(nadia.desk.accept(offer.id(), ""));
        Desk signer = lie.equals("issuer") ? mallory : bank;
        Instant end = Objects.requireNonNull(offer.credential().expires());
        SignedCredential wrong = SignedCredential.sign(
                new Credential(
                        "urn:x",
                        lie.equals("type") ? "Other" : VOUCHER,
                        signer.did(),
                        lie.equals("subject") ? shop.did() : nadia.did(),
                        lie.equals("statement") ? "never pays" : "pays in time",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        lie.equals("expires") ? end.minusSeconds(1) : end),
                signer.identity);
        post.put(
                bank.did(),
                nadia.did(),
                "credential/issued",
                "{\"thread\":\"" + thread(offer) + "\",\"credential\":\"" + wrong.text() + "\"}");
        post.pump();
        assertEquals(List.of(), nadia.desk.held());
        assertTrue(nadia.events.stream()
                .anyMatch(event -> event instanceof WalletEvent.Trouble trouble
                        && trouble.problem().code() == Code.CREDENTIAL_NOT_AS_OFFERED));
    }

    @Test
    @Tag("threat-58")
    void anIssuerWhoIsNoContactIsOnlyAClaim() throws Exception {
        issued();
        shown();
        shop.contacts.remove(bank.did());
        CredentialView view = shop.desk.shownBy(nadia.did()).getFirst();
        assertFalse(view.issuerIsContact());
        assertEquals(bank.did(), view.issuerName());
    }

    @Test
    @Tag("threat-52")
    void oneContactCannotFillTheListOfWhatWaits() throws Exception {
        for (int i = 0; i < 50; i++) {
            done(mallory.desk.issue(order(nadia)));
            mallory.desk.ask(new ProofOrder(nadia.did(), VOUCHER, "", "again"));
        }
        post.pump();
        assertEquals(10, nadia.desk.waiting().size());
        done(bank.desk.issue(order(nadia)));
        post.pump();
        assertEquals(11, nadia.desk.waiting().size(), "others still reach her");
    }

    @Test
    @Tag("threat-63")
    void textsOfOthersAreCleanedAndNonsenseIsIgnored() throws Exception {
        String thread = "a".repeat(32);
        long later = Instant.now().plusSeconds(3600).getEpochSecond();
        post.put(
                mallory.did(),
                nadia.did(),
                "credential/offer",
                "{\"thread\":\"" + thread + "\",\"type\":\"" + VOUCHER
                        + "\",\"statement\":\"a\\u202eb\\n=cmd\",\"expires\":" + later + "}");
        for (String body : List.of("", "[]", "{}", "{\"thread\":7}", "{\"thread\":\"x\"}", "nonsense")) {
            for (String kind : List.of(
                    "offer", "accept", "issued", "ask", "shown", "declined", "query", "standing", "other", "")) {
                post.put(mallory.did(), nadia.did(), "credential/" + kind, body);
            }
        }
        post.pump();
        Waiting.Offer only = (Waiting.Offer) nadia.desk.waiting().getFirst();
        assertEquals(1, nadia.desk.waiting().size());
        assertEquals("a b =cmd", only.credential().claims().get("statement"));
    }
}
