package dev.zorya.wallet.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.identity.credential.SignedCredential;
import dev.zorya.wallet.api.CredentialView;
import dev.zorya.wallet.api.CredentialView.Standing;
import dev.zorya.wallet.api.Waiting;
import dev.zorya.wallet.api.WalletProblem.Code;
import dev.zorya.wallet.trust.Proposal.Shown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A credential that was withdrawn, or is past its date. */
class StandingTest extends Desks {
    @Test
    @Tag("threat-55")
    void aRevocationReachesHolderAndThoseWhoSawIt() throws Exception {
        CredentialView held = issued();
        shown();
        done(bank.desk.revoke(held.id()));
        post.pump();
        assertEquals(Standing.REVOKED, nadia.desk.held().getFirst().standing());
        assertEquals(
                Standing.REVOKED,
                shop.desk.shownBy(nadia.did()).getFirst().standing(),
                "the shop had asked how it stands, so it is told");
        assertEquals(Standing.REVOKED, bank.desk.issued().getFirst().standing());
        assertEquals(NOTHING, holding(nadia));
        CompletableFuture<CredentialView> unanswered = asked(shop, nadia, bank.did());
        assertFalse(unanswered.isDone());
        assertEquals(List.of(), ((Waiting.ProofRequest) nadia.desk.waiting().getLast()).matching());
        assertEquals(Code.CREDENTIAL_UNKNOWN, problem(bank.desk.revoke("nonsense")));
        done(bank.desk.revoke(held.id()));
    }

    /** The word of the issuer, and nobody else's. */
    @Test
    @Tag("threat-57")
    void onlyTheIssuerWithdraws() throws Exception {
        issued();
        shown();
        String id = SignedCredential.read(post.carried.stream()
                        .filter(letter -> letter.kind().equals("credential/issued"))
                        .findFirst()
                        .orElseThrow()
                        .body()
                        .split("\"", -1)[7])
                .credential()
                .id();
        String note = "{\"credential\":\"" + id + "\",\"standing\":\"REVOKED\"}";
        post.put(mallory.did(), nadia.did(), "credential/standing", note);
        post.put(mallory.did(), shop.did(), "credential/standing", note);
        post.put(nadia.did(), shop.did(), "credential/standing", note);
        post.pump();
        assertEquals(Standing.VALID, nadia.desk.held().getFirst().standing());
        assertEquals(voucher(), holding(nadia));
        // and once withdrawn, nothing makes it good again
        post.put(bank.did(), shop.did(), "credential/standing", note);
        post.put(bank.did(), shop.did(), "credential/standing", note.replace("REVOKED", "VALID"));
        post.pump();
        assertEquals(Standing.REVOKED, shop.desk.shownBy(nadia.did()).getFirst().standing());
    }

    @Test
    @Tag("threat-55")
    void theIssuerIsAskedBeforeItCountsAndTheLastWordCountsWhileItIsAway() throws Exception {
        CredentialView held = issued();
        shown();
        assertEquals(voucher(), holding(nadia));
        post.away(bank.did(), true);
        post.away(shop.did(), true);
        done(bank.desk.revoke(held.id()));
        post.pump();
        post.away(shop.did(), false);
        // the bank's word has not been carried yet in this world: the shop uses what it knew
        assertEquals(Standing.REVOKED, bank.desk.issued().getFirst().standing());
        post.away(bank.did(), false);
        assertEquals(NOTHING, holding(nadia));
    }

    @Test
    @Tag("slow")
    @Tag("threat-55")
    void whileTheIssuerIsAwayTheLastWordCounts() throws Exception {
        issued();
        shown();
        post.away(bank.did(), true);
        Instant before = Instant.now();
        assertEquals(voucher(), holding(nadia));
        assertTrue(Duration.between(before, Instant.now()).toSeconds() < 10);
        long queries = post.carried.stream()
                .filter(letter -> letter.kind().equals("credential/query"))
                .count();
        holding(nadia);
        assertEquals(
                queries,
                post.carried.stream()
                        .filter(letter -> letter.kind().equals("credential/query"))
                        .count(),
                "one question waits for the issuer, not many");
    }

