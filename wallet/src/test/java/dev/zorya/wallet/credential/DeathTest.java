package dev.zorya.wallet.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.wallet.api.CredentialView;
import dev.zorya.wallet.api.CredentialView.Standing;
import dev.zorya.wallet.api.ProofOrder;
import dev.zorya.wallet.api.Waiting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs that die in the middle of an exchange. */
class DeathTest extends Desks {
    /**
     * One of the two programs dies at any letter, before or after it is on its way, and every letter comes twice: in the end both have
     * the same one credential, and what was consented to once is not asked again.
     */
    @ParameterizedTest
    @CsvSource({"0,false", "0,true", "1,false", "1,true", "2,false", "2,true"})
    void whoeverDiesWhileIssuing(int sends, boolean queued) throws Exception {
        post.doubled();
        post.dieAfter(sends, queued);
        try {
            done(bank.desk.issue(order(nadia)));
        } catch (Post.Died died) {
            bank.restart();
        }
        settle();
        if (nadia.desk.waiting().isEmpty()) {
            assertEquals("0,false", sends + "," + queued, "only an offer that never left is lost");
            assertEquals(List.of(), bank.desk.issued());
            return;
        }
        try {
            done(nadia.desk.accept(nadia.desk.waiting().getFirst().id(), ""));
        } catch (Post.Died died) {
            nadia.restart();
        }
        settle();
        nadia.restart();
        bank.restart();
        settle();
        assertEquals(List.of(), nadia.desk.waiting());
        assertEquals(1, nadia.desk.held().size());
        assertEquals(
                nadia.desk.held().getFirst().id(), bank.desk.issued().getFirst().id());
        assertEquals(1, bank.desk.issued().size());
    }

    @ParameterizedTest
    @CsvSource({"0,false", "0,true", "1,false", "1,true", "2,false", "2,true", "3,false", "3,true"})
    void whoeverDiesWhileShowing(int sends, boolean queued) throws Exception {
        issued();
        post.doubled();
        post.dieAfter(sends, queued);
        try {
            shop.desk.ask(new ProofOrder(nadia.did(), VOUCHER, bank.did(), "to trade"));
        } catch (Post.Died died) {
            shop.restart();
        }
        settle();
        if (nadia.desk.waiting().isEmpty()) {
            assertEquals("0,false", sends + "," + queued, "only a question that never left is lost");
            return;
        }
        try {
            done(nadia.desk.accept(nadia.desk.waiting().getFirst().id(), ""));
        } catch (Post.Died died) {
            nadia.restart();
        }
        settle();
        nadia.restart();
        shop.restart();
        settle();
        assertEquals(List.of(), nadia.desk.waiting());
        assertEquals(1, nadia.desk.shared().size(), "shown once, and in the history once");
        assertEquals(1, shop.desk.shownBy(nadia.did()).size());
        assertEquals(voucher(), holding(nadia));
    }

    @ParameterizedTest
    @CsvSource({"0,false", "0,true", "1,false", "1,true"})
    void whoeverDiesWhileRevoking(int sends, boolean queued) throws Exception {
        CredentialView held = issued();
        shown();
        post.doubled();
        post.dieAfter(sends, queued);
        try {
            done(bank.desk.revoke(held.id()));
        } catch (Post.Died died) {
            bank.restart();
        }
        settle();
        assertEquals(Standing.REVOKED, bank.desk.issued().getFirst().standing());
        until(() -> {
            settle();
            return nadia.desk.held().getFirst().standing() == Standing.REVOKED
                    && shop.desk.shownBy(nadia.did()).getFirst().standing() == Standing.REVOKED;
        });
    }

    @Test
    void everythingOutlivesTheWallet() throws Exception {
        CredentialView held = issued();
        CredentialView seen = shown();
        done(mallory.desk.issue(order(nadia)));
        post.pump();
        List<Waiting> waiting = nadia.desk.waiting();
        for (Desk desk : List.of(bank, nadia, shop)) {
            desk.restart();
        }
        assertEquals(List.of(held), nadia.desk.held());
        assertEquals(List.of(seen), shop.desk.shownBy(nadia.did()));
        assertEquals(waiting, nadia.desk.waiting());
        assertEquals(1, nadia.desk.shared().size());
        assertEquals(1, bank.desk.issued().size());
    }
}
