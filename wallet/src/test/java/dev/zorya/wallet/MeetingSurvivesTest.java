package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.api.ConnectionView;
import dev.zorya.wallet.api.ConnectionView.State;
import dev.zorya.wallet.api.ContactPreview;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.Invitation;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Introductions go on after wallets were closed, and after nobody was there. */
@Tag("slow")
class MeetingSurvivesTest {
    @TempDir
    Path data;

    private Strangers three;

    @BeforeEach
    void start() throws Exception {
        three = new Strangers(data);
    }

    @AfterEach
    void end() {
        three.close();
    }

    @Test
    void anInvitationOutlivesTheProgramAndSoDoesItsUse() throws Exception {
        Invitation invitation = Wait.done(three.alice.introductions().invite());
        Invitation withdrawn = Wait.done(three.alice.introductions().invite());
        three.alice.introductions().withdraw(withdrawn.id());
        three.alice.close();

        ContactPreview preview = three.bob.readContact(invitation.link());
        var accepted = three.bob.introductions().accept(preview, "Alice");
        assertEquals(State.CONNECTING, only(three.bob).state());
        three.bob.close();
        assertEquals(Code.LOCKED, Wait.problem(() -> Wait.done(accepted)).code());

        three.bob = reopened(three.bob);
        assertEquals("Alice", only(three.bob).name());
        three.alice = reopened(three.alice);
        Wait.until(() -> contact(three.bob, three.alice).isPresent());
        assertEquals("Bob", contact(three.alice, three.bob).orElseThrow().name());
        assertEquals("Alice", contact(three.bob, three.alice).orElseThrow().name());
        assertEquals(List.of(), three.alice.introductions().connections());
        Wait.until(() -> three.bob.introductions().connections().isEmpty());

        // what was used or withdrawn before the restart stays so
        for (Invitation old : List.of(invitation, withdrawn)) {
            ContactPreview again = three.carol.readContact(old.link());
            Code code = Wait.problem(() -> Wait.done(three.carol.introductions().accept(again, "Alice")))
                    .code();
            assertEquals(old.equals(withdrawn) ? Code.INVITATION_GONE : Code.INVITATION_USED, code);
        }
    }

    @Test
    void silenceIsToldAndWhoComesBackIsMetAllTheSame() throws Exception {
        Invitation invitation = Wait.done(three.alice.introductions().invite());
        three.alice.close();
        var accepted = three.bob
                .introductions()
                .accept(three.bob.readContact(invitation.link()), "Alice")
                .toCompletableFuture();
        WalletException silent = Assertions.assertInstanceOf(
                WalletException.class,
                Assertions.assertThrows(ExecutionException.class, () -> accepted.get(60, TimeUnit.SECONDS))
                        .getCause());
        assertEquals(Code.CONTACT_SILENT, silent.problem().code());
        ConnectionView attempt = only(three.bob);
        assertEquals(State.PROBLEM, attempt.state());
        assertEquals(
                Code.CONTACT_SILENT, Objects.requireNonNull(attempt.problem()).code());
        assertTrue(contact(three.bob, three.alice).isEmpty());

        var retried = three.bob.introductions().retry(attempt.id());
        assertEquals(State.CONNECTING, only(three.bob).state());
        three.alice = reopened(three.alice);
        assertEquals(three.alice.did(), Wait.done(retried).did());
        assertTrue(contact(three.alice, three.bob).isPresent());
    }

    private Wallet reopened(Wallet wallet) throws Exception {
        return three.wallets.unlock(wallet.info().id(), TwoWallets.passphrase(), (phase, done) -> {});
    }

    private static Optional<ContactView> contact(Wallet wallet, Wallet other) throws Exception {
        return wallet.contacts().stream()
                .filter(contact -> contact.did().equals(other.did()))
                .findFirst();
    }

    private static ConnectionView only(Wallet wallet) throws Exception {
        assertEquals(1, wallet.introductions().connections().size());
        return wallet.introductions().connections().getFirst();
    }
}
