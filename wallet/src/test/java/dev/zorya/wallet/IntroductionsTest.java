package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.ConnectionView;
import dev.zorya.wallet.api.ConnectionView.State;
import dev.zorya.wallet.api.ContactPreview;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.Invitation;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invitations between wallets on real sockets, a real chain and real files. */
@Tag("slow")
class IntroductionsTest {
    private static final int ROUNDS = 15;
    private static final long AIM_MILLIS = 500;

    @TempDir
    static Path data;

    private static Strangers three;

    @BeforeAll
    static void start() throws Exception {
        three = new Strangers(data);
    }

    @AfterAll
    static void end() {
        three.close();
    }

    @BeforeEach
    void apart() throws Exception {
        three.part();
    }

    @Test
    void bothEndsHoldAVerifiedContactAndSeeTheSameCode() throws Exception {
        List<ConnectionView> alices = states(three.alice);
        List<ConnectionView> bobs = states(three.bob);
        Invitation invitation = Wait.done(three.alice.introductions().invite());
        assertEquals(
                List.of(State.INVITED),
                three.alice.introductions().connections().stream()
                        .map(ConnectionView::state)
                        .toList());

        ContactPreview preview = three.bob.readContact("Hi Bob,\n" + invitation.link() + "\nAlice");
        assertEquals(ContactPreview.Kind.INVITATION, preview.kind());
        assertEquals(three.alice.did(), preview.did());
        assertEquals("Alice", preview.claimedName());
        assertFalse(preview.known());

        ContactView alice = Wait.done(three.bob.introductions().accept(preview, "My Alice"));
        ContactView bob = only(three.alice);
        assertEquals("My Alice", alice.name());
        assertEquals(three.alice.did(), alice.did());
        assertEquals(three.alice.address(), alice.address());
        assertEquals(three.bob.did(), bob.did());
        assertEquals("Bob", bob.name());
        assertEquals(ContactView.Badge.KEY_PROVEN, bob.badge());
        assertEquals(ContactView.Badge.KEY_PROVEN, alice.badge());
        assertEquals(preview.comparisonCode(), alice.comparisonCode());
        assertEquals(alice.comparisonCode(), bob.comparisonCode());

        assertEquals(List.of(), three.alice.introductions().connections());
        assertEquals(List.of(), three.bob.introductions().connections());
        Wait.until(() -> alices.size() == 3 && bobs.size() == 3);
        assertEquals(
                List.of(State.INVITED, State.CONNECTED, State.VERIFIED),
                alices.stream().map(ConnectionView::state).toList());
        assertTrue(alices.stream().allMatch(view -> view.id().equals(invitation.id()) && view.invitedByUs()));
        assertEquals(
                List.of(State.CONNECTING, State.CONNECTED, State.VERIFIED),
                bobs.stream().map(ConnectionView::state).toList());
        assertTrue(bobs.stream().allMatch(view -> view.name().equals("My Alice") && !view.invitedByUs()));
        assertEquals(three.alice.did(), bobs.getLast().did());
    }

    @Test
    void whoWasIntroducedOpensAChannelAtOnce() throws Exception {
        three.introduce(three.alice, three.bob);
        ChannelView channel = three.channel(three.alice, three.bob, "1");
        assertEquals(Money.of(three.alice, "1"), channel.mine());
        Wait.done(three.alice.close(channel.key()));
        Wait.until(() -> three.alice.channel(channel.key()).channel().status() == ChannelView.Status.SETTLED
                && three.bob.channel(channel.key()).channel().status() == ChannelView.Status.SETTLED);
    }

    @Test
    @Tag("threat-58")
    void anInvitationServesOnce() throws Exception {
        Invitation invitation = Wait.done(three.alice.introductions().invite());
        Wait.done(three.bob.introductions().accept(three.bob.readContact(invitation.link()), "Alice"));
        ContactPreview second = three.carol.readContact(invitation.link());
        assertEquals(
                Code.INVITATION_USED,
                Wait.problem(() -> Wait.done(three.carol.introductions().accept(second, "Alice")))
                        .code());
        assertEquals(List.of(), three.carol.contacts());
        assertEquals(three.bob.did(), only(three.alice).did());
        ConnectionView failed = three.carol.introductions().connections().getFirst();
        assertEquals(State.PROBLEM, failed.state());
        assertEquals(
                Code.INVITATION_USED, Objects.requireNonNull(failed.problem()).code());
        three.carol.introductions().giveUp(failed.id());
        assertEquals(List.of(), three.carol.introductions().connections());
        assertEquals(
                Code.INTRODUCTION_GONE,
                Wait.problem(() -> three.carol.introductions().giveUp(failed.id()))
                        .code());
    }

    @Test
    void whoWasRemovedDoesNotComeBackByTheSameInvitationAndWhoRemovedMay() throws Exception {
        Invitation invitation = Wait.done(three.alice.introductions().invite());
        ContactPreview preview = three.bob.readContact(invitation.link());
        Wait.done(three.bob.introductions().accept(preview, "Alice"));
        three.bob.removeContact(three.alice.did());
        Wait.done(three.bob.introductions().accept(preview, "Alice again"));
        assertEquals("Alice again", only(three.bob).name());
        three.alice.removeContact(three.bob.did());
        three.bob.removeContact(three.alice.did());
        assertEquals(
                Code.INVITATION_USED,
                Wait.problem(() -> Wait.done(three.bob.introductions().accept(preview, "Alice")))
                        .code());
        assertEquals(List.of(), three.alice.contacts());
        assertEquals(List.of(), three.bob.contacts());
    }