    @Test
    @Tag("threat-55")
    void aDateThatIsOverEndsIt() throws Exception {
        issued();
        shown();
        shop.later = Duration.ofDays(31);
        nadia.later = Duration.ofDays(31);
        assertEquals(Standing.EXPIRED, shop.desk.shownBy(nadia.did()).getFirst().standing());
        assertEquals(NOTHING, holding(nadia));
        assertEquals(Standing.EXPIRED, nadia.desk.held().getFirst().standing());
    }

    /** The holder has not heard of it yet and shows it in good faith. */
    @Test
    @Tag("threat-55")
    void whatWasWithdrawnIsNotMadeGoodByShowingItAgain() throws Exception {
        CredentialView held = issued();
        shown();
        post.away(nadia.did(), true);
        done(bank.desk.revoke(held.id()));
        post.pump();
        post.away(bank.did(), true);
        post.away(nadia.did(), false);
        post.dropped(nadia.did(), "credential/standing");
        CompletableFuture<CredentialView> again = asked(shop, nadia, bank.did());
        done(nadia.desk.accept(nadia.desk.waiting().getFirst().id(), held.id()));
        post.pump();
        assertEquals(Code.CREDENTIAL_NOT_HOLDING, problem(again));
        assertEquals(Standing.REVOKED, shop.desk.shownBy(nadia.did()).getFirst().standing());
    }

    /** The bank goes on under another DID; what it signed as its old self it still withdraws. */
    @Test
    @Tag("threat-55")
    void anIssuerThatMovedStillAnswersForItsVouchers() throws Exception {
        CredentialView held = issued();
        shown();
        String before = bank.did();
        String after = "did:key:zTheBankNow";
        for (Desk desk : List.of(nadia, shop)) {
            desk.contacts.remove(before);
            desk.contacts.put(after, "Bank");
            desk.moves.put(before, after);
        }
        CredentialView seen = shop.desk.shownBy(nadia.did()).getFirst();
        assertEquals("Bank", seen.issuerName());
        assertEquals(Set.of(new Shown(VOUCHER, after)), holding(nadia), "nobody is there to ask");
        assertEquals(after, post.carried.getLast().to(), "who answers for it is asked");
        CompletableFuture<CredentialView> again = asked(shop, nadia, after);
        done(nadia.desk.accept(nadia.desk.waiting().getFirst().id(), held.id()));
        post.pump();
        assertEquals(before, done(again).issuerDid());

        String id = SignedCredential.read(post.carried.stream()
                        .filter(letter -> letter.kind().equals("credential/issued"))
                        .findFirst()
                        .orElseThrow()
                        .body()
                        .split("\"", -1)[7])
                .credential()
                .id();
        for (Desk desk : List.of(nadia, shop)) {
            post.put(
                    after,
                    desk.did(),
                    "credential/standing",
                    "{\"credential\":\"" + id + "\",\"standing\":\"REVOKED\"}");
        }
        post.pump();
        assertEquals(Standing.REVOKED, shop.desk.shownBy(nadia.did()).getFirst().standing());
        assertEquals(Standing.REVOKED, nadia.desk.held().getFirst().standing());
    }

    /** A DID of one's own that vouches for the next one is no third party. */
    @Test
    @Tag("threat-58")
    void whoVouchesForThemselvesHasNoBadge() throws Exception {
        issued();
        shown();
        assertEquals(Optional.of(Standing.VALID), shop.desk.vouched(nadia.did()));
        shop.moves.put(bank.did(), nadia.did());
        assertEquals(Optional.empty(), shop.desk.vouched(nadia.did()));
        shop.moves.clear();
        shop.contacts.remove(bank.did());
        assertEquals(Optional.empty(), shop.desk.vouched(nadia.did()), "nobody whom this person knows");
    }
}