    /** Letters get lost with their connections; each side has the other all the same, and only once. */
    @Test
    void connectionsThatBreakAllTheTimeOnlyTakeTime() throws Exception {
        Random random = new Random(7);
        for (int round = 0; round < 5; round++) {
            three.part();
            Invitation invitation = Wait.done(three.alice.introductions().invite());
            var accepted = three.bob
                    .introductions()
                    .accept(three.bob.readContact(invitation.link()), "Alice")
                    .toCompletableFuture();
            for (int i = 0; i < 20 && !accepted.isDone(); i++) {
                Thread.sleep(random.nextInt(40));
                Wallet one = random.nextBoolean() ? three.alice : three.bob;
                ((OpenWallet) one)
                        .parts()
                        .bus()
                        .disconnect()
                        .toCompletableFuture()
                        .join();
            }
            assertEquals(three.alice.did(), Wait.done(accepted).did());
            assertEquals(three.alice.did(), only(three.bob).did());
            assertEquals(three.bob.did(), only(three.alice).did());
        }
    }

    @Test
    void aWithdrawnInvitationIsOfNoUse() throws Exception {
        Invitation invitation = Wait.done(three.alice.introductions().invite());
        three.alice.introductions().withdraw(invitation.id());
        assertEquals(List.of(), three.alice.introductions().connections());
        ContactPreview preview = three.bob.readContact(invitation.link());
        assertEquals(
                Code.INVITATION_GONE,
                Wait.problem(() -> Wait.done(three.bob.introductions().accept(preview, "Alice")))
                        .code());
        assertEquals(List.of(), three.alice.contacts());
        assertEquals(List.of(), three.bob.contacts());
        String attempt = three.bob.introductions().connections().getFirst().id();
        assertEquals(
                Code.INVITATION_GONE,
                Wait.problem(() -> Wait.done(three.bob.introductions().retry(attempt)))
                        .code());
        three.bob.introductions().giveUp(attempt);
    }

    @Test
    void theSecondInvitationOfSomebodyKnownChangesOnlyTheName() throws Exception {
        three.introduce(three.alice, three.bob);
        three.alice.renameContact(three.bob.did(), "Robert");
        Invitation again = Wait.done(three.alice.introductions().invite());
        ContactPreview preview = three.bob.readContact(again.link());
        assertTrue(preview.known());
        assertEquals(
                "A.", Wait.done(three.bob.introductions().accept(preview, "A.")).name());
        assertEquals("Robert", only(three.alice).name());
    }

    @Test
    @Tag("threat-62")
    void whatWasShownIsWhatIsAccepted() throws Exception {
        Invitation alices = Wait.done(three.alice.introductions().invite());
        Invitation carols = Wait.done(three.carol.introductions().invite());
        ContactPreview shown = three.bob.readContact(alices.link());
        ContactPreview swapped = new ContactPreview(
                shown.kind(),
                carols.link(),
                shown.did(),
                shown.claimedName(),
                shown.address(),
                shown.endpoint(),
                shown.comparisonCode(),
                shown.known());
        assertEquals(
                Code.CONTACT_TEXT_DAMAGED,
                Wait.problem(() -> Wait.done(three.bob.introductions().accept(swapped, "Alice")))
                        .code());
        assertEquals(List.of(), three.bob.introductions().connections());
        assertEquals(
                Code.CONTACT_IS_YOU,
                Wait.problem(() -> three.alice.readContact(alices.link())).code());
        assertEquals(
                Code.CONTACT_TEXT_DAMAGED,
                Wait.problem(() -> three.bob.readContact(alices.link().replace("v=1", "v=2")))
                        .code());
    }

    @Test
    void contactTextsGoThroughToo() throws Exception {
        ContactPreview card = three.bob.readContact(three.alice.ownContactText());
        assertEquals(ContactPreview.Kind.CARD, card.kind());
        assertEquals(
                three.alice.did(),
                Wait.done(three.bob.introductions().accept(card, "Alice")).did());
    }

    /** Issue 7: under half a second from the pasted link to a verified contact, on one machine. */
    @Test
    void isFast() throws Exception {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            three.part();
            String link = Wait.done(three.alice.introductions().invite()).link();
            long start = System.nanoTime();
            Wait.done(three.bob.introductions().accept(three.bob.readContact(link), "Alice"));
            millis.add((System.nanoTime() - start) / 1_000_000);
            assertEquals(three.bob.did(), only(three.alice).did());
        }
        long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "paste to verified, both sides: median %d ms of %s%n", sorted[ROUNDS / 2], Arrays.toString(sorted));
        assertTrue(sorted[ROUNDS / 2] < AIM_MILLIS, Arrays.toString(sorted));
    }

    private static List<ConnectionView> states(Wallet wallet) throws Exception {
        List<ConnectionView> views = Collections.synchronizedList(new ArrayList<>());
        wallet.subscribe(event -> {
            if (event instanceof WalletEvent.ConnectionChanged changed) {
                views.add(changed.connection());
            }
        });
        return views;
    }

    private static ContactView only(Wallet wallet) throws Exception {
        assertEquals(1, wallet.contacts().size());
        return wallet.contacts().getFirst();
    }
}
